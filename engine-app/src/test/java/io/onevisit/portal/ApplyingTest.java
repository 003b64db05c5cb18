package io.onevisit.portal;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A parent applies once; nothing is lost, nothing is done twice, and nobody else sees it. */
@PlatformTest
class ApplyingTest {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    private Applying parent;

    @BeforeEach
    void aParent() {
        parent = new Applying(web, json, new People(sql).citizen());
    }

    @Test
    void anybodySeesThePublishedBundles() throws Exception {
        web.perform(get("/api/bundles"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.key=='newborn')].itemCount").value(9));
    }

    @Test
    void theSituationDecidesWhatApplies() throws Exception {
        var held = Applying.answers();
        var unborn = Applying.answers();
        unborn.put("certificateHeld", "false");

        assertThat(applies(held, "birthCertificate")).isFalse();
        assertThat(applies(unborn, "birthCertificate")).isTrue();
    }

    private boolean applies(Map<String, Object> answers, String item) throws Exception {
        for (var offer : guidance(answers).path("items")) {
            if (offer.path("variable").asText().equals(item)) {
                return offer.path("applies").asBoolean();
            }
        }
        throw new AssertionError("no item " + item);
    }

    private JsonNode guidance(Map<String, Object> answers) throws Exception {
        return parent.node(
                parent.ask(post("/api/bundles/newborn/guide"), Map.of("answers", answers, "region", "430102")));
    }

    /** Of one item of the bundle the elements are changed for a moment. */
    @Test
    void theGuideTellsFeeVisitsAndWhatMayComeLater() throws Exception {
        sql.sql(
                        """
                        update service_item set fee = true, visits = 1, deferrable_materials = '{bank-account-proof}'
                        where code = 'HN-YB-0302'""")
                .update();
        try {
            var told = guidance(Applying.answers());

            var benefit = find(told.path("items"), "variable", "maternityBenefit");
            assertThat(benefit.path("fee").asBoolean()).isTrue();
            assertThat(benefit.path("visits").asInt()).isEqualTo(1);
            assertThat(find(told.path("items"), "variable", "birthRegistration")
                            .path("fee")
                            .asBoolean(true))
                    .isFalse();
            assertThat(find(told.path("materials"), "key", "bank-account-proof")
                            .path("deferrable")
                            .asBoolean())
                    .isTrue();
            assertThat(find(told.path("materials"), "key", "birth-certificate")
                            .path("deferrable")
                            .asBoolean(true))
                    .isFalse();
        } finally {
            sql.sql(
                            """
                            update service_item set fee = false, visits = 0, deferrable_materials = '{}'
                            where code = 'HN-YB-0302'""")
                    .update();
        }
    }

    private static JsonNode find(JsonNode rows, String key, String value) {
        for (var row : rows) {
            if (row.path(key).asText().equals(value)) {
                return row;
            }
        }
        throw new AssertionError("no " + value);
    }

    @Test
    void oneFormAsksEachFieldOnce() throws Exception {
        var draft = parent.draft(Applying.answers(), List.of("birthRegistration", "medicalInsurance"));

        var form = parent.read("/api/drafts/" + draft + "/form");

        var keys = form.path("pages").findValuesAsText("key").stream()
                .filter(key -> !key.startsWith("page"))
                .toList();
        assertThat(keys).doesNotHaveDuplicates().contains("childName", "registerAddress");
        assertThat(form.at("/counts/asked").asInt())
                .isGreaterThan(form.at("/counts/merged").asInt());
    }

    @Test
    void theSameKeyGivesTheSameReceipt() throws Exception {
        var draft = parent.draft(Applying.answers(), List.of("birthRegistration"));
        var key = UUID.randomUUID().toString();

        var first = parent.submit(draft, key).andExpect(status().isCreated());
        var second = parent.submit(draft, key).andExpect(status().isOk());
        var anotherKey = parent.submit(draft, UUID.randomUUID().toString()).andExpect(status().isOk());

        assertThat(parent.node(second)).isEqualTo(parent.node(first));
        assertThat(parent.node(anotherKey)).isEqualTo(parent.node(first));
        assertThat(parent.read("/api/applications")).hasSize(1);
    }

    @Test
    void fourSubmissionsAtOnceAreOneApplication() throws Exception {
        var draft = parent.draft(Applying.answers(), List.of("birthRegistration"));
        var key = UUID.randomUUID().toString();
        Callable<String> submit = () ->
                parent.node(parent.submit(draft, key)).path("applicationNo").asText();

        var pool = Executors.newFixedThreadPool(4);
        try {
            var numbers = pool.invokeAll(List.of(submit, submit, submit, submit)).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .distinct()
                    .toList();
            assertThat(numbers).hasSize(1).doesNotContain("");
        } finally {
            pool.shutdown();
        }
        assertThat(parent.read("/api/applications")).hasSize(1);
    }

