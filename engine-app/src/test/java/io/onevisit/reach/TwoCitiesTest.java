package io.onevisit.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onevisit.Applying;
import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseFile;
import io.onevisit.engine.RowView;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A case of Changsha (4301), looked for by people of Changsha and of Zhuzhou (4302), through the API and below it. */
@PlatformTest
class TwoCitiesTest {

    private static final List<String> PERSONAL = List.of(
            "application",
            "case_file",
            "work_item",
            "journal",
            "application_material",
            "application_document",
            "document",
            "clock",
            "party",
            "notice_message");

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Office office;

    @Autowired
    Vault vault;

    private People people;
    private Applying parent;
    private CaseFile file;

    @BeforeEach
    void aCaseIsUnderReview() throws Exception {
        people = new People(sql);
        parent = office.parent();
        file = office.underReview(parent);
    }

    /** Below the API: whatever query somebody's request may send, these rows are not in any table. */
    @Test
    void theDatabaseItselfKeepsAnotherCitysPersonsBack() throws Throwable {
        for (var role : List.of(Role.CLERK, Role.APPROVER, Role.HEAD, Role.SUPERVISOR, Role.OPERATOR)) {
            var there = people.officer(role, role == Role.CLERK ? null : "health", "430200");
            var rows = see(there, () -> rows());
            assertThat(rows)
                    .as(role.name())
                    .allSatisfy((table, count) -> assertThat(count).as(table).isZero());
        }
        assertThat(see(people.citizen(), () -> rows()).values()).containsOnly(0L);
        assertThat(see(people.officer(Role.ANALYST, null, "430000"), () -> rows())
                        .values())
                .containsOnly(0L);
    }

    @Test
    void whoeverMaySeeItDoes() throws Throwable {
        assertThat(see(parent.person(), () -> rows()))
                .containsEntry("application", 1L)
                .containsEntry("case_file", 1L)
                .hasEntrySatisfying("journal", count -> assertThat(count).isPositive());
        for (var officer : List.of(
                people.officer(Role.APPROVER, "health", "430100"),
                people.officer(Role.CLERK, null, "430102"),
                people.officer(Role.SUPERVISOR, null, "430000"))) {
            assertThat(see(officer, () -> rows()))
                    .as(officer.roles().toString())
                    .containsEntry("application", 1L)
                    .containsEntry("case_file", 1L);
        }
        assertThat(see(people.officer(Role.APPROVER, "police", "430100"), () -> rows())
                        .get("application"))
                .as("another department of the same city")
                .isZero();
    }

