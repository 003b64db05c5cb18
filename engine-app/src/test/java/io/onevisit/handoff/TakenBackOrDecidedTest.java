package io.onevisit.handoff;

import static io.onevisit.handoff.DepartmentCalls.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.MutableClock;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.WorkerHands;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The applicant takes a case back in the moment its department's system decides it: one of them counts, both are answered. */
@PlatformTest
class TakenBackOrDecidedTest {

    private static final int ROUNDS = 15;
    private static final String DEPARTMENT = "police";

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Office office;

    @Autowired
    Cases cases;

    @Autowired
    MutableClock time;

    @Autowired
    DepartmentSystems systems;

    @Autowired
    ExternalTaskService external;

    @Autowired
    Jobs jobs;

    @Test
    void exactlyOneCountsInEveryRound() throws Exception {
        systems.configure(DEPARTMENT, "http://localhost:1/police/cases", "its secret");
        var department = new DepartmentCalls(http, json, time, DEPARTMENT, "its secret");
        var parent = office.parent();
        var pool = Executors.newFixedThreadPool(3);
        try {
            for (var round = 0; round < ROUNDS; round++) {
                var file = handedOver(parent);
                var start = new CyclicBarrier(3);
                var all = pool.submit(at(start, () -> withdraw(parent, file, "")));
                var one = pool.submit(at(start, () -> withdraw(parent, file, file.caseNo())));
                var decided = pool.submit(at(
                        start,
                        () -> department.send(
                                file.caseNo(), "m-1", said(file.caseNo(), 1, "DECIDED", "'outcome':'grant'"))));

                var takenBack = List.of(all.get().getStatus(), one.get().getStatus());
                assertThat(takenBack).as("round " + round).allMatch(status -> status == 204 || status == 409);
                assertThat(decided.get().getStatus()).as("round " + round).isIn(200, 409);
                for (var answer : List.of(all.get(), one.get(), decided.get())) {
                    assertThat(answer.getContentAsString()).doesNotContain("collision");
                }
                assertThat(takenBack.stream().filter(status -> status == 204).count()
                                + (decided.get().getStatus() == 200 ? 1 : 0))
                        .as("winners of round " + round)
                        .isEqualTo(1);
                var after = cases.get(file.caseNo());
                assertThat(after.state()).isEqualTo(takenBack.contains(204) ? CaseState.WITHDRAWN : CaseState.GRANTED);
            }
        } finally {
            pool.shutdown();
        }
    }

    private CaseFile handedOver(Applying parent) throws Exception {
        var no = parent.submitted(List.of("birthRegistration"))
                .path("applicationNo")
                .asText();
        var file = cases.ofApplication(no).get(0);
        var workers = new WorkerHands(external, jobs);
        workers.goOn(no);
        workers.goOn(file.caseNo());
        sql.sql(
                        """
                        insert into handoff_message (month, key, case_no, department, kind, sequence, url, body, status,
                                                     prepared_at, changed_at)
                        values (?, ?, ?, ?, 'APPLY', 1, 'http://localhost:1', '{}', 'SENT', now(), now())""")
                .params(Numbers.month(file.caseNo()), file.caseNo() + ":APPLY:1", file.caseNo(), DEPARTMENT)
                .update();
        return cases.get(file.caseNo());
    }

    private MockHttpServletResponse withdraw(Applying parent, CaseFile file, String caseNo) throws Exception {
        return office.send(
                        parent.person(),
                        "/api/applications/" + file.applicationNo() + "/withdrawal",
                        Map.of("caseNo", caseNo, "reason", "填错了"))
                .andReturn()
                .getResponse();
    }

    private static Callable<MockHttpServletResponse> at(CyclicBarrier start, Callable<MockHttpServletResponse> act) {
        return () -> {
            start.await();
            return act.call();
        };
    }
}
