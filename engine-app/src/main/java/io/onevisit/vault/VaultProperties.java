package io.onevisit.vault;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sensitive columns are sealed.
 *
 * @param keys the file of keys; empty for {@code vault.keys} in the data folder. Servers that share a database share it.
 * @param algorithm of keys made from now on: {@code AES_GCM} or {@code SM4_GCM}
 * @param digest of searchable hashes, chosen when the file of keys is made: {@code SHA256} or {@code SM3}
 * @param batch rows sealed in one transaction
 */
@ConfigurationProperties("onevisit.vault")
record VaultProperties(
        @DefaultValue("") String keys,
        @DefaultValue("AES_GCM") KeyProvider.Algorithm algorithm,
        @DefaultValue("SHA256") KeyProvider.Digest digest,
        @DefaultValue("500") int batch) {}
