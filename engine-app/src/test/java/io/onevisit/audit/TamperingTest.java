package io.onevisit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever owns the database can change anything; each change is found, told by place and kind. */
@PlatformTest
class TamperingTest {

    private static final AtomicInteger DAYS = new AtomicInteger();

    @Autowired
    Audit audit;

    @Autowired
    Sealer sealer;

    @Autowired
    Anchoring anchoring;

    @Autowired
    DayCheck verification;

    @Autowired
    JdbcClient sql;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Autowired
    MutableClock time;

    private AuditBook book;

    @BeforeEach
    void sixEntriesOfADay() {
        // Ten days apart: an anchor speaks of its day and the two after.
        var chain = AuditBook.chain("430199", "2023-01-01");
        chain = new Chain(chain.region(), chain.day().plusDays(10L * DAYS.incrementAndGet()));
        time.setTo(chain.day().atTime(LocalTime.NOON).atZone(EntryRows.CHINA).toInstant());
        book = new AuditBook(audit, sealer, anchoring, sql, owner, chain);
        book.write(6);
        book.sealAndAnchor();
        assertThat(region()).isEqualTo(new DayCheck.Region(chain.region(), 6, 6, 0, null));
        assertThat(verification.check(chain.day()).findings()).isEmpty();
        assertThat(verification.check(chain.day()).holds()).isTrue();
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void oneChangedByte() throws Exception {
        book.tamper("update audit_entry set purpose = purpose || '。' where id = " + book.idAt(3));

        assertThat(region().firstBreak())
                .isEqualTo(new Break(
                        Break.Kind.CHANGED, 3, book.idAt(3), "第 3 条（编号 %d）的内容与封存时不同。".formatted(book.idAt(3))));
    }

    @Test
    void aDeletedRow() throws Exception {
        var gone = book.idAt(4);
        book.tamper("delete from audit_entry where id = " + gone);

        assertThat(region().firstBreak())
                .isEqualTo(new Break(Break.Kind.DELETED, 4, gone, "第 4 条（编号 %d）被删除。".formatted(gone)));
        assertThat(region().entries()).isEqualTo(5);
        assertThat(region().sealed()).isEqualTo(6);
    }

    @Test
    void aRowDeletedWithItsSeal() throws Exception {
        var gone = book.idAt(4);
        book.tamper("delete from audit_entry where id = " + gone, "delete from audit_seal where entry_id = " + gone);

        assertThat(region().firstBreak().kind()).isEqualTo(Break.Kind.DELETED);
        assertThat(region().firstBreak().position()).isEqualTo(4);
    }

    @Test
    void twoRowsThatChangedPlaces() throws Exception {
        var two = book.idAt(2);
        var five = book.idAt(5);
        book.tamper(
                """
                update audit_entry e set number = other.number, at = other.at, correlation = other.correlation
                from audit_entry other
                where e.id in (%1$d, %2$d) and other.id in (%1$d, %2$d) and e.id <> other.id"""
                        .formatted(two, five));

        assertThat(region().firstBreak()).isEqualTo(new Break(Break.Kind.SWAPPED, 2, two, "第 2 条与第 5 条的内容被调换。"));
    }

    @Test
    void twoSealsThatChangedPlaces() throws Exception {
        var where = " where region = '430199' and day = '%s' and position = "
                .formatted(book.chain().day());
        book.tamper(
                "update audit_seal set position = 99" + where + 2,
                "update audit_seal set position = 2" + where + 3,
                "update audit_seal set position = 3" + where + 99);

        assertThat(region().firstBreak().sentence()).isEqualTo("第 2 条与第 3 条的封存顺序被调换。");
    }

    @Test
    void aCutTail() throws Exception {
        book.tamper(
                "delete from audit_entry where id in (%d, %d)".formatted(book.idAt(5), book.idAt(6)),
                "delete from audit_seal where entry_id in (%d, %d)".formatted(book.idAt(5), book.idAt(6)));

        assertThat(region().firstBreak()).isEqualTo(new Break(Break.Kind.CUT, 5, 0, "已签名的锚点到第 6 条，现在只有 4 条：尾部被截断。"));
    }

    @Test
    void anOldBackupThatWasRestored() throws Exception {
        var anchors =
                sql.sql("select max(no) from audit_anchor").query(Long.class).single();
        book.write(3);
        book.sealAndAnchor();
        assertThat(region().firstBreak()).isNull();

        restoreTo(anchors, 6);

        assertThat(region().firstBreak())
                .isEqualTo(new Break(Break.Kind.RESTORED, 7, 0, "已导出的锚点到第 9 条，现在只有 6 条，数据库中也没有该锚点：恢复了旧备份。"));
        assertThat(verification.check(book.chain().day()).findings())
                .singleElement()
                .asString()
                .contains("已导出的锚点第 %d 号".formatted(anchors + 1));
    }

    @Test
    void anOldBackupThatWasRestoredAndWrittenOn() throws Exception {
        var anchors =
                sql.sql("select max(no) from audit_anchor").query(Long.class).single();
        book.write(3);
        book.sealAndAnchor();
        restoreTo(anchors, 6);
        time.advance(java.time.Duration.ofMinutes(5));
        book.write(4);
        book.sealAndAnchor();

        assertThat(region().firstBreak().kind()).isEqualTo(Break.Kind.RESTORED);
        assertThat(region().firstBreak().position()).isEqualTo(9);
    }

    @Test
    void aChainReckonedAnewAfterAChange() throws Exception {
        book.tamper(
                "update audit_entry set number = '别的' where id = " + book.idAt(1),
                "insert into audit_pending (id, month) select entry_id, month from audit_seal where region = '430199' and day = '%s'"
                        .formatted(book.chain().day()),
                "delete from audit_seal where region = '430199' and day = '%s'"
                        .formatted(book.chain().day()));
        time.advance(java.time.Duration.ofMinutes(1));
        sealer.seal();

        assertThat(book.positions()).hasSize(6);
        assertThat(region().firstBreak().kind()).isEqualTo(Break.Kind.REWRITTEN);
    }

    @Test
    void anAnchorThatNobodySigned() throws Exception {
        book.tamper("update audit_anchor set body = replace(body, '\"position\":6', '\"position\":5') where no = "
                + "(select max(no) from audit_anchor)");

        assertThat(verification.check(book.chain().day()).findings())
                .anySatisfy(finding -> assertThat(finding).contains("签名无效"));
    }

    @Test
    void anEntryThatIsNotSealedYetIsNoBreak() {
        book.write(2);

        assertThat(region()).isEqualTo(new DayCheck.Region("430199", 8, 6, 2, null));
        sealer.seal();
    }

    /** What a restored database lacks: everything after the backup. */
    private void restoreTo(long anchor, int position) throws Exception {
        var later = "region = '430199' and day = '%s'".formatted(book.chain().day());
        book.tamper(
                "delete from audit_entry where id in (select entry_id from audit_seal where %s and position > %d)"
                        .formatted(later, position),
                "delete from audit_seal where %s and position > %d".formatted(later, position),
                "delete from audit_anchor where no > " + anchor);
    }

    private DayCheck.Region region() {
        return verification.check(book.chain().day()).regions().stream()
                .filter(region -> region.region().equals(book.chain().region()))
                .findFirst()
                .orElseThrow();
    }
}
