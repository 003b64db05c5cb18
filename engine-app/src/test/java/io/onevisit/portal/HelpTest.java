package io.onevisit.portal;

import static io.onevisit.delegation.Sides.fill;
import static io.onevisit.delegation.Sides.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onevisit.Applying;
import io.onevisit.Locked;
import io.onevisit.MutableClock;
import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.delegation.Sides;
import io.onevisit.identity.Role;
import io.onevisit.identity.SentCodes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 帮办: a clerk goes on with a draft by a spoken code, sees no numbers, and sends nothing without the owner's word. */
@PlatformTest
class HelpTest {

    private static final String ID_NO = "430102199202020021";
    private static final List<String> FERTILITY = List.of("fertilityRegistration");

    @Autowired
    Sides sides;

    @Autowired
    Office office;

    @Autowired
    SentCodes telephones;

    @Autowired
    Applications applications;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    DataSource database;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    private Applying owner;
    private Applying helper;
    private String draft;

    @BeforeEach
    void aDraft() throws Exception {
        clock.reset();
        owner = sides.person();
        helper = sides.officer(office.officer(Role.CLERK, null));
        draft = owner.node(owner.ask(post("/api/drafts"), Map.of("bundle", "newborn", "region", "430102")))
                .path("id")
                .asText();
        fill(owner, draft, Map.of(), FERTILITY);
    }

    @AfterEach
    void theWallsTime() {
        clock.reset();
    }

