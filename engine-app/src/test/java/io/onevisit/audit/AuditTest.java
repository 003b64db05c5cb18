package io.onevisit.audit;

import static io.onevisit.People.as;
import static io.onevisit.People.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.problems.Reference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/** What people do over the API leaves one entry each: the act and its entry together, or only that it was refused. */
@PlatformTest
class AuditTest {

    @Autowired
    Office office;

    @Autowired
    Cases cases;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient sql;

    @Autowired
    PasswordEncoder encoder;

    private People people;
    private Account officer;

    @BeforeEach
    void anOfficer() {
        people = new People(sql);
        officer = office.officer(Role.APPROVER, "health");
    }

    @Test
    void aSignInASignOutAndARefusedSignIn() throws Exception {
        sql.sql("update account set password = ? where username = ?")
                .params(encoder.encode("right"), officer.username())
                .update();
        signIn(officer.username(), "right").andExpect(status().isOk());
        signIn(officer.username(), "wrong").andExpect(status().isUnauthorized());
        signIn("my-password-in-the-wrong-field", "x").andExpect(status().isUnauthorized());
        web.perform(delete("/api/session").with(as(officer))).andExpect(status().isNoContent());

        assertThat(of(officer.username()))
                .extracting(Entry::verb, Entry::result, Entry::code)
                .containsExactly(tuple(Verb.SIGN_IN, Result.DONE, ""), tuple(Verb.SIGN_OUT, Result.DONE, ""));
        assertThat(about(officer.username()))
                .filteredOn(entry -> entry.result() == Result.REFUSED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.account()).isEmpty();
                    assertThat(entry.code()).isEqualTo("sign-in-failed");
                    assertThat(entry.address()).isEqualTo("127.0.0.1");
                    assertThat(entry.region()).isEqualTo(Audit.NOWHERE);
                });
        assertThat(about("m***")).isNotEmpty();
        assertThat(about("my-password-in-the-wrong-field")).isEmpty();
    }

    @Test
    void anOfficersLookSaysWhoAtWhatWhyAndFromWhere() throws Exception {
        var file = office.underReview(office.parent());
        var task = office.task(officer, file.caseNo());
        var reference = web.perform(get("/api/tasks/" + task)
                        .with(as(officer))
                        .header("User-Agent", "Browser of the office")
                        .header(Reference.HEADER, "what-somebody-made-up"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getHeader(Reference.HEADER);

        assertThat(about(task)).singleElement().satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo(Verb.LOOK_TASK);
            assertThat(entry.account()).isEqualTo(officer.username());
            assertThat(entry.department()).isEqualTo("health");
            assertThat(entry.roles()).isEqualTo("APPROVER");
            assertThat(entry.region()).isEqualTo("430102");
            assertThat(entry.caseNo()).isEqualTo(file.caseNo());
            assertThat(entry.applicationNo()).isEqualTo(file.applicationNo());
            assertThat(entry.person()).isEqualTo("测*");
            assertThat(entry.purpose()).isEqualTo("办理本岗位任务");
            assertThat(entry.agent()).isEqualTo("Browser of the office");
            assertThat(entry.channel()).isEqualTo(Channel.WEB);
            assertThat(entry.correlation()).isNotBlank().isEqualTo(reference);
        });
    }

    @Test
    void aDocumentThatIsOpenedIsNotedForOfficersAndNotForItsOwner() throws Exception {
        var parent = office.parent();
        var file = office.submitted(parent);
        office.goOn(file);
        var document = sql.sql("select document_id from application_document where application_no = ? limit 1")
                .param(file.applicationNo())
                .query(java.util.UUID.class)
                .single()
                .toString();
        var stranger = office.officer(Role.APPROVER, "tax");
        web.perform(get("/api/documents/" + document + "/content").with(as(parent.person())))
                .andExpect(status().isOk());
        assertThat(about(document)).isEmpty();

        web.perform(get("/api/documents/" + document + "/content").with(as(stranger)))
                .andExpect(status().isNotFound());
        web.perform(get("/api/documents/" + document + "/content").with(as(officer)))
                .andExpect(status().isOk());

        assertThat(about(document))
                .extracting(Entry::account, Entry::result, Entry::code, Entry::applicationNo)
                .containsExactly(
                        tuple(stranger.username(), Result.REFUSED, "document-unknown", file.applicationNo()),
                        tuple(officer.username(), Result.DONE, "", file.applicationNo()));
    }

    @Test
    void aRefusedActChangesNothingAndIsNotedWithItsCode() throws Exception {
        var file = office.underReview(office.parent());
        var task = office.task(officer, file.caseNo());
        office.send(officer, "/api/tasks/" + task + "/ending", Map.of("kind", "transfer", "reason", "应由上级办理"))
                .andExpect(status().isUnprocessableEntity());
        office.answer(officer, task, Map.of("outcome", "grant")).andExpect(status().isNoContent());

        assertThat(about(task))
                .extracting(Entry::verb, Entry::result, Entry::code)
                .containsExactly(
                        tuple(Verb.END_CASE, Result.REFUSED, "ending-to"), tuple(Verb.ANSWER_TASK, Result.DONE, ""));
        assertThat(about(task).get(0).purpose()).isEqualTo("应由上级办理");
    }

    @Test
    void anActWhoseEntryCannotBeWrittenDoesNotHappen() throws Exception {
        var file = office.underReview(office.parent());
        var task = office.task(officer, file.caseNo());
        // Text that the database refuses: the act before it is rolled back with it.
        var odd = new Account(
                officer.username(), "零\u0000", officer.roles(), officer.department(), officer.region(), null, null);
        web.perform(post("/api/tasks/" + task + "/claim").with(as(odd)));

        assertThat(sql.sql("select assignee from work_item where task_id = ?")
                        .param(task)
                        .query(String.class)
                        .optional())
                .isEmpty();
    }

    @Test
    void everyChangeOfAStateHasItsEntry() throws Exception {
        var file = office.underReview(office.parent());
        office.answer(officer, office.task(officer, file.caseNo()), Map.of("outcome", "grant"))
                .andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(moves(file))
                .contains(">SUBMITTED", "ACCEPTED>UNDER_REVIEW", "UNDER_REVIEW>GRANTED")
                .last(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .endsWith(">" + cases.get(file.caseNo()).state().name());
        assertThat(about(file.caseNo())).allSatisfy(entry -> {
            assertThat(entry.person()).doesNotContain(file.applicantName());
            assertThat(entry.toString()).doesNotContain(file.applicantId());
        });
    }

    @Test
    void whoAsksForWhatIsNotForTheirRoleIsNoted() throws Exception {
        web.perform(get("/api/cockpit/cases").with(as(officer))).andExpect(status().isForbidden());
        web.perform(get("/api/cockpit/cases")).andExpect(status().isUnauthorized());

        assertThat(of(officer.username())).singleElement().satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo(Verb.ENTER);
            assertThat(entry.number()).isEqualTo("GET /api/cockpit/cases");
            assertThat(entry.result()).isEqualTo(Result.REFUSED);
        });
    }

    @Test
    void auditAdministratorsSearchPageByPageAndAreNotedThemselves() throws Exception {
        var auditor = people.officer(Role.AUDITOR, null, "430100");
        var elsewhere = people.officer(Role.AUDITOR, null, "430200");
        for (var i = 0; i < 5; i++) {
            web.perform(get("/api/supervision/figures").with(as(officer))).andExpect(status().isForbidden());
        }
        var path = "/api/audit/entries?size=3&account=" + officer.username();
        var first = office.read(auditor, path);
        var second = office.read(auditor, path + "&before=" + first.path("next").asLong());

        assertThat(first.path("entries")).hasSize(3);
        assertThat(second.path("entries")).hasSize(2);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(first.path("entries").path(0).path("verbLabel").asText()).isEqualTo("访问无权限的功能");
        assertThat(office.read(elsewhere, path).path("entries")).isEmpty();
        assertThat(of(auditor.username())).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.verb()).isEqualTo(Verb.LOOK_WHO_LOOKED);
            assertThat(entry.number()).contains(officer.username());
        });
        web.perform(get("/api/audit/entries").with(as(auditor)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("search-empty"));
        for (var role : List.of(Role.OPERATOR, Role.SUPERVISOR, Role.ANALYST)) {
            web.perform(get(path).with(as(people.officer(role, null, "430000"))))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void aNumberFindsWhatHappenedToItByDayToo() throws Exception {
        var auditor = people.officer(Role.AUDITOR, null, "430000");
        var file = office.submitted(office.parent());
        var day = about(file.caseNo()).get(0).day();

        assertThat(office.read(auditor, "/api/audit/entries?number=" + file.caseNo())
                        .path("entries"))
                .isNotEmpty();
        assertThat(office.read(auditor, "/api/audit/entries?number=" + file.applicationNo() + "&day=" + day)
                        .path("entries"))
                .isNotEmpty()
                .allSatisfy(entry ->
                        assertThat(entry.path("applicationNo").asText()).isEqualTo(file.applicationNo()));
        assertThat(office.read(auditor, "/api/audit/entries?number=" + file.caseNo() + "&day=" + day.minusYears(9))
                        .path("entries"))
                .isEmpty();
    }

    private List<String> moves(CaseFile file) {
        return about(file.caseNo()).stream()
                .filter(entry -> entry.verb() == Verb.MOVE_CASE)
                .map(Entry::detail)
                .toList();
    }

    private org.springframework.test.web.servlet.ResultActions signIn(String username, String password)
            throws Exception {
        return web.perform(post("/api/session")
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password)));
    }

    private List<Entry> of(String account) {
        return sql.sql("select * from audit_entry where account = ? order by id")
                .param(account)
                .query(EntryRows::entry)
                .list();
    }

    private List<Entry> about(String number) {
        return sql.sql("select * from audit_entry where number = ? order by id")
                .param(number)
                .query(EntryRows::entry)
                .list();
    }
}
