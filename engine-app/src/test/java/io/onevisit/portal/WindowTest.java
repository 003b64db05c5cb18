package io.onevisit.portal;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Channel;
import io.onevisit.cases.OwnApplications;
import io.onevisit.catalogue.ItemSheet;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A clerk takes an application in for somebody who is present; it is that person's, and the channel is on record. */
@PlatformTest
class WindowTest {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Applications applications;

    @Autowired
    OwnApplications ownApplications;

    @Autowired
    Cases cases;

    @Autowired
    ItemSheet sheets;

    private People people;
    private Account clerk;
    private Account visitor;
    private AtWindow window;

    @BeforeEach
    void aClerkAndAVisitor() {
        people = new People(sql);
        clerk = people.officer(Role.CLERK, null, "430102");
        visitor = people.citizen();
        window = new AtWindow(web, json, clerk);
    }

    @Test
    void whatAClerkTakesInIsTheVisitorsAndSaysWindow() throws Exception {
        var receipt = takenIn(visitor);
        var no = receipt.path("applicationNo").asText();

        assertThat(receipt.path("channel").asText()).isEqualTo("WINDOW");
        assertThat(receipt.path("window").asText()).isEqualTo("芙蓉区政务服务中心综合窗口");
        assertThat(receipt.path("applicantName").asText()).startsWith("测").contains("*");
        var application = applications.get(no);
        assertThat(application.channel()).isEqualTo(Channel.WINDOW);
        assertThat(application.intakeBy()).isEqualTo(clerk.username());
        assertThat(application.owner()).isEqualTo(visitor.username());
        assertThat(application.applicantId()).isEqualTo(visitor.idNo());
        assertThat(sql.sql("select distinct channel from case_file where application_no = ?")
                        .param(no)
                        .query(String.class)
                        .list())
                .containsExactly("WINDOW");
        assertThat(cases.journal(no))
                .anyMatch(entry -> entry.what().equals("窗口收件")
                        && entry.who().equals(clerk.name())
                        && entry.forWhom().equals(cases.journal(no).get(0).who()));
        var theirs = new Applying(web, json, visitor);
        assertThat(theirs.read("/api/applications")).hasSize(1);
        assertThat(theirs.read("/api/applications/" + no).path("channel").asText())
                .isEqualTo("WINDOW");
    }

    @Test
    void theCaseTellsHowLongSomebodyWaitedForTheWindow() throws Exception {
        var draft = window.complete(AtWindow.card(visitor));
        sql.sql("update window_intake set ticket = 'A012', waited = 540 where draft_id = ?::uuid")
                .param(draft)
                .update();

        var no = node(submit(draft)).path("applicationNo").asText();

        assertThat(applications.queued(no)).hasValueSatisfying(came -> {
            assertThat(came.ticket()).isEqualTo("A012");
            assertThat(came.waited()).hasMinutes(9);
        });
        assertThat(applications.queued(
                        takenIn(people.citizen()).path("applicationNo").asText()))
                .isEmpty();
    }

    @Test
    void somebodyWithoutAnAccountSeesItOnceTheyHaveOne() throws Exception {
        var idNo = People.idNo("43010319800101", 777);
        var receipt = node(submit(window.complete(Map.of("name", "刘小新", "idNo", idNo, "phone", "13800000000"))));
        var no = receipt.path("applicationNo").asText();
        assertThat(applications.get(no).owner()).isEmpty();

        var later = new Account("late." + UUID.randomUUID(), "刘小新", visitor.roles(), null, "430102", idNo, null);

        web.perform(get("/api/applications/" + no).with(as(later))).andExpect(status().isOk());
        web.perform(get("/api/applications/" + no).with(as(visitor))).andExpect(status().isNotFound());
    }

