package io.onevisit.engine.externaltasks;

import io.onevisit.engine.DataFolder;
import io.onevisit.engine.OwnFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * What workers prove themselves with: a random secret given as {@code onevisit.workers.secret}, or made at the first start
 * and kept in {@code worker.secret} of the data folder. Long and random, so a single SHA-256 is enough to compare by.
 */
@Component
class WorkerSecret {

    private final byte[] digest;

    WorkerSecret(WorkerProperties properties, DataFolder data) throws IOException {
        digest = sha256(properties.secret().isBlank() ? kept(data) : properties.secret());
    }

    boolean matches(String given) {
        return MessageDigest.isEqual(digest, sha256(given));
    }

    private static String kept(DataFolder data) throws IOException {
        var file = data.resolve("worker.secret");
        if (!Files.exists(file)) {
            var fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            OwnFile.write(file, HexFormat.of().formatHex(fresh));
        }
        return Files.readString(file).trim();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
