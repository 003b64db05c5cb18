package io.onevisit.portal;

import static io.onevisit.delegation.Sides.fill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onevisit.Applying;
import io.onevisit.Locked;
import io.onevisit.PlatformTest;
import io.onevisit.delegation.Sides;
import io.onevisit.materials.Documents;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A draft that is written in two tabs: what the person was told is saved is in the application, or still in the draft. */
@PlatformTest
class SavedWhileSubmittedTest {

    private static final List<String> FERTILITY = List.of("fertilityRegistration");

    @Autowired
    Sides sides;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient sql;

    @Autowired
    Vault vault;

    @Autowired
    DataSource database;

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private Applying owner;
    private String draft;

    @BeforeEach
    void aDraft() throws Exception {
        owner = sides.person();
        draft = draft();
    }

    @AfterEach
    void done() {
        pool.shutdownNow();
    }

    @Test
    void whatWasSavedIsSubmitted() throws Exception {
        var written = owner.read("/api/drafts/" + draft);
        var answers = (ObjectNode) written.path("answers").deepCopy();
        answers.put("childName", "测新名");
        try (var mine = held()) {
            var saving = pool.submit(() -> owner.ask(
                            put("/api/drafts/" + draft),
                            Map.of("answers", answers, "items", FERTILITY, "revision", written.path("revision")))
                    .andReturn()
                    .getResponse()
                    .getStatus());
            Locked.waitsFor(mine);
            var submitting = pool.submit(() -> owner.node(owner.submit(draft, draft)));
            waiting(mine, 2);
            mine.rollback();

            assertThat(saving.get(1, TimeUnit.MINUTES)).isEqualTo(200);
            assertThat(answers(submitting
                            .get(1, TimeUnit.MINUTES)
                            .path("applicationNo")
                            .asText()))
                    .contains("测新名");
        }
    }

    @Test
    void aPaperForADraftThatIsNoMoreIsRefusedInWords() throws Exception {
        var material = material();
        try (var mine = held()) {
            var handingIn = pool.submit(() -> owner.upload(draft, material));
            Locked.waitsFor(mine);
            Locked.run(mine, "delete from draft where id = '%s'".formatted(draft));
            mine.commit();

            assertThat(handingIn.get(1, TimeUnit.MINUTES).path("code").asText()).isEqualTo("draft-unknown");
        }
    }

    @Test
    void aPaperIsForgottenOnlyWhereItWasTakenOutOfTheDraft() throws Exception {
        var other = UUID.fromString(owner.upload(draft(), material()).path("id").asText());
        sql.sql("delete from draft_document where document_id = ?").param(other).update();

        owner.ask(delete("/api/drafts/" + draft + "/documents/" + other), Map.of())
                .andExpect(status().isNoContent());

        assertThat(documents.find(other)).isPresent();
    }

    private String material() throws Exception {
        return owner.read("/api/drafts/" + draft + "/form")
                .at("/materials/0/key")
                .asText();
    }

    private String draft() throws Exception {
        var id = owner.node(owner.ask(post("/api/drafts"), Map.of("bundle", "newborn", "region", "430102")))
                .path("id")
                .asText();
        fill(owner, id, Map.of(), FERTILITY);
        return id;
    }

    private String answers(String applicationNo) {
        return vault.openJson(
                Column.APPLICATION_ANSWERS,
                applicationNo,
                sql.sql("select answers from application where application_no = ?")
                        .param(applicationNo)
                        .query(String.class)
                        .single());
    }

    private Connection held() throws Exception {
        var mine = database.getConnection();
        mine.setAutoCommit(false);
        Locked.run(mine, "select from draft where id = '%s' for update".formatted(draft));
        return mine;
    }

    /** Waits until so many wait for a row, whoever holds it. */
    private static void waiting(Connection mine, int many) throws Exception {
        for (var n = 0; n < 400; n++) {
            try (var statement = mine.createStatement();
                    var rows = statement.executeQuery(
                            "select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0")) {
                rows.next();
                if (rows.getInt(1) >= many) {
                    return;
                }
            }
            Thread.sleep(25);
        }
        throw new AssertionError("Nobody waits");
    }
}