    @Test
    void theCodeIsSpokenShownOnceAndKeptHashed() throws Exception {
        var code = code();

        assertThat(code).matches("\\d{4} \\d{3} \\d{3}");
        assertThat(sql.sql("select secret from draft_help where draft_id = ?::uuid")
                        .param(draft)
                        .query(String.class)
                        .single())
                .startsWith("{argon2}")
                .doesNotContain(code.substring(5).replace(" ", ""));
        assertThat(owner.read("/api/drafts/" + draft + "/help").toString()).doesNotContain(code.substring(0, 4) + " ");
        take(helper, code.replace(" ", "-")).andExpect(status().isCreated());
        take(sides.officer(office.officer(Role.CLERK, null)), code)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("help-code-wrong"));
    }

    @Test
    void numbersAreHiddenFromTheHelperAndStayWhatTheyAre() throws Exception {
        take(helper, code());

        var seen = helper.read("/api/helped-drafts/" + draft);
        var form = helper.read("/api/helped-drafts/" + draft + "/form");
        var whole = owner.read("/api/drafts/" + draft).path("answers");

        for (var key : List.of("motherIdNo", "motherPhone", "certificateNo", "bankAccount")) {
            var number = whole.path(key).asText();
            assertThat(seen.toString()).as(key).doesNotContain(number);
            assertThat(form.toString()).as(key).doesNotContain(number);
        }
        assertThat(seen.at("/answers/childBirthDate").asText())
                .isEqualTo(whole.path("childBirthDate").asText());
        assertThat(seen.at("/documents/0/name").asText()).isEqualTo("申请人已上传");
        assertThat(status(
                        helper,
                        "/api/documents/"
                                + owner.read("/api/drafts/" + draft)
                                        .at("/documents/0/documentId")
                                        .asText() + "/content"))
                .isEqualTo(404);

        var answers = (ObjectNode) seen.path("answers").deepCopy();
        answers.put("registerAddress", "湖南省长沙市芙蓉区新地址 2 号");
        save(helper, answers, seen.path("revision").asInt()).andExpect(status().isOk());
        var after = owner.read("/api/drafts/" + draft).path("answers");
        assertThat(after.path("motherIdNo").asText())
                .isEqualTo(whole.path("motherIdNo").asText());
        assertThat(after.path("bankAccount").asText())
                .isEqualTo(whole.path("bankAccount").asText());
        assertThat(after.path("registerAddress").asText()).endsWith("新地址 2 号");
    }

    @Test
    void aHiddenNumberIsNotTheHelpersToChangeButTheirOwnTypingIs() throws Exception {
        var whole =
                (ObjectNode) owner.read("/api/drafts/" + draft).path("answers").deepCopy();
        whole.remove("motherIdNo");
        owner.ask(put("/api/drafts/" + draft), Map.of("answers", whole, "items", FERTILITY, "revision", 2))
                .andExpect(status().isOk());
        take(helper, code());
        var seen = helper.read("/api/helped-drafts/" + draft);
        var answers = (ObjectNode) seen.path("answers").deepCopy();

        answers.put("motherPhone", "13911112222");
        save(helper, answers, seen.path("revision").asInt())
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("hidden-answer"));

        answers.put("motherPhone", seen.at("/answers/motherPhone").asText());
        answers.put("motherIdNo", ID_NO);
        save(helper, answers, seen.path("revision").asInt()).andExpect(status().isOk());
        assertThat(helper.read("/api/helped-drafts/" + draft)
                        .at("/answers/motherIdNo")
                        .asText())
                .isEqualTo(ID_NO);
    }

    @Test
    void nothingIsSentWithoutTheOwnersWordOnWhatStandsThere() throws Exception {
        take(helper, code());
        submit("000000")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("word-needed"));
        ask();
        submit("000000").andExpect(status().isUnprocessableEntity());
        var seen = helper.read("/api/helped-drafts/" + draft);
        save(helper, seen.path("answers"), seen.path("revision").asInt()).andExpect(status().isOk());
        submit(telephones.codeOn(owner.person().phone()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("word-needed"));
        clock.advance(Duration.ofMinutes(2));
        ask();

        var receipt =
                helper.node(submit(telephones.codeOn(owner.person().phone())).andExpect(status().isCreated()));

        var application = applications.get(receipt.path("applicationNo").asText());
        assertThat(application.owner()).isEqualTo(owner.person().username());
        assertThat(application.applicantId()).isEqualTo(owner.person().idNo());
        assertThat(receipt.path("agent").asText()).isEqualTo(helper.person().name() + "（帮办代办）");
        assertThat(status(owner, "/api/applications/" + application.applicationNo()))
                .isEqualTo(200);
        assertThat(status(helper, "/api/applications/" + application.applicationNo()))
                .isEqualTo(404);
        assertThat(telephones.on(owner.person().phone()))
                .anyMatch(text -> text.contains(helper.person().name()));
    }

    @Test
    void whatIsChangedWhileTheWordIsTakenIsNotSent() throws Exception {
        take(helper, code());
        var seen = helper.read("/api/helped-drafts/" + draft);
        for (Callable<?> change : List.<Callable<?>>of(
                () -> save(helper, seen.path("answers"), seen.path("revision").asInt())
                        .andExpect(status().isOk()),
                this::upload,
                () -> owner.ask(delete("/api/drafts/" + draft + "/help"), Map.of())
                        .andExpect(status().isNoContent()))) {
            clock.advance(Duration.ofMinutes(2));
            ask();
            var word = telephones.codeOn(owner.person().phone());

            submittedAfter(change, word).andExpect(status().is4xxClientError());

            assertThat(status(owner, "/api/drafts/" + draft)).isEqualTo(200);
        }
    }

    /** Somebody else of the owner's is being submitted; meanwhile the helper's submission stands behind it and something is changed. */
    private ResultActions submittedAfter(Callable<?> change, String word) throws Exception {
        var pool = Executors.newSingleThreadExecutor();
        try (var mine = database.getConnection()) {
            mine.setAutoCommit(false);
            Locked.run(
                    mine,
                    "select pg_advisory_xact_lock(hashtext('submission:%s'))"
                            .formatted(owner.person().username()));
            var running = pool.submit(() -> submit(word));
            try {
                Locked.waitsFor(mine);
                change.call();
            } finally {
                mine.rollback();
            }
            return running.get(1, TimeUnit.MINUTES);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aQuestionThatWasNotSentChangesNothingOfTheOneThatWas() throws Exception {
        take(helper, code());
        ask();

        helper.ask(
                        post("/api/helped-drafts/" + draft + "/confirmation"),
                        Map.of("licenses", List.of("11100000000013338W011")))
                .andExpect(status().isTooManyRequests());

        assertThat(sql.sql("select cardinality(asked_licenses) from draft_help where draft_id = ?::uuid")
                        .param(draft)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void fiveWrongTriesEndACodeAndAWrongGuesserIsStopped() throws Exception {
        var code = code();
        var wrong = code.substring(0, 4) + (code.endsWith("0") ? "999991" : "000000");
        for (var n = 0; n < 5; n++) {
            take(helper, wrong).andExpect(status().isUnprocessableEntity());
        }
        take(helper, code)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("重新出具")));
        for (var n = 0; n < 4; n++) {
            take(helper, "0000000000").andExpect(status().isUnprocessableEntity());
        }
        take(helper, code()).andExpect(status().isTooManyRequests());
    }

    @Test
    void aCodeIsGoodForHalfAnHourAndHelpForADay() throws Exception {
        var late = code();
        clock.advance(Duration.ofMinutes(31));
        take(helper, late).andExpect(status().isUnprocessableEntity());
        assertThat(owner.read("/api/drafts/" + draft + "/help").path("state").asText())
                .isEqualTo("NONE");
        take(helper, code()).andExpect(status().isCreated());
        assertThat(status(helper, "/api/helped-drafts/" + draft)).isEqualTo(200);
        clock.advance(Duration.ofHours(25));
        assertThat(status(helper, "/api/helped-drafts/" + draft)).isEqualTo(404);
    }

    @Test
    void theOwnerTakesTheDraftBackAndSeesWhatWasDone() throws Exception {
        take(helper, code());
        helper.read("/api/helped-drafts/" + draft);
        var uploaded = upload();
        assertThat(status(helper, "/api/documents/" + uploaded + "/content")).isEqualTo(200);
        assertThat(status(owner, "/api/documents/" + uploaded + "/content")).isEqualTo(200);
        assertThat(owner.read("/api/drafts/" + draft + "/help").path("helper").asText())
                .isEqualTo(helper.person().name());

        owner.ask(delete("/api/drafts/" + draft + "/help"), Map.of()).andExpect(status().isNoContent());

        assertThat(status(helper, "/api/helped-drafts/" + draft)).isEqualTo(404);
        assertThat(status(helper, "/api/documents/" + uploaded + "/content")).isEqualTo(404);
        var looks = owner.read("/api/looks").path("looks");
        assertThat(looks.findValuesAsText("what")).contains("查看草稿", "代为填写草稿或上传材料", "凭帮办码接手草稿");
        assertThat(sql.sql(
                                "select distinct on_behalf_of from audit_entry where account = ? and kind = 'DRAFT' and result = 'DONE'")
                        .param(helper.person().username())
                        .query(String.class)
                        .list())
                .containsExactly(owner.person().username());
        var receipt = owner.node(owner.submit(draft, draft));
        assertThat(receipt.path("agent").isNull()).isTrue();
        assertThat(owner.read("/api/looks").path("looks").findValuesAsText("what"))
                .contains("查看草稿");
    }

    @Test
    void strangersAndCitizensAreKeptOut() throws Exception {
        take(helper, code());
        var other = sides.officer(office.officer(Role.CLERK, null));
        assertThat(status(other, "/api/helped-drafts/" + draft)).isEqualTo(404);
        assertThat(status(owner, "/api/helped-drafts/" + draft)).isEqualTo(403);
        assertThat(status(sides.person(), "/api/drafts/" + draft + "/help")).isEqualTo(404);
        sides.person().ask(post("/api/drafts/" + draft + "/help"), Map.of()).andExpect(status().isNotFound());
        var own =
                owner.read("/api/drafts/" + draft).at("/documents/0/documentId").asText();
        helper.ask(delete("/api/helped-drafts/" + draft + "/documents/" + own), Map.of())
                .andExpect(status().isForbidden());
        assertThat(status(helper, "/api/drafts/" + draft)).isEqualTo(404);
    }

    @Test
    void whatIsWrittenForSomebodyElseIsNotHandedOn() throws Exception {
        var sister = sides.person();
        var mandate = sides.accepted(owner, sister, Sides.terms(sister, false));
        var hers = sister.node(Sides.begin(sister, "newborn", Map.of("mandate", mandate)))
                .path("id")
                .asText();

        sister.ask(post("/api/drafts/" + hers + "/help"), Map.of())
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("help-own-only"));
    }

    private String code() throws Exception {
        return owner.node(owner.ask(post("/api/drafts/" + draft + "/help"), Map.of()))
                .path("code")
                .asText();
    }

    private static ResultActions take(Applying officer, String code) throws Exception {
        return officer.ask(post("/api/helped-drafts"), Map.of("code", code));
    }

    private ResultActions save(Applying officer, JsonNode answers, int revision) throws Exception {
        return officer.ask(
                put("/api/helped-drafts/" + draft),
                Map.of("answers", answers, "items", FERTILITY, "revision", revision));
    }

    private void ask() throws Exception {
        helper.ask(post("/api/helped-drafts/" + draft + "/confirmation"), Map.of("licenses", List.of()))
                .andExpect(status().isOk());
    }

    private ResultActions submit(String code) throws Exception {
        return helper.ask(
                post("/api/helped-drafts/" + draft + "/submission")
                        .header("Idempotency-Key", UUID.randomUUID().toString()),
                Map.of("code", code));
    }

    private String upload() throws Exception {
        var material = helper.read("/api/helped-drafts/" + draft + "/form")
                .at("/materials/0/key")
                .asText();
        var image = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", image);
        return helper.node(web.perform(multipart("/api/helped-drafts/" + draft + "/documents")
                        .file(new MockMultipartFile("file", "a.png", "image/png", image.toByteArray()))
                        .param("materialKey", material)
                        .with(People.as(helper.person()))))
                .path("id")
                .asText();
    }
}
