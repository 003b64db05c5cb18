package io.onevisit.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The heads that grew since the anchor before, signed as one text.
 *
 * @param body what is signed, kept as it is byte for byte
 * @param key which key signed it
 */
record Anchor(long no, Instant at, String body, String key, String signature) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How far a chain had come. */
    record Head(Chain chain, long position, String hash) {}

    static String body(long no, Instant at, String before, List<Head> heads) {
        var root =
                JSON.createObjectNode().put("no", no).put("at", at.toString()).put("before", before);
        var list = root.putArray("heads");
        for (var head : heads) {
            list.addObject()
                    .put("region", head.chain().region())
                    .put("day", head.chain().day().toString())
                    .put("position", head.position())
                    .put("hash", head.hash());
        }
        return root.toString();
    }

    /** As it is copied out: one line. */
    String line() {
        return JSON.createObjectNode()
                .put("body", body)
                .put("key", key)
                .put("signature", signature)
                .toString();
    }

    static Anchor ofLine(String line) {
        var read = read(line);
        var body = read.path("body").asText();
        var content = read(body);
        return new Anchor(
                content.path("no").asLong(),
                Instant.parse(content.path("at").asText()),
                body,
                read.path("key").asText(),
                read.path("signature").asText());
    }

    List<Head> heads() {
        var heads = new ArrayList<Head>();
        for (var head : read(body).path("heads")) {
            heads.add(new Head(
                    new Chain(
                            head.path("region").asText(),
                            LocalDate.parse(head.path("day").asText())),
                    head.path("position").asLong(),
                    head.path("hash").asText()));
        }
        return heads;
    }

    /** Hash of the anchor before this one. */
    String before() {
        return read(body).path("before").asText();
    }

    /** What its row claims is what was signed. */
    boolean sound() {
        var content = read(body);
        return content.path("no").asLong() == no;
    }

    String hash() {
        return HexFormat.of().formatHex(Digest.SHA256.of((body + signature).getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