    @Test
    void aPersonsRoleChangesNothing() {
        assertThatThrownBy(() -> see(parent.person(), () -> sql.sql("delete from application where application_no = ?")
                        .param(file.applicationNo())
                        .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> see(parent.person(), () -> sql.sql("select password from account where username = ?")
                        .param(parent.person().username())
                        .query(String.class)
                        .single()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> see(
                        parent.person(), () -> sql.sql("set role onevisit_app").update()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void theSameConnectionNeverShowsTheNextPersonWhatItShowedTheLast() throws Throwable {
        var stranger = people.citizen();
        for (var i = 0; i < 50; i++) {
            assertThat(see(parent.person(), () -> rows().get("application"))).isEqualTo(1);
            assertThat(see(stranger, () -> rows().get("application"))).isZero();
            assertThat(rows().get("application")).isEqualTo(1);
        }
        assertThat(RowView.present()).isEmpty();
    }

    @Test
    void whatIsAnotherCitysLooksLikeWhatIsNotThere() throws Exception {
        var health = people.officer(Role.APPROVER, "health", "430102");
        var task = office.task(health, file.caseNo());
        var no = file.caseNo();
        var unknownNo = "4301022026030100000000";
        var there = Map.of(
                Role.APPROVER, people.officer(Role.APPROVER, "health", "430200"),
                Role.HEAD, people.officer(Role.HEAD, "health", "430200"),
                Role.SUPERVISOR, people.officer(Role.SUPERVISOR, null, "430200"),
                Role.OPERATOR, people.officer(Role.OPERATOR, null, "430200"),
                Role.CLERK, people.officer(Role.CLERK, null, "430202"),
                Role.CITIZEN, people.citizen());
        var reason = Map.of("reason", "核对办理情况");
        var correction = Map.of("number", 1, "region", "430100", "reason", "改由市级单位办理");

        same(there.get(Role.APPROVER), get("/api/tasks/" + task), get("/api/tasks/unknown"), null);
        for (var act : List.of("claim", "unclaim", "completion", "reveal", "ending")) {
            same(
                    there.get(Role.APPROVER),
                    post("/api/tasks/" + task + "/" + act),
                    post("/api/tasks/unknown/" + act),
                    Map.of("outcome", "grant", "reason", "事由", "fact", "phone", "kind", "return"));
        }
        for (var watcher : List.of(there.get(Role.SUPERVISOR), there.get(Role.OPERATOR))) {
            same(watcher, get("/api/cockpit/cases/" + no), get("/api/cockpit/cases/" + unknownNo), null);
            same(watcher, get("/api/cases/" + no + "/clock"), get("/api/cases/" + unknownNo + "/clock"), null);
            same(
                    watcher,
                    post("/api/cockpit/cases/" + no + "/reveal"),
                    post("/api/cockpit/cases/" + unknownNo + "/reveal"),
                    reason);
        }
        same(
                there.get(Role.SUPERVISOR),
                post("/api/cockpit/notices/" + no + "/second"),
                post("/api/cockpit/notices/" + unknownNo + "/second"),
                reason);
        same(
                there.get(Role.SUPERVISOR),
                post("/api/cockpit/commitments/" + no + "/restoration"),
                post("/api/cockpit/commitments/" + unknownNo + "/restoration"),
                reason);
        for (var corrector : List.of(there.get(Role.HEAD), there.get(Role.SUPERVISOR))) {
            same(corrector, get("/api/distribution/cases/" + no), get("/api/distribution/cases/" + unknownNo), null);
            same(
                    corrector,
                    post("/api/distribution/cases/" + no + "/correction"),
                    post("/api/distribution/cases/" + unknownNo + "/correction"),
                    correction);
        }
        same(
                there.get(Role.CLERK),
                post("/api/visits"),
                post("/api/visits"),
                Map.of("caseNo", no),
                Map.of("caseNo", unknownNo));
        for (var act : List.of("withdrawal", "supplement")) {
            same(
                    there.get(Role.CITIZEN),
                    post("/api/applications/" + file.applicationNo() + "/" + act),
                    post("/api/applications/A" + unknownNo + "/" + act),
                    Map.of("reason", "不办了", "note", "", "taskId", "none"));
        }
        same(
                there.get(Role.CITIZEN),
                get("/api/applications/" + file.applicationNo()),
                get("/api/applications/A" + unknownNo),
                null);
        var document = sql.sql("select document_id from application_document where application_no = ? limit 1")
                .param(file.applicationNo())
                .query(UUID.class)
                .single();
        for (var reader : there.values()) {
            same(
                    reader,
                    get("/api/documents/" + document + "/content"),
                    get("/api/documents/" + UUID.randomUUID() + "/content"),
                    null);
        }
    }

    private <T> T see(Account person, RowView.Work<T> work) throws Throwable {
        return Reach.of(person).see(number -> vault.key(Vault.Kind.ID_NO, number), LocalDate.now(), work);
    }

    private Map<String, Long> rows() {
        var conditions = Map.of(
                "journal", "no in (:no, :application)",
                "clock", "case_no = :no",
                "document", "id in (select document_id from application_document where application_no = :application)",
                "notice_message", "application_no = :application");
        var counted = new java.util.LinkedHashMap<String, Long>();
        for (var table : PERSONAL) {
            counted.put(
                    table,
                    sql.sql("select count(*) from " + table + " where "
                                    + conditions.getOrDefault(table, "application_no = :application"))
                            .param("no", file.caseNo())
                            .param("application", file.applicationNo())
                            .query(Long.class)
                            .single());
        }
        return counted;
    }

    private void same(
            Account who, MockHttpServletRequestBuilder foreign, MockHttpServletRequestBuilder unknown, Object body)
            throws Exception {
        same(who, foreign, unknown, body, body);
    }

    private void same(
            Account who,
            MockHttpServletRequestBuilder foreign,
            MockHttpServletRequestBuilder unknown,
            Object body,
            Object otherBody)
            throws Exception {
        var one = answer(who, foreign, body);
        var other = answer(who, unknown, otherBody);
        assertThat(one.path("status").asInt()).as(one.toString()).isEqualTo(404);
        assertThat(one).isEqualTo(other);
    }

    /** The problem without what names the request: its own address, number and reference. */
    private ObjectNode answer(Account who, MockHttpServletRequestBuilder request, Object body) throws Exception {
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
        }
        var text = web.perform(request.with(People.as(who)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("A?\\d{22}", "NO");
        var answer = (ObjectNode) json.readTree(text);
        answer.remove(List.of("reference", "instance"));
        return answer;
    }
}
