package io.onevisit.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseFile;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** 回避: officers are kept from what is their own, whether they applied, are named in it or filed it for somebody. */
@PlatformTest
class RecusalTest {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Office office;

    @Autowired
    Vault vault;

    private People people;
    private Applying parent;
    private CaseFile file;
    private Account colleague;

    @BeforeEach
    void aCaseIsUnderReview() throws Exception {
        people = new People(sql);
        parent = office.parent();
        file = office.underReview(parent);
        colleague = people.officer(Role.APPROVER, "health", "430102");
    }

    @Test
    void anOfficerIsNotOfferedTheirOwnCaseAndCanDoNothingAboutIt() throws Exception {
        var officer = withNumber(Role.APPROVER, "health", parent.person().idNo());
        var task = office.task(colleague, file.caseNo());

        assertThat(office.task(officer, file.caseNo())).isNull();
        for (var act : List.of("claim", "completion", "ending", "reveal")) {
            office.send(
                            officer,
                            "/api/tasks/" + task + "/" + act,
                            Map.of("outcome", "grant", "kind", "return", "reason", "事由"))
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("own-case"));
        }
        assertThat(sql.sql("select assignee is null and ended_at is null from work_item where task_id = ?")
                        .param(task)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(sql.sql(
                                "select count(*) from audit_entry where account = ? and code = 'own-case' and result = 'REFUSED'")
                        .param(officer.username())
                        .query(Integer.class)
                        .single())
                .as("each try is kept")
                .isEqualTo(4);
        office.send(colleague, "/api/tasks/" + task + "/claim", Map.of()).andExpect(status().isNoContent());
    }

    @Test
    void aPartyWhoDidNotApplyStandsBackToo() throws Exception {
        var father = Applying.answers().get("fatherIdNo").toString();
        var officer = withNumber(Role.APPROVER, "health", father);
        var task = office.task(colleague, file.caseNo());

        assertThat(office.task(officer, file.caseNo())).isNull();
        office.send(officer, "/api/tasks/" + task + "/claim", Map.of())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("own-case"));
    }

    @Test
    void nobodySendsTheirOwnCaseElsewhereAndNobodyIsProposedForTheirOwn() throws Exception {
        var self = withNumber(Role.SUPERVISOR, null, parent.person().idNo());
        var officer = withNumber(Role.APPROVER, "health", parent.person().idNo());

        office.send(
                        self,
                        "/api/distribution/cases/" + file.caseNo() + "/correction",
                        Map.of("number", 1, "region", "430102", "officer", colleague.username(), "reason", "交给我的同事办理"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("own-case"));
        var offered = office.read(office.supervisor(), "/api/distribution/cases/" + file.caseNo())
                .findValuesAsText("username");
        assertThat(offered).contains(colleague.username()).doesNotContain(officer.username());
        office.send(
                        office.supervisor(),
                        "/api/distribution/cases/" + file.caseNo() + "/correction",
                        Map.of("number", 1, "region", "430102", "officer", officer.username(), "reason", "由熟悉情况的人办理"))
                .andExpect(jsonPath("$.code").value("own-case"));
    }

    @Test
    void anOfficersNumberOpensNothing() throws Exception {
        var officer = withNumber(Role.APPROVER, "health", parent.person().idNo());

        var known = accounts.find(officer.username()).orElseThrow();
        assertThat(known.idNo()).isNull();
        assertThat(known.registeredIdNo()).isEqualTo(parent.person().idNo());
        assertThat(accounts.withIdNo(parent.person().idNo()).orElseThrow().username())
                .as("the person's own account, not the officer's")
                .isEqualTo(parent.person().username());
    }

    /** An officer whose account was opened with this number; the same person has an account of their own. */
    private Account withNumber(Role role, String department, String idNo) {
        var username = "recused." + UUID.randomUUID();
        var region = role == Role.SUPERVISOR ? "430100" : "430102";
        sql.sql(
                        """
                        insert into account (username, name, password, roles, department, region, id_no, id_no_key, kind, level)
                        values (?, '当事人', '{noop}x', '{}', ?, ?, ?, ?, 'STAFF', 4)""")
                .params(
                        username,
                        department,
                        region,
                        vault.seal(Column.ACCOUNT_ID_NO, username, idNo),
                        vault.key(Vault.Kind.ID_NO, idNo))
                .update();
        new People(sql).post(username, Set.of(role), department, region);
        return accounts.find(username).orElseThrow();
    }
}
