package io.onevisit.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.vault.KeyProvider.Algorithm;
import io.onevisit.vault.KeyProvider.Digest;
import io.onevisit.vault.Vault.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sealed opens in its own row only, whichever cipher sealed it and however often the key was changed. */
class VaultTest {

    private static final String NUMBER = "430102199503129025";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void opensInItsOwnPlaceOnly(Algorithm algorithm) {
        var vault = vault(algorithm);
        var sealed = vault.seal(Column.ACCOUNT_ID_NO, "chen.jing", NUMBER);

        assertThat(sealed).doesNotContain(NUMBER).startsWith("enc:k1:");
        assertThat(vault.open(Column.ACCOUNT_ID_NO, "chen.jing", sealed)).isEqualTo(NUMBER);
        assertThatThrownBy(() -> vault.open(Column.ACCOUNT_ID_NO, "li.na", sealed))
                .isInstanceOf(Sealing.NotOpened.class)
                .hasMessageNotContaining(NUMBER);
        assertThatThrownBy(() -> vault.open(Column.ACCOUNT_PHONE, "chen.jing", sealed))
                .isInstanceOf(Sealing.NotOpened.class);
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void anAlteredValueDoesNotOpen(Algorithm algorithm) {
        var vault = vault(algorithm);
        var sealed = vault.seal(Column.ACCOUNT_PHONE, "chen.jing", "13900000001");
        for (var at : List.of(8, sealed.length() / 2, sealed.length() - 3)) {
            var other = sealed.charAt(at) == 'A' ? 'B' : 'A';
            var altered = sealed.substring(0, at) + other + sealed.substring(at + 1);
            assertThatThrownBy(() -> vault.open(Column.ACCOUNT_PHONE, "chen.jing", altered))
                    .isInstanceOf(Sealing.NotOpened.class);
        }
    }

    @Test
    void theSameValueIsNeverSealedTheSameTwice() {
        var vault = vault(Algorithm.AES_GCM);

        assertThat(vault.seal(Column.ACCOUNT_ID_NO, "a", NUMBER))
                .isNotEqualTo(vault.seal(Column.ACCOUNT_ID_NO, "a", NUMBER));
    }

    @Test
    void aDocumentIsATextInItsColumn() {
        var vault = vault(Algorithm.AES_GCM);
        var stored = vault.sealJson(Column.APPLICATION_ANSWERS, "A1", "{\"childName\":\"陈一\"}");

        assertThat(stored).startsWith("\"enc:").endsWith("\"").doesNotContain("陈一", "childName");
        assertThat(vault.openJson(Column.APPLICATION_ANSWERS, "A1", stored)).isEqualTo("{\"childName\":\"陈一\"}");
        assertThat(vault.openJson(Column.APPLICATION_ANSWERS, "A1", "{\"before\":\"true\"}"))
                .as("written before there was a vault")
                .isEqualTo("{\"before\":\"true\"}");
    }

    @ParameterizedTest
    @EnumSource(Digest.class)
    void aValueIsFoundByItsKeyWhichTellsNothing(Digest digest) {
        var vault = TestVault.of(folder.resolve("keys"), Algorithm.AES_GCM, digest);
        var other = TestVault.of(folder.resolve("others"), Algorithm.AES_GCM, digest);

        assertThat(vault.key(Kind.ID_NO, NUMBER))
                .isEqualTo(vault.key(Kind.ID_NO, NUMBER))
                .isNotEqualTo(vault.key(Kind.PHONE, NUMBER))
                .isNotEqualTo(other.key(Kind.ID_NO, NUMBER))
                .doesNotContain(NUMBER)
                .hasSize(47);
    }

    @Test
    void aChangedKeySealsAnewAndOldOnesStillOpen() {
        var file = folder.resolve("vault.keys");
        var aes = TestVault.keys(file, Algorithm.AES_GCM, Digest.SHA256);
        var before = new Vault(aes).seal(Column.ACCOUNT_PHONE, "a", "13900000001");
        var sm4 = TestVault.keys(file, Algorithm.SM4_GCM, Digest.SHA256);

        assertThat(sm4.renew().algorithm()).isEqualTo(Algorithm.SM4_GCM);
        var after = new Vault(sm4).seal(Column.ACCOUNT_PHONE, "a", "13900000001");

        assertThat(after).startsWith("enc:k2:");
        assertThat(new Vault(sm4).open(Column.ACCOUNT_PHONE, "a", before)).isEqualTo("13900000001");
        assertThat(new Vault(aes).open(Column.ACCOUNT_PHONE, "a", after))
                .as("a server that did not make the key finds it")
                .isEqualTo("13900000001");
        assertThat(new Vault(aes).seal(Column.ACCOUNT_PHONE, "a", "1"))
                .as("and seals with it")
                .startsWith("enc:k2:");
    }

    @Test
    void serversThatStartAtOnceMakeOneFileOfKeysThatNobodyElseReads() throws Exception {
        var file = folder.resolve("vault.keys");
        var starts = new ArrayList<Callable<String>>();
        for (var i = 0; i < 4; i++) {
            starts.add(() -> TestVault.of(file, Algorithm.AES_GCM, Digest.SM3).key(Kind.ID_NO, NUMBER));
        }
        var pool = Executors.newFixedThreadPool(4);
        var found = new ArrayList<String>();
        try {
            for (var key : pool.invokeAll(starts)) {
                found.add(key.get());
            }
        } finally {
            pool.shutdown();
        }

        assertThat(found).hasSize(4).containsOnly(found.get(0));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private Vault vault(Algorithm algorithm) {
        return TestVault.of(folder.resolve("vault.keys"), algorithm, Digest.SHA256);
    }
}
