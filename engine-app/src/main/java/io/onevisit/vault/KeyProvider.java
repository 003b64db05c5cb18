package io.onevisit.vault;

import java.util.List;

/**
 * Where keys come from: a file of our own unless a bean of a deployment says something else (a key management service, a
 * certified module). What is asked for is asked for at every use: an implementation keeps what is expensive.
 */
public interface KeyProvider {

    /** The key that new values are sealed with. */
    Key current();

    /** The key of this name, which may have been made by another server since. */
    Key named(String id);

    /** What searchable hashes are made with; never one of the sealing keys, and never changed. */
    SearchKey search();

    /** Makes a new key the current one; older ones stay to be read with. */
    Key renew();

    /** Names of all keys, oldest first. */
    List<String> names();

    /** @param id short, without spaces or colons: it stands in every value sealed with the key */
    record Key(String id, Algorithm algorithm, byte[] secret) {}

    record SearchKey(Digest digest, byte[] secret) {}

    /** How values are sealed. */
    enum Algorithm {
        AES_GCM(32),
        SM4_GCM(16);

        private final int keyLength;

        Algorithm(int keyLength) {
            this.keyLength = keyLength;
        }

        public int keyLength() {
            return keyLength;
        }
    }

    /** How searchable hashes are made. */
    enum Digest {
        SHA256,
        SM3
    }
}
