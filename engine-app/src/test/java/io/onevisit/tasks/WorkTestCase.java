package io.onevisit.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.onevisit.Applying;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** A case under review in an office of three officers. */
@PlatformTest
abstract class WorkTestCase {

    @Autowired
    Office office;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient sql;

    Applying parent;
    Account officer;
    Account colleague;
    Account other;
    CaseFile file;
    String task;

    @BeforeEach
    void anOfficerHasTakenATask() throws Exception {
        parent = office.parent();
        officer = office.officer(Role.APPROVER, "health");
        colleague = office.officer(Role.APPROVER, "health");
        other = office.officer(Role.APPROVER, "health");
        file = office.underReview(parent);
        task = office.task(officer, file.caseNo());
        send(officer, "claim", Map.of());
    }

    ResultActions send(Account who, String act, Object body) throws Exception {
        return office.send(who, "/api/tasks/" + task + "/" + act, body);
    }

    JsonNode page(Account who) throws Exception {
        return office.read(who, "/api/tasks/" + task);
    }

    JsonNode rows(Account who, String query) throws Exception {
        return office.read(who, "/api/tasks?size=100&" + query).path("items");
    }

    /** The row of the task in a view, a missing node where it is not there. */
    JsonNode row(Account who, String view) throws Exception {
        for (var row : rows(who, "view=" + view + "&q=" + file.caseNo())) {
            return row;
        }
        return MissingNode.getInstance();
    }

    JsonNode ask(String kind, Account... of) throws Exception {
        return office.json(send(
                officer,
                "asks",
                Map.of(
                        "kind",
                        kind,
                        "of",
                        List.of(of).stream().map(Account::username).toList(),
                        "question",
                        "请核对出生医学证明")));
    }

    ResultActions say(Account who, long ask, boolean agrees, String opinion) throws Exception {
        return send(who, "asks/" + ask + "/answer", Map.of("agrees", agrees, "opinion", opinion));
    }

    CaseState state() {
        return cases.get(file.caseNo()).state();
    }

    void thereIsNoDecision() {
        assertThat(cases.get(file.caseNo()).decision()).isNull();
    }
}
