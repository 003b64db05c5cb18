package io.onevisit.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** Two officers press 提交 on one task in the same instant: one decides, the other reads who did. */
@PlatformTest
class DecideAtOnceTest {

    private static final int ROUNDS = 6;

    @Autowired
    Office office;

    @Autowired
    Cases cases;

    @Autowired
    ObjectMapper json;

    @Test
    void ofTwoDecisionsAtOnceExactlyOneCountsAndTheOtherIsToldWhoWasFaster() throws Exception {
        var parent = office.parent();
        var one = office.officer(Role.APPROVER, "health");
        var other = office.officer(Role.APPROVER, "health");
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var round = 0; round < ROUNDS; round++) {
                var file = office.underReview(parent);
                var task = office.task(one, file.caseNo());
                var start = new CyclicBarrier(2);
                var grants = pool.submit(pressed(start, one, task, Map.of("outcome", "grant")));
                var denies = pool.submit(pressed(start, other, task, Map.of("outcome", "deny", "opinion", "不符合法定条件")));

                var granted = grants.get().getStatus() == 204;
                assertThat(List.of(grants.get().getStatus(), denies.get().getStatus()))
                        .as("round " + round)
                        .containsExactlyInAnyOrder(204, 409);
                var told = json.readTree((granted ? denies : grants).get().getContentAsString(StandardCharsets.UTF_8));
                assertThat(told.path("code").asText()).isIn("task-ended", "case-decided", "task-taken");
                assertThat(told.path("detail").asText()).contains(granted ? one.name() : other.name());
                office.goOn(file);
                var after = cases.get(file.caseNo());
                assertThat(after.decision()).isEqualTo(granted ? "grant" : "deny");
                assertThat(after.state()).isEqualTo(CaseState.DELIVERED);
                assertThat(cases.journal(file.caseNo()).stream()
                                .filter(entry -> List.of("准予", "不予许可").contains(entry.what())))
                        .hasSize(1);
            }
        } finally {
            pool.shutdown();
        }
    }

    private Callable<MockHttpServletResponse> pressed(
            CyclicBarrier start, Account officer, String task, Map<String, Object> answer) {
        return () -> {
            start.await();
            return office.answer(officer, task, answer).andReturn().getResponse();
        };
    }
}
