package io.onevisit.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** A telephone that keeps one passkey (WebAuthn level 3, ES256, no attestation) and asks its owner for a finger. */
final class Device {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final ObjectMapper json = new ObjectMapper();
    private final KeyPair pair;
    private final byte[] id = new byte[32];
    /** The page that the browser shows. */
    String origin;

    boolean asksForAFinger = true;
    int counter = 1;
    private String owner;

    Device(String origin) throws Exception {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
    }

    /** A new key as the page asks for one. */
    Map<String, Object> made(JsonNode options) throws Exception {
        owner = options.path("user").path("id").asText();
        var attested = new ByteArrayOutputStream();
        attested.write(authenticator(options.path("rp").path("id").asText(), ATTESTED));
        attested.write(new byte[16]);
        attested.write(ByteBuffer.allocate(2).putShort((short) id.length).array());
        attested.write(id);
        attested.write(publicKey());
        var object = new ByteArrayOutputStream();
        try (var out = new CBORFactory().createGenerator(object)) {
            out.writeStartObject(3);
            out.writeStringField("fmt", "none");
            out.writeFieldName("attStmt");
            out.writeStartObject(0);
            out.writeEndObject();
            out.writeBinaryField("authData", attested.toByteArray());
            out.writeEndObject();
        }
        return credential(Map.of(
                "clientDataJSON", BASE64.encodeToString(said("webauthn.create", options)),
                "attestationObject", BASE64.encodeToString(object.toByteArray()),
                "transports", new String[] {"internal"}));
    }

    /** The proof that the key is here. */
    Map<String, Object> proof(JsonNode options) throws Exception {
        var said = said("webauthn.get", options);
        var data = authenticator(options.path("rpId").asText(), 0);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(data);
        signature.update(sha256(said));
        return credential(Map.of(
                "clientDataJSON", BASE64.encodeToString(said),
                "authenticatorData", BASE64.encodeToString(data),
                "signature", BASE64.encodeToString(signature.sign()),
                "userHandle", owner));
    }

    private Map<String, Object> credential(Map<String, Object> response) {
        return Map.of(
                "id",
                BASE64.encodeToString(id),
                "rawId",
                BASE64.encodeToString(id),
                "type",
                "public-key",
                "clientExtensionResults",
                Map.of(),
                "authenticatorAttachment",
                "platform",
                "response",
                response);
    }

    private byte[] said(String type, JsonNode options) throws Exception {
        return json.writeValueAsBytes(new TreeMap<>(Map.of(
                "type",
                type,
                "challenge",
                options.path("challenge").asText(),
                "origin",
                origin,
                "crossOrigin",
                false)));
    }

    private byte[] authenticator(String page, int more) throws Exception {
        return ByteBuffer.allocate(37)
                .put(sha256(page.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (PRESENT | more | (asksForAFinger ? VERIFIED : 0)))
                .putInt(counter++)
                .array();
    }

    /** COSE: EC2, ES256, P-256, x, y; keys are numbers, which Jackson's writer of maps does not know. */
    private byte[] publicKey() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return ByteBuffer.allocate(10 + 32 + 3 + 32)
                .put(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20})
                .put(bytes(point.getAffineX()))
                .put(new byte[] {0x22, 0x58, 0x20})
                .put(bytes(point.getAffineY()))
                .array();
    }

    private static byte[] bytes(BigInteger number) {
        var signed = number.toByteArray();
        var exact = new byte[32];
        var length = Math.min(signed.length, 32);
        System.arraycopy(signed, signed.length - length, exact, 32 - length, length);
        return exact;
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