    @Test
    void whatIsMissingIsToldAtTheFieldAndTheDraftStays() throws Exception {
        var answers = Applying.answers();
        answers.put("motherIdNo", "430102199202020000");
        answers.remove("childName");
        var draft = parent.draft(answers, List.of("birthRegistration"));

        parent.submit(draft, UUID.randomUUID().toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("answers-invalid"))
                .andExpect(jsonPath("$.errors[?(@.field=='motherIdNo')]").isNotEmpty())
                .andExpect(jsonPath("$.errors[?(@.field=='childName')]").isNotEmpty());

        assertThat(parent.read("/api/drafts/" + draft).at("/answers/motherName").asText())
                .isEqualTo("测试母");
        assertThat(parent.read("/api/applications")).isEmpty();
    }

    @Test
    void aPaperThatNoLicenseReplacesMustBeHandedIn() throws Exception {
        var begun = parent.node(parent.ask(post("/api/drafts"), Map.of("bundle", "newborn", "region", "430102")));
        var draft = begun.path("id").asText();
        parent.ask(
                put("/api/drafts/" + draft),
                Map.of("answers", Applying.answers(), "items", List.of("birthRegistration"), "revision", 1));

        parent.submit(draft, UUID.randomUUID().toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[?(@.field=='birth-certificate')]").isNotEmpty());
    }

    @Test
    void anItemThatBuildsOnAnotherIsNotAppliedForAlone() throws Exception {
        var draft = parent.draft(Applying.answers(), List.of("birthRegistration", "insurancePayment"));

        parent.submit(draft, UUID.randomUUID().toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("item-required"));
    }

    @Test
    void twoDevicesNeverOverwriteEachOther() throws Exception {
        var draft = parent.draft(Applying.answers(), List.of("birthRegistration"));

        parent.ask(
                        put("/api/drafts/" + draft),
                        Map.of("answers", Map.of(), "items", List.of("birthRegistration"), "revision", 1))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("draft-changed"));

        assertThat(parent.read("/api/drafts/" + draft).at("/answers/childName").asText())
                .isEqualTo("测小宝");
    }

    @Test
    void aDraftThrownAwayTakesItsFilesWithIt() throws Exception {
        var draft = parent.draft(Applying.answers(), List.of("birthRegistration"));
        var thrown = parent.read("/api/drafts/" + draft).path("documents").findValuesAsText("documentId");
        assertThat(thrown).isNotEmpty();
        var kept = parent.draft(Applying.answers(), List.of("birthRegistration"));
        var submitted = parent.read("/api/drafts/" + kept).path("documents").findValuesAsText("documentId");
        parent.submit(kept, "kept").andExpect(status().isCreated());

        web.perform(delete("/api/drafts/" + draft).with(as(parent.person()))).andExpect(status().isNoContent());

        assertThat(stored(thrown)).isZero();
        assertThat(stored(submitted)).isEqualTo(submitted.size());
        for (var document : submitted) { // the same content, which another document still needs
            web.perform(get("/api/documents/" + document + "/content").with(as(parent.person())))
                    .andExpect(status().isOk());
        }
    }

    private int stored(List<String> documents) {
        return sql.sql("select count(*) from document where id::text = any(?)")
                .param(documents.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    @Test
    void whatIsNotMineLooksLikeWhatIsNotThere() throws Exception {
        var draft = parent.draft(Applying.answers(), List.of("birthRegistration"));
        var document = parent.read("/api/drafts/" + draft)
                .at("/documents/0/documentId")
                .asText();
        var application = parent.submitted(List.of("birthRegistration"))
                .path("applicationNo")
                .asText();
        var stranger = new People(sql).citizen();

        for (var path : List.of(
                "/api/drafts/" + draft,
                "/api/drafts/" + draft + "/form",
                "/api/applications/" + application,
                "/api/documents/" + document + "/content")) {
            web.perform(get(path).with(as(parent.person()))).andExpect(status().isOk());
            web.perform(get(path).with(as(stranger))).andExpect(status().isNotFound());
            web.perform(get(path)).andExpect(status().isUnauthorized());
        }
    }

    @Test
    void anUnknownApplicationIsToldInASentence() throws Exception {
        web.perform(get("/api/applications/A4301022026110000000000").with(as(parent.person())))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("没有找到这次申报，请核对申报编号。"));
    }

    @Test
    void trackingSaysWhoHasItAndWhatIsNext() throws Exception {
        var no = parent.submitted(List.of("birthRegistration", "fertilityRegistration"))
                .path("applicationNo")
                .asText();

        var tracking = parent.read("/api/applications/" + no);

        assertThat(tracking.path("lanes")).hasSize(2);
        assertThat(tracking.at("/lanes/0/cases/0/holder").asText()).isNotBlank();
        assertThat(tracking.at("/lanes/0/cases/0/next").asText()).isNotBlank();
        assertThat(tracking.path("timeline")).isNotEmpty();
    }
}
