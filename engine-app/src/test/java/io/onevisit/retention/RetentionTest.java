package io.onevisit.retention;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Applying;
import io.onevisit.MutableClock;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.audit.Audit;
import io.onevisit.engine.DataFolder;
import io.onevisit.identity.Role;
import io.onevisit.retention.Perishable.Due;
import io.onevisit.vault.Column;
import io.onevisit.vault.TestVault;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;

/** What is past its period goes, files too, and nothing else does; each removal is proved, whatever happens in between. */
@PlatformTest
class RetentionTest {

    @Autowired
    Retention retention;

    @Autowired
    Rules rules;

    @Autowired
    Holds holds;

    @Autowired
    Proofs proofs;

    @Autowired
    List<Perishable> perishables;

    @Autowired
    PastPeriod pastPeriod;

    @Autowired
    Audit audit;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MutableClock time;

    @Autowired
    Office office;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient sql;

    @Autowired
    DataFolder data;

    private Applying parent;

    @BeforeEach
    void someone() {
        parent = office.parent();
        retention.run(false, "平台"); // what other tests left behind is no part of what is counted here
    }

    @AfterEach
    void timeGoesOnAsItDoes() {
        sql.sql(
                        "update retention_hold set lifted_at = now(), lifted_by = '测试', lifted_why = '' where lifted_at is null")
                .update();
        time.reset();
    }

