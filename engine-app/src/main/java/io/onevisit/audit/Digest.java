package io.onevisit.audit;

import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The hash of the chain; each seal names its own, so that it may be changed on a running installation. */
enum Digest {
    SHA256,
    SM3;

    byte[] of(byte[] bytes) {
        var digest = fresh();
        digest.update(bytes, 0, bytes.length);
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    private ExtendedDigest fresh() {
        return this == SM3 ? new SM3Digest() : new SHA256Digest();
    }
}
