package io.onevisit.vault;

import io.onevisit.vault.KeyProvider.Key;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** Galois/counter mode, with AES or SM4: what was altered or belongs to another place does not open. */
final class Sealing {

    static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** Finding an implementation costs more than sealing a name. */
    private static final ThreadLocal<Cipher> AES = ThreadLocal.withInitial(() -> {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES", e);
        }
    });

    private Sealing() {}

    static byte[] seal(Key key, byte[] nonce, byte[] place, byte[] plain) {
        return run(true, key, nonce, place, plain, 0);
    }

    /** @param from where in the bytes the sealed part begins */
    static byte[] open(Key key, byte[] nonce, byte[] place, byte[] sealed, int from) {
        return run(false, key, nonce, place, sealed, from);
    }

    private static byte[] run(boolean seal, Key key, byte[] nonce, byte[] place, byte[] bytes, int from) {
        try {
            return switch (key.algorithm()) {
                case AES_GCM -> aes(seal, key, nonce, place, bytes, from);
                case SM4_GCM -> sm4(seal, key, nonce, place, bytes, from);
            };
        } catch (GeneralSecurityException | InvalidCipherTextException e) {
            throw new NotOpened(e);
        }
    }

    private static byte[] aes(boolean seal, Key key, byte[] nonce, byte[] place, byte[] bytes, int from)
            throws GeneralSecurityException {
        var cipher = AES.get();
        cipher.init(
                seal ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                new SecretKeySpec(key.secret(), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place);
        return cipher.doFinal(bytes, from, bytes.length - from);
    }

    private static byte[] sm4(boolean seal, Key key, byte[] nonce, byte[] place, byte[] bytes, int from)
            throws InvalidCipherTextException {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(seal, new AEADParameters(new KeyParameter(key.secret()), TAG_BITS, nonce, place));
        var out = new byte[cipher.getOutputSize(bytes.length - from)];
        var written = cipher.processBytes(bytes, from, bytes.length - from, out, 0);
        cipher.doFinal(out, written);
        return out;
    }

    /** A value was altered, or lies in another row, column or table than it was sealed for. */
    static final class NotOpened extends IllegalStateException {
        NotOpened(Exception cause) {
            super("A sealed value does not open: altered, moved from another row, or sealed with another key", cause);
        }
    }
}