    @Test
    void anAbandonedDraftGoesWithItsFilesAndTheRestStays() throws Exception {
        var abandoned = draft();
        var file = upload(abandoned);
        time.advance(Duration.ofDays(181));
        var fresh = draft();
        var freshFile = upload(fresh);
        var expected = due("abandoned-drafts");
        assertThat(expected).contains(abandoned).doesNotContain(fresh);

        var run = retention.run(false, "平台");

        assertThat(present("draft", abandoned)).isFalse();
        assertThat(file).doesNotExist();
        assertThat(sql.sql("select count(*) from document where sha256 = ?")
                        .param(file.getFileName().toString())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(present("draft", fresh)).isTrue();
        assertThat(freshFile).exists();
        var result = result(run, "abandoned-drafts");
        assertThat(result.removed()).isEqualTo(expected.size());
        assertThat(result.hash()).isEqualTo(Proofs.hash(Proofs.NOTHING, expected));
        assertThat(result.leftDue()).isZero();
        assertThat(result.newest()).isBefore(result.before());
        assertThat(sql.sql("select count(*) from audit_entry where verb = 'DELETE_EXPIRED' and number = ?")
                        .param(Long.toString(run))
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(retention.run(false, "平台"))
                .satisfies(again ->
                        assertThat(result(again, "abandoned-drafts").removed()).isZero());
    }

    @Test
    void aTrialTellsTheSameAndRemovesNothing() throws Exception {
        var draft = draft();
        time.advance(Duration.ofDays(181));

        var trial = retention.run(true, "系统管理员");

        assertThat(present("draft", draft)).isTrue();
        assertThat(proofs.batches(trial)).isEmpty();
        var told = result(trial, "abandoned-drafts");
        var done = result(retention.run(false, "平台"), "abandoned-drafts");
        assertThat(told.removed()).isEqualTo(done.removed()).isPositive();
        assertThat(told.hash()).isEqualTo(done.hash());
    }

    @Test
    void whatIsHeldStaysAndIsToldUntilTheHoldIsLifted() throws Exception {
        var draft = draft();
        time.advance(Duration.ofDays(183));
        var hold = holds.set(parent.person().username(), "行政复议期间依法保全", "系统管理员");

        var result = result(retention.run(false, "平台"), "abandoned-drafts");

        assertThat(present("draft", draft)).isTrue();
        assertThat(result.leftDue()).isEqualTo(1);
        assertThat(result.leftWhy()).contains("保全中 1 条");
        assertThat(pastPeriod.check(10).findings()).noneMatch(finding -> finding.contains("草稿"));

        holds.lift(hold.id(), "复议终结", "系统管理员");
        assertThat(pastPeriod.check(10).findings()).anyMatch(finding -> finding.contains("草稿"));
        retention.run(false, "平台");
        assertThat(present("draft", draft)).isFalse();
        assertThat(pastPeriod.check(10).findings()).noneMatch(finding -> finding.contains("草稿"));
    }

    @Test
    void cutOffBetweenBatchesNothingIsLostAndNothingDoneTwice() {
        var codes = codes(5);
        time.advance(Duration.ofDays(3));
        var real = perishables.stream()
                .filter(one -> one.rule().equals("phone-codes"))
                .findFirst()
                .orElseThrow();
        var removed = new ArrayList<String>();

        assertThatThrownBy(() -> batchesOfTwo(dyingAfter(1, real, removed)).run(false, "平台"))
                .isInstanceOf(PowerCut.class);

        var cut = proofs.runs(1).get(0);
        assertThat(cut.endedAt()).isNull();
        assertThat(proofs.batches(cut.id())).singleElement().satisfies(batch -> {
            assertThat(batch.removed()).isEqualTo(2);
            assertThat(batch.hash()).isEqualTo(Proofs.hash(Proofs.NOTHING, codes.subList(0, 2)));
        });
        assertThat(codesLeft(codes)).isEqualTo(3);

        var next = batchesOfTwo(real).run(false, "平台");

        assertThat(codesLeft(codes)).isZero();
        assertThat(proofs.batches(next).stream()
                        .filter(batch -> batch.rule().equals("phone-codes"))
                        .mapToInt(Proofs.Batch::removed))
                .containsExactly(2, 1);
        assertThat(result(next, "phone-codes").hash())
                .isEqualTo(Proofs.hash(Proofs.hash(Proofs.NOTHING, codes.subList(2, 4)), codes.subList(4, 5)));
    }

    @Test
    void oneRuleThatFailsStopsNoOther() throws Exception {
        var draft = draft();
        codes(1);
        time.advance(Duration.ofDays(181));
        var broken = real("phone-codes").removedBy(due -> {
            throw new IllegalStateException("broken on purpose");
        });

        var run = batchesOfTwo(broken).run(false, "平台");

        assertThat(result(run, "phone-codes").removed()).isZero();
        assertThat(result(run, "phone-codes").leftWhy()).startsWith("执行中断");
        assertThat(present("draft", draft)).isFalse();
    }

    @Test
    void readingsGoWhenAllIsClosedForLongAndTheScanAndTheCaseStay() throws Exception {
        var file = office.submitted(parent);
        var document = sql.sql("select document_id from application_document where application_no = ? limit 1")
                .param(file.applicationNo())
                .query(UUID.class)
                .single();
        sql.sql(
                        """
                        insert into document_reading (document_id, engine, version, pages, fields, text, read_at)
                        values (?, 'test', '1', '[]', '{}', '', now()) on conflict do nothing""")
                .param(document)
                .update();
        time.advance(Duration.ofDays(400));
        retention.run(false, "平台");
        assertThat(reading(document)).as("while the application runs").isEqualTo(1);

        sql.sql("update application set closed_at = ? where application_no = ?")
                .params(Timestamp.from(time.instant().minus(Duration.ofDays(181))), file.applicationNo())
                .update();
        retention.run(false, "平台");

        assertThat(reading(document)).isZero();
        assertThat(sql.sql("select count(*) from document where id = ?")
                        .param(document)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anOldOrderForgetsWhoCalledAndKeepsWhatWasAsked() {
        var no = "W" + UUID.randomUUID().toString().substring(0, 20);
        sql.sql(
                        """
                        insert into work_order (no, kind, urgent, duty, region, text, contact_name, contact_phone, state, created_at, closed_at)
                        values (?, 'CONSULTATION', false, 'other', '430102', '请回电 13812345678，路灯坏了', '张三丰', '13812345678', 'CLOSED', ?, ?)""")
                .params(no, Timestamp.from(time.instant()), Timestamp.from(time.instant()))
                .update();
        time.advance(Duration.ofDays(364));
        retention.run(false, "平台");
        assertThat(order(no)).containsEntry("contact_name", "张三丰");

        time.advance(Duration.ofDays(3));
        retention.run(false, "平台");

        assertThat(order(no)).containsEntry("contact_phone", "").containsEntry("contact_name", "张**");
        assertThat(TestVault.ofThePlatform()
                        .open(Column.ORDER_TEXT, no, (String) order(no).get("text")))
                .isEqualTo("请回电 138****5678，路灯坏了");
    }

    @Test
    void aFileThatACrashLeftBehindIsFoundAndDeleted() throws Exception {
        var draft = draft();
        var file = upload(draft);
        var sha256 = file.getFileName().toString();
        sql.sql("delete from draft_document where draft_id = ?::uuid")
                .param(draft)
                .update();
        sql.sql("delete from document where sha256 = ?").param(sha256).update();
        assertThat(file).exists();

        time.advance(Duration.ofDays(3));
        var run = retention.run(false, "平台");

        assertThat(file).doesNotExist();
        assertThat(result(run, "orphaned-contents").removed()).isPositive();
    }

    @Test
    void filedCasesAndRecordsOfGivingDataAreNeverDeleted() throws Exception {
        var file = office.submitted(parent);
        sql.sql("update application set closed_at = now() where application_no = ?")
                .param(file.applicationNo())
                .update();
        var before = counts();
        time.advance(Duration.ofDays(365 * 12));

        retention.run(false, "平台");

        before.remove("audit_entry"); // the run itself is noted
        assertThat(counts()).containsAllEntriesOf(before);
    }

    @Test
    void everyRuleIsCarriedOutByABeanAndNamesItsBasis() {
        assertThat(perishables)
                .extracting(Perishable::rule)
                .containsExactlyInAnyOrderElementsOf(
                        rules.all().stream().map(Rules.Rule::id).toList());
        assertThat(rules.all()).allSatisfy(rule -> {
            assertThat(rule.basis()).isNotBlank();
            assertThat(rule.before(Instant.now())).isBefore(Instant.now());
        });
        var kept = rules.kept().stream().map(Rules.Kept::table).toList();
        assertThat(perishables)
                .filteredOn(PerishableRows.class::isInstance)
                .extracting(rows -> ((PerishableRows) rows).table())
                .doesNotContainAnyElementsOf(kept);
    }

    @Test
    void proofsAreWrittenOnce() {
        codes(1);
        time.advance(Duration.ofDays(3));
        retention.run(false, "平台");

        for (var change : List.of(
                "update retention_batch set removed = 0",
                "delete from retention_batch",
                "delete from retention_result")) {
            assertThatThrownBy(() -> sql.sql(change).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void administratorsReadRunsAndOnlyTheSystemsHolds() throws Exception {
        codes(1);
        time.advance(Duration.ofDays(3));
        var run = retention.run(false, "平台");
        var system = office.officer(Role.SYSTEM_ADMIN, null);
        var auditor = office.officer(Role.AUDITOR, null);

        web.perform(get("/api/retention/runs/" + run).with(as(auditor)))
                .andExpect(status().isOk())
                .andExpect(
                        jsonPath("$.results[?(@.rule=='phone-codes')].removed").value(1));
        web.perform(get("/api/retention").with(as(system)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rules[0].basis").isNotEmpty());
        office.send(system, "/api/retention/trials", Map.of()).andExpect(status().isCreated());
        office.send(auditor, "/api/retention/holds", Map.of("number", "A1", "reason", "x"))
                .andExpect(status().isForbidden());
        office.send(system, "/api/retention/holds", Map.of("number", "A1", "reason", ""))
                .andExpect(status().is4xxClientError());
        office.send(system, "/api/retention/holds", Map.of("number", "A1", "reason", "诉讼保全"))
                .andExpect(status().isCreated());
        office.send(system, "/api/retention/holds", Map.of("number", "A1", "reason", "诉讼保全"))
                .andExpect(status().isConflict());
        for (var stranger : List.of(Role.OPERATOR, Role.SECURITY_ADMIN, Role.CLERK)) {
            web.perform(get("/api/retention").with(as(office.officer(stranger, null))))
                    .andExpect(status().isForbidden());
        }
    }

    private String draft() throws Exception {
        JsonNode begun = parent.node(parent.ask(post("/api/drafts"), Map.of("bundle", "newborn", "region", "430102")));
        var id = begun.path("id").asText();
        parent.ask(
                put("/api/drafts/" + id),
                Map.of("answers", Applying.answers(), "items", List.of("fertilityRegistration"), "revision", 1));
        return id;
    }

    /** A file nobody else has; returns where it lies. */
    private Path upload(String draft) throws Exception {
        var image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (var i = 0; i < 256; i++) {
            image.setRGB(i % 16, i / 16, ThreadLocalRandom.current().nextInt());
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        var answer = parent.node(web.perform(multipart("/api/drafts/" + draft + "/documents")
                .file(new MockMultipartFile("file", "a.png", "image/png", out.toByteArray()))
                .param("materialKey", "mother-id")
                .with(as(parent.person()))));
        var sha256 = sql.sql("select trim(sha256) from document where id = ?::uuid")
                .param(answer.path("id").asText())
                .query(String.class)
                .single();
        var file = data.resolve("documents/" + sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256);
        assertThat(Files.exists(file)).isTrue();
        return file;
    }

    private List<String> due(String rule) {
        var period = rules.all().stream().filter(one -> one.id().equals(rule)).findFirst();
        return real(rule).due(period.orElseThrow().before(time.instant()), Due.FIRST, 10_000, false).stream()
                .map(Due::key)
                .toList();
    }

    private Perishable real(String rule) {
        return perishables.stream()
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private Proofs.Result result(long run, String rule) {
        return proofs.results(run).stream()
                .filter(result -> result.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private boolean present(String table, String id) {
        return sql.sql("select exists (select from " + table + " where id = ?::uuid)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private long reading(UUID document) {
        return sql.sql("select count(*) from document_reading where document_id = ?")
                .param(document)
                .query(Long.class)
                .single();
    }

    private Map<String, Object> order(String no) {
        return sql.sql("select * from work_order where no = ?")
                .param(no)
                .query()
                .singleRow();
    }

    private Map<String, Long> counts() {
        var counts = new HashMap<String, Long>();
        rules.kept()
                .forEach(kept -> counts.put(
                        kept.table(),
                        sql.sql("select count(*) from " + kept.table())
                                .query(Long.class)
                                .single()));
        return counts;
    }

    /** Codes sent one after another; returns their keys, oldest first. */
    private List<String> codes(int many) {
        var keys = new ArrayList<String>();
        for (var i = 0; i < many; i++) {
            keys.add(sql.sql(
                            "insert into phone_code (phone, purpose, code, source, sent_at) values (?, 'RESET', 'x', 'retention', ?) returning id::text")
                    .params(
                            "key:" + UUID.randomUUID(),
                            Timestamp.from(time.instant().plusSeconds(i)))
                    .query(String.class)
                    .single());
        }
        return keys;
    }

    private long codesLeft(List<String> keys) {
        return sql.sql("select count(*) from phone_code where id::text in (:keys)")
                .param("keys", keys)
                .query(Long.class)
                .single();
    }

    private Retention batchesOfTwo(Perishable instead) {
        var all = new ArrayList<>(perishables);
        all.replaceAll(one -> one.rule().equals(instead.rule()) ? instead : one);
        return new Retention(rules, all, holds, proofs, audit, time, transactions, new RetentionProperties(2, 1000));
    }

    private static Perishable dyingAfter(int batches, Perishable real, List<String> removed) {
        var done = new AtomicInteger();
        return real.removedBy(due -> {
            real.remove(due);
            if (done.getAndIncrement() >= batches) {
                throw new PowerCut();
            }
            due.forEach(one -> removed.add(one.key()));
        });
    }

    private static final class PowerCut extends Error {}
}
