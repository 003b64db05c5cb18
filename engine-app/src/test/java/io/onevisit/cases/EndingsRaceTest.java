package io.onevisit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.deadlines.Clocks;
import io.onevisit.problems.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The applicant takes back what an officer decides at the same moment: exactly one of them wins, every time. */
@PlatformTest
class EndingsRaceTest {

    private static final int ROUNDS = 60;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock time;

    @Autowired
    Endings endings;

    @Test
    void ofAWithdrawalAndADecisionExactlyOneCountsInEveryRound() throws Exception {
        var filing = new Filing(applications, cases, clocks, time);
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var round = 0; round < ROUNDS; round++) {
                var file = filing.underReview("race", Map.of());
                var start = new CyclicBarrier(2);
                var withdrawn = pool.submit(
                        won(start, () -> endings.withdraw(file.applicationNo(), file.applicantName(), "不再办理")));
                var decided = pool.submit(won(start, () -> {
                    cases.noteDecision(file.caseNo(), "grant", "符合条件", "承办人", time.instant());
                    return 1;
                }));
                assertThat(List.of(withdrawn.get(), decided.get()))
                        .as("round " + round)
                        .containsExactlyInAnyOrder(true, false);

                var after = cases.get(file.caseNo());
                assertThat(after.state()).isEqualTo(withdrawn.get() ? CaseState.WITHDRAWN : CaseState.UNDER_REVIEW);
                assertThat(after.decision()).isEqualTo(withdrawn.get() ? null : "grant");
            }
        } finally {
            pool.shutdown();
        }
    }

    /** Whether the act took effect; a refusal must be one in words. */
    private static Callable<Boolean> won(CyclicBarrier start, Callable<?> act) {
        return () -> {
            start.await();
            try {
                act.call();
                return true;
            } catch (Problem refused) {
                assertThat(refused.code()).isIn("nothing-to-withdraw", "case-decided", "case-ended");
                return false;
            }
        };
    }
}
