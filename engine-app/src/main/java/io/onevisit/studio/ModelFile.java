package io.onevisit.studio;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.studio.ModelReader.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file of a bundle as far as it could be read.
 *
 * @param xml the elements of a BPMN or DMN file, {@code null} if it has none or is unreadable
 * @param json the content of a form or YAML file, {@code null} likewise
 */
record ModelFile(String name, Kind kind, String text, Node xml, JsonNode json, Findings findings) {

    static final int LARGEST = 2 * 1024 * 1024;

    /** What a file is, told by its ending. */
    enum Kind {
        BPMN,
        DMN,
        FORM,
        YAML,
        CSV,
        OTHER;

        /** Whether the engine knows it by its key, so that the key must be unique. */
        boolean isModel() {
            return this == BPMN || this == DMN || this == FORM;
        }

        static Kind of(String name) {
            var ending = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
            for (var kind : values()) {
                if (kind.name().equals(ending)) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    static Map<String, ModelFile> read(Map<String, byte[]> files) {
        Map<String, ModelFile> read = new TreeMap<>();
        files.forEach((name, content) -> read.put(name, read(name, content)));
        return read;
    }

    static ModelFile read(String name, byte[] content) {
        var findings = Findings.of(name);
        var kind = Kind.of(name);
        try {
            var text = text(content);
            var xml = kind == Kind.BPMN || kind == Kind.DMN ? ModelReader.read(text) : null;
            var json = kind == Kind.FORM ? DataReader.json(text) : kind == Kind.YAML ? DataReader.yaml(text) : null;
            return new ModelFile(name, kind, text, xml, json, findings);
        } catch (Unreadable e) {
            findings.error(null, e.getMessage());
            return new ModelFile(name, kind, "", null, null, findings);
        }
    }

    /** The name without its ending: the key of what the file holds. */
    String key() {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String text(byte[] content) throws Unreadable {
        if (content.length > LARGEST) {
            throw new Unreadable("文件有 %d MB，超过 2 MB 的上限，请拆分。".formatted(content.length / 1024 / 1024));
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Unreadable("文件含有空字符，不是文本文件。");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new Unreadable("文件不是 UTF-8 编码，请另存为 UTF-8。");
        }
    }
}
