package io.onevisit.vault;

import io.onevisit.engine.DataFolder;
import io.onevisit.vault.KeyProvider.Algorithm;
import io.onevisit.vault.KeyProvider.Digest;
import java.nio.file.Path;

/** The vault with the keys of the platform that tests share, for what they write past it. */
public final class TestVault {

    private TestVault() {}

    public static Vault ofThePlatform() {
        return of(Path.of("target/platform-test/vault.keys"), Algorithm.AES_GCM, Digest.SHA256);
    }

    static Vault of(Path keys, Algorithm algorithm, Digest digest) {
        return new Vault(keys(keys, algorithm, digest));
    }

    static KeyProvider keys(Path keys, Algorithm algorithm, Digest digest) {
        return new KeyFile(
                new VaultProperties(keys.toString(), algorithm, digest, 500), new DataFolder(keys.getParent()));
    }
}