    @Test
    void aClerkFollowsWhatTheyTookInAndNothingElse() throws Exception {
        var no = takenIn(visitor).path("applicationNo").asText();
        var draft = draftOf(visitor);
        var colleague = people.officer(Role.CLERK, null, "430102");
        var online = new Applying(web, json, people.citizen());
        var theirs = online.submitted(List.of("fertilityRegistration"))
                .path("applicationNo")
                .asText();
        var theirDraft = online.draft(Applying.answers(), List.of("fertilityRegistration"));

        web.perform(get("/api/applications/" + no).with(as(clerk))).andExpect(status().isOk());
        web.perform(get("/api/applications").with(as(clerk)))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].channel").value("WINDOW"));
        for (var stranger : List.of(colleague, people.citizen())) {
            web.perform(get("/api/applications/" + no).with(as(stranger))).andExpect(status().isNotFound());
            web.perform(get("/api/drafts/" + draft).with(as(stranger))).andExpect(status().isNotFound());
        }
        web.perform(get("/api/applications/" + theirs).with(as(clerk))).andExpect(status().isNotFound());
        web.perform(get("/api/drafts/" + theirDraft).with(as(clerk))).andExpect(status().isNotFound());
        web.perform(get("/api/drafts").with(as(visitor)))
                .andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    void whoIsPresentIsTypedAsOnTheirCard() throws Exception {
        begin(Map.of("name", "测", "idNo", visitor.idNo(), "phone", "13900000000"), true)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("name"));
        var wrong = visitor.idNo().substring(0, 17) + (visitor.idNo().endsWith("1") ? "2" : "1");
        begin(Map.of("name", "测试", "idNo", wrong, "phone", "13900000000"), true)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("idNo"));
        begin(Map.of("name", "测试", "idNo", visitor.idNo(), "phone", "1390000"), true)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("phone"));
        begin(Map.of("name", "测试", "idNo", visitor.idNo(), "phone", "13900000000"), false)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("verified"));
        begin(null, true).andExpect(status().isUnprocessableEntity());
        assertThat(sql.sql("select count(*) from window_intake where clerk = ?")
                        .param(clerk.username())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aWindowTakesInForOtherPlacesAsFarAsTheItemAllows() throws Exception {
        sheets.load(
                """
                items:
                  - {code: TEST-HERE, name: 只在本地办, department: health, itemType: '20', promised: 1, statutory: 2, handleArea: '0'}
                  - {code: TEST-CITY, name: 全市通办, department: health, itemType: '20', promised: 1, statutory: 2, handleArea: '4'}
                  - {code: TEST-ALL, name: 全省通办, department: health, itemType: '20', promised: 1, statutory: 2, handleArea: '3'}
                """
                        .getBytes(StandardCharsets.UTF_8),
                "430000");
        for (var nearby : List.of("430102", "430102001001", "430100", "430000")) {
            taken("TEST-HERE", nearby).andExpect(status().isCreated());
        }
        taken("TEST-HERE", "430104")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("“只在本地办”不能跨县（市、区）办理，请由“岳麓区”的窗口收件，或者由申请人网上申报。"));
        taken("TEST-CITY", "430104").andExpect(status().isCreated());
        taken("TEST-CITY", "430202")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("“全市通办”不能跨市（州）办理，请由“荷塘区”的窗口收件，或者由申请人网上申报。"));
        taken("TEST-ALL", "430202").andExpect(status().isCreated());
    }

    @Test
    void nobodyServesThemselvesAndCitizensHaveNoWindow() throws Exception {
        var own = People.idNo("43010319850505", 778);
        var self = new Account(clerk.username(), clerk.name(), clerk.roles(), null, "430102", own, null);
        begin(self, Map.of("name", "办事员", "idNo", own, "phone", "13900000000"), true)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("own-case"));
        begin(visitor, Map.of("name", "测试", "idNo", own, "phone", "13900000000"), true)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("window-only"));
    }

    @Test
    void theSameDraftSentTwiceIsOneApplication() throws Exception {
        var draft = draftOf(visitor);
        var first = node(submit(draft).andExpect(status().isCreated()));
        var again = node(submit(draft).andExpect(status().isOk()));

        assertThat(again).isEqualTo(first);
        assertThat(ownApplications.of(visitor)).hasSize(1);
        assertThat(sql.sql("select application_no from window_intake where draft_id = ?::uuid")
                        .param(draft)
                        .query(String.class)
                        .single())
                .isEqualTo(first.path("applicationNo").asText());
    }

    @Test
    void howTheClerkMadeSureIsOnRecord() throws Exception {
        var read = node(window.begin(AtWindow.card(visitor), true, Map.of("seen", "CARD"))
                .andExpect(status().isCreated()));
        assertThat(read.path("applicant").path("seen").asText()).isEqualTo("CARD");
        assertThat(sql.sql("select seen from window_intake where draft_id = ?::uuid")
                        .param(read.path("id").asText())
                        .query(String.class)
                        .single())
                .isEqualTo("CARD");
        assertThat(node(window.begin(AtWindow.card(visitor), true, Map.of()))
                        .path("applicant")
                        .path("seen")
                        .asText())
                .isEqualTo("EYES");

        var no = takenIn(visitor).path("applicationNo").asText();
        assertThat(cases.journal(no))
                .anyMatch(entry -> entry.what().equals("窗口收件") && entry.detail().endsWith("身份核验方式：人工核对"));
    }

    private JsonNode takenIn(Account person) throws Exception {
        return node(submit(draftOf(person)).andExpect(status().isCreated()));
    }

    private String draftOf(Account person) throws Exception {
        return window.complete(AtWindow.card(person));
    }

    private ResultActions taken(String item, String region) throws Exception {
        return window.begin(AtWindow.card(visitor), true, Map.of("item", item, "region", region));
    }

    private ResultActions begin(Map<String, String> applicant, boolean verified) throws Exception {
        return window.begin(applicant, verified, Map.of());
    }

    private ResultActions begin(Account who, Map<String, String> applicant, boolean verified) throws Exception {
        return new AtWindow(web, json, who).begin(applicant, verified, Map.of());
    }

    private ResultActions submit(String draft) throws Exception {
        return window.submit(draft);
    }

    private JsonNode node(ResultActions answer) throws Exception {
        return window.node(answer);
    }
}
