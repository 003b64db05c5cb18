package io.onevisit.identity;

import io.onevisit.engine.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.encrypt.TextEncryptor;
import org.springframework.stereotype.Component;

/** Enciphers (AES-256-GCM) the few secrets that must be kept readable, with a key that does not lie in the database. */
@Component
class Enciphering {

    /** The key is long and random; the salt only has to be there. */
    private static final String SALT = "6f6e657669736974";

    private final TextEncryptor cipher;

    Enciphering(IdentityProperties properties, DataFolder data) throws IOException {
        cipher = Encryptors.delux(properties.key().isBlank() ? kept(data) : properties.key(), SALT);
    }

    String seal(String text) {
        return cipher.encrypt(text);
    }

    String open(String sealed) {
        return cipher.decrypt(sealed);
    }

    private static String kept(DataFolder data) throws IOException {
        var file = data.resolve("identity.key");
        if (!Files.exists(file)) {
            var fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            OwnFile.write(file, HexFormat.of().formatHex(fresh));
        }
        return Files.readString(file).trim();
    }
}
