package io.onevisit.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.springframework.stereotype.Component;

/**
 * Seals values of sensitive columns: {@code enc:KEY:base64url(nonce, sealed)}, bound to table, column and row, so that
 * nobody who can write to the database can exchange two of them. What was written before there was a vault, and not
 * sealed yet, is read as it is; {@link Resealing} leaves none of it.
 */
@Component
public class Vault {

    private static final String PREFIX = "enc:";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeyProvider keys;
    private final SecureRandom random = new SecureRandom();

    Vault(KeyProvider keys) {
        this.keys = keys;
    }

    /**
     * An empty text hides nothing and stays one.
     *
     * @param row names the row within the table, as {@link Column#row()} does
     */
    public String seal(Column column, String row, String plain) {
        if (plain == null || plain.isEmpty()) {
            return plain;
        }
        var key = keys.current();
        var nonce = new byte[Sealing.NONCE];
        random.nextBytes(nonce);
        var sealed = Sealing.seal(key, nonce, place(column, row), plain.getBytes(UTF_8));
        var bytes = new byte[nonce.length + sealed.length];
        System.arraycopy(nonce, 0, bytes, 0, nonce.length);
        System.arraycopy(sealed, 0, bytes, nonce.length, sealed.length);
        return PREFIX + key.id() + ":" + TEXT.encodeToString(bytes);
    }

    public String open(Column column, String row, String stored) {
        if (stored == null || !sealed(stored)) {
            return stored;
        }
        var end = stored.indexOf(':', PREFIX.length());
        var key = keys.named(stored.substring(PREFIX.length(), end));
        var bytes = Base64.getUrlDecoder().decode(stored.substring(end + 1));
        var nonce = new byte[Sealing.NONCE];
        System.arraycopy(bytes, 0, nonce, 0, nonce.length);
        return new String(Sealing.open(key, nonce, place(column, row), bytes, nonce.length), UTF_8);
    }

    /** Seals a document of a {@code jsonb} column: a text in place of the object, so that no table is written anew. */
    public String sealJson(Column column, String row, String json) {
        return json == null ? null : '"' + seal(column, row, json) + '"';
    }

    public String openJson(Column column, String row, String stored) {
        return stored == null || !stored.startsWith('"' + PREFIX)
                ? stored
                : open(column, row, stored.substring(1, stored.length() - 1));
    }

    /** Seals a list of a {@code text[]} column: as a list of one. */
    public String[] sealTexts(Column column, String row, List<String> plain) {
        return new String[] {seal(column, row, json(plain))};
    }

    public List<String> openTexts(Column column, String row, List<String> stored) {
        return stored.size() == 1 && sealed(stored.get(0)) ? texts(open(column, row, stored.get(0))) : stored;
    }

    /** A value as {@link Column.Form#read} reads it, sealed with the current key as {@link Column.Form#written} takes it. */
    String again(Column column, String row, String read) {
        return switch (column.form()) {
            case TEXT -> seal(column, row, open(column, row, read));
            case JSON -> sealJson(column, row, openJson(column, row, read));
            case TEXTS -> seal(column, row, json(openTexts(column, row, texts(read))));
        };
    }

    private static String json(List<String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(String json) {
        try {
            return List.of(JSON.readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By what a value is found without being read: the same for the same value, of the same kind, in every table. */
    public String key(Kind kind, String value) {
        if (value == null) {
            return null;
        }
        var search = keys.search();
        var mac = new HMac(search.digest() == KeyProvider.Digest.SM3 ? new SM3Digest() : new SHA256Digest());
        mac.init(new KeyParameter(search.secret()));
        for (var part : new byte[][] {kind.name().getBytes(UTF_8), {0}, value.getBytes(UTF_8)}) {
            mac.update(part, 0, part.length);
        }
        var hash = new byte[mac.getMacSize()];
        mac.doFinal(hash, 0);
        return KEY + TEXT.encodeToString(hash);
    }

    static boolean sealed(String stored) {
        return stored.startsWith(PREFIX);
    }

    /** What every value sealed with this key begins with. */
    static String prefix(String keyId) {
        return PREFIX + keyId + ":";
    }

    /** What every searchable hash begins with. */
    static final String KEY = "key:";

    private static byte[] place(Column column, String row) {
        return (column.table() + "." + column.column() + ":" + row).getBytes(UTF_8);
    }

    /** What a searchable value is. */
    public enum Kind {
        ID_NO,
        PHONE
    }
}
