package io.onevisit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class SealingTest {

    @Autowired
    Audit audit;

    @Autowired
    Sealer sealer;

    @Autowired
    Anchoring anchoring;

    @Autowired
    Sealing sealing;

    @Autowired
    DayCheck verification;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Autowired
    MutableClock time;

    @AfterEach
    void now() {
        time.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set name = ''",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_seal set position = position + 1",
                "delete from audit_seal",
                "update audit_anchor set body = ''",
                "delete from audit_anchor",
                "update audit_entry_default set name = ''",
                "delete from audit_seal_default"
            })
    void theApplicationsRoleMayOnlyAdd(String statement) {
        assertThatThrownBy(() -> sql.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .satisfies(refused ->
                        assertThat(((SQLException) refused).getSQLState()).isEqualTo("42501"));
    }

    @Test
    void evenTheOwnerIsStoppedUntilTheySwitchTheTriggersOff() throws Exception {
        book("430198", "2022-05-01").write(1);
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from audit_entry where day = '2022-05-01'"))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void whatIsCommittedIsSealedWithinTwoSeconds() throws Exception {
        var book = book("430197", "2022-06-01");
        sealer.seal();
        sealing.start();
        try {
            book.write(1);
            var committed = Instant.now();
            while (book.positions().isEmpty() && Instant.now().isBefore(committed.plusSeconds(10))) {
                Thread.sleep(20);
            }
            assertThat(Duration.between(committed, Instant.now())).isLessThan(Duration.ofSeconds(2));
        } finally {
            sealing.stop();
        }
        assertThat(book.positions()).containsExactly(1L);
    }

    @Test
    void anEntryThatWasRolledBackLeavesNoGap() {
        var book = book("430196", "2022-07-01");
        book.write(1);
        transaction.executeWithoutResult(status -> {
            book.write(1);
            status.setRollbackOnly();
        });
        book.write(1);
        sealer.seal();

        assertThat(book.positions()).containsExactly(1L, 2L);
    }

    @Test
    void whoCommitsLateIsSealedBehindAndTheOthersDoNotWait() throws Exception {
        var book = book("430195", "2022-08-01");
        transaction.executeWithoutResult(status -> {
            book.write(1);
            inOtherThread(() -> {
                book.write(1);
                return sealer.seal();
            });
            assertThat(book.positions()).isEqualTo(java.util.List.of(1L));
        });
        sealer.seal();

        assertThat(book.positions()).containsExactly(1L, 2L);
        assertThat(book.idAt(1)).isGreaterThan(book.idAt(2));
        assertThat(held(book)).isTrue();
    }

    @Test
    void manyWritersAndTwoSealersMakeOneChainWithoutGaps() throws Exception {
        var book = book("430194", "2022-09-01");
        var threads = Executors.newFixedThreadPool(6);
        var work = new ArrayList<Callable<Object>>();
        for (var i = 0; i < 4; i++) {
            work.add(Executors.callable(() -> book.write(25)));
        }
        for (var i = 0; i < 2; i++) {
            work.add(Executors.callable(() -> {
                for (var n = 0; n < 20; n++) {
                    sealer.seal();
                }
            }));
        }
        for (var done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();
        sealer.seal();

        assertThat(book.positions())
                .isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
        assertThat(held(book)).isTrue();
    }

    @Test
    void theHeadsAreCopiedOutSigned() {
        var book = book("430193", "2022-10-01");
        book.write(2);
        book.sealAndAnchor();
        var day = verification.check(book.chain().day());

        assertThat(day.anchors()).isEqualTo(1);
        assertThat(java.nio.file.Path.of("target/platform-test/audit/anchors/2022-10-01.jsonl"))
                .content()
                .contains("430193", "signature");
        assertThat(java.nio.file.Path.of("target/platform-test/audit/keys/anchor.key"))
                .satisfies(key -> assertThat(java.nio.file.attribute.PosixFilePermissions.toString(
                                java.nio.file.Files.getPosixFilePermissions(key)))
                        .isEqualTo("rw-------"));
    }

    private AuditBook book(String region, String day) {
        var chain = AuditBook.chain(region, day);
        time.setTo(chain.day().atTime(12, 0).atZone(EntryRows.CHINA).toInstant());
        return new AuditBook(audit, sealer, anchoring, sql, owner, chain);
    }

    private boolean held(AuditBook book) {
        return verification.check(book.chain().day()).regions().stream()
                .allMatch(region -> region.firstBreak() == null && region.unsealed() == 0);
    }

    private static void inOtherThread(Callable<?> work) {
        var thread = Executors.newSingleThreadExecutor();
        try {
            thread.submit(work).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            thread.shutdown();
        }
    }
}
