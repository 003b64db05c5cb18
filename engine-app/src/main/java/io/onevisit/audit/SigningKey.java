package io.onevisit.audit;

import io.onevisit.engine.DataFolder;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;
import org.springframework.stereotype.Component;

/**
 * The Ed25519 key that signs the heads, made once in the data folder or configured; and the public halves that are
 * trusted, earlier ones too. None of them lies in the database, whose owner could otherwise sign what they changed.
 */
@Component
class SigningKey {

    private final Ed25519PrivateKeyParameters key;
    private final String id;
    private final Map<String, Ed25519PublicKeyParameters> trusted = new HashMap<>();

    SigningKey(DataFolder data, AuditProperties properties) {
        var folder = data.resolve("audit/keys");
        try {
            Files.createDirectories(folder);
            key = properties.key().isBlank()
                    ? own(folder.resolve("anchor.key"))
                    : read(Path.of(properties.key()).toAbsolutePath());
            id = id(key.generatePublicKey());
            keepPublicHalf(folder);
            try (var files = Files.newDirectoryStream(folder, "*.pub")) {
                for (var file : files) {
                    trust((Ed25519PublicKeyParameters) PublicKeyFactory.createKey(pem(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("审计签名密钥无法读取或保存（" + folder + "），请检查文件和权限", e);
        }
    }

    String id() {
        return id;
    }

    String sign(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(bytes, 0, bytes.length);
        return HexFormat.of().formatHex(signer.generateSignature());
    }

    /** Whether a key that is trusted here signed this text. */
    boolean signed(String text, String keyId, String signature) {
        var publicHalf = trusted.get(keyId);
        if (publicHalf == null || !signature.matches("[0-9a-f]{128}")) {
            return false;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var verifier = new Ed25519Signer();
        verifier.init(false, publicHalf);
        verifier.update(bytes, 0, bytes.length);
        return verifier.verifySignature(HexFormat.of().parseHex(signature));
    }

    private static Ed25519PrivateKeyParameters own(Path file) throws IOException {
        if (!Files.exists(file)) {
            var fresh = new Ed25519PrivateKeyParameters(new SecureRandom());
            var draft = Files.createTempFile(
                    file.getParent(),
                    "anchor",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    draft,
                    pem(
                            "PRIVATE KEY",
                            PrivateKeyInfoFactory.createPrivateKeyInfo(fresh).getEncoded()));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return read(file);
    }

    private static Ed25519PrivateKeyParameters read(Path file) throws IOException {
        AsymmetricKeyParameter read = PrivateKeyFactory.createKey(pem(file));
        if (read instanceof Ed25519PrivateKeyParameters ed25519) {
            return ed25519;
        }
        throw new IOException(file + " 不是 Ed25519 私钥（PKCS#8 PEM）");
    }

    private void keepPublicHalf(Path folder) throws IOException {
        var file = folder.resolve(id + ".pub");
        if (!Files.exists(file)) {
            Files.writeString(
                    file,
                    pem(
                            "PUBLIC KEY",
                            SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.generatePublicKey())
                                    .getEncoded()));
        }
    }

    private void trust(Ed25519PublicKeyParameters publicHalf) {
        trusted.put(id(publicHalf), publicHalf);
    }

    private static String id(Ed25519PublicKeyParameters publicHalf) {
        return HexFormat.of().formatHex(Digest.SHA256.of(publicHalf.getEncoded()), 0, 8);
    }

    private static byte[] pem(Path file) throws IOException {
        try (var reader = new PemReader(new StringReader(Files.readString(file)))) {
            var object = reader.readPemObject();
            if (object == null) {
                throw new IOException(file + " 不是 PEM 文件");
            }
            return object.getContent();
        }
    }

    private static String pem(String type, byte[] content) throws IOException {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        }
        return text.toString();
    }
}
