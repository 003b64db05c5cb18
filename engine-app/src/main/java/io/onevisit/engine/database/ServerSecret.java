package io.onevisit.engine.database;

import io.onevisit.engine.OwnFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The embedded server's secret, made once beside its data; each role's password is derived from it. */
final class ServerSecret {

    private final byte[] key;

    private ServerSecret(byte[] key) {
        this.key = key;
    }

    static ServerSecret in(Path folder) throws IOException {
        var file = folder.resolve("postgres.secret");
        if (!Files.exists(file)) {
            var fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            OwnFile.write(file, HexFormat.of().formatHex(fresh));
        }
        return new ServerSecret(HexFormat.of().parseHex(Files.readString(file).trim()));
    }

    String of(String role) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
