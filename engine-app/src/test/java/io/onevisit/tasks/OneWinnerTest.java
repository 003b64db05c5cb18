package io.onevisit.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.problems.Collision;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/**
 * An applicant who takes it all back, the clerk, the answer to a notice, the deadline and the department, all in the same
 * moment: every one of them is answered in words, none waits for another for ever, and what stands in the end is what the
 * winner did.
 */
@PlatformTest
class OneWinnerTest {

    private static final int ROUNDS = 15;

    @Autowired
    Office office;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Jobs jobs;

    @Autowired
    ObjectMapper json;

    private ExecutorService pool;
    private Applying parent;
    private Account officer;
    private Account clerk;
    private Account neighbour;

    @BeforeEach
    void people() {
        pool = Executors.newCachedThreadPool();
        parent = office.parent();
        officer = office.officer(Role.APPROVER, "health");
        clerk = office.officer(Role.CLERK, null);
        neighbour = office.officer(Role.CLERK, null);
    }

    @AfterEach
    void done() {
        pool.shutdown();
    }

    @Test
    void takenBackWhileTwoClerksAnswer() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var file = office.submitted(parent);
            office.goOn(file, Map.of("mismatches", 1));
            var task = office.task(clerk, file.applicationNo());

            var said = atOnce(
                    () -> withdraw(file, ""),
                    () -> answer(clerk, task, Map.of("outcome", "accept")),
                    () -> answer(neighbour, task, Map.of("outcome", "fail", "opinion", "事项选错")));

            var answers = (said.get(1) ? 1 : 0) + (said.get(2) ? 1 : 0);
            assertThat(answers).as("clerks who were heard, round " + round).isLessThanOrEqualTo(1);
            assertThat(answers == 1 || said.get(0)).isTrue();
            office.goOn(file);
            var expected =
                    said.get(0) ? CaseState.WITHDRAWN : said.get(1) ? CaseState.UNDER_REVIEW : CaseState.RETURNED;
            assertThat(now(file).state()).as("round " + round).isEqualTo(expected);
            assertThat(office.task(clerk, file.applicationNo())).isNull();
        }
    }

    @Test
    void takenBackWhileItsNoticeIsAnsweredAndLapses() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var file = office.submitted(parent);
            office.goOn(file, Map.of("mismatches", 1));
            office.answer(
                    clerk,
                    office.task(clerk, file.applicationNo()),
                    Map.of("outcome", "supplement", "opinion", "请说明孩子姓名的写法"));
            office.goOn(file);
            var task = parent.read("/api/applications/" + file.applicationNo())
                    .at("/supplements/0/taskId")
                    .asText();

            var said = atOnce(
                    () -> withdraw(file, ""),
                    () -> withdraw(file, file.caseNo()),
                    () -> won(office.send(
                            parent.person(),
                            "/api/applications/" + file.applicationNo() + "/supplement",
                            Map.of("taskId", task, "note", "以户口簿为准"))),
                    () -> lapse(file));

            assertThat(said).as("round " + round).contains(true);
            assertThat(said.get(0) && said.get(1))
                    .as("taken back twice, round " + round)
                    .isFalse();
            assertThat(said.get(2) && said.get(3))
                    .as("answered and lapsed, round " + round)
                    .isFalse();
            office.goOn(file);
            var takenBack = said.get(0) || said.get(1);
            assertThat(now(file).state())
                    .as("round " + round)
                    .isEqualTo(
                            takenBack
                                    ? CaseState.WITHDRAWN
                                    : said.get(2) ? CaseState.UNDER_REVIEW : CaseState.RETURNED);
        }
    }

    @Test
    void takenBackWhileTheDepartmentDecidesAndAColleagueReturnsIt() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var file = office.underReview(parent);
            var task = office.task(officer, file.caseNo());

            var said = atOnce(
                    () -> withdraw(file, ""),
                    () -> withdraw(file, file.caseNo()),
                    () -> answer(officer, task, Map.of("outcome", "grant")),
                    () -> won(office.send(
                            officer, "/api/tasks/" + task + "/ending", Map.of("kind", "return", "reason", "重复申报"))));

            assertThat(said.stream().filter(won -> won))
                    .as("winners of round " + round)
                    .hasSize(1);
            office.goOn(file);
            var after = now(file);
            assertThat(after.state().isEnd()).isTrue();
            assertThat(after.decision()).isEqualTo(said.get(2) ? "grant" : null);
            if (!said.get(2)) {
                assertThat(after.state()).isEqualTo(said.get(3) ? CaseState.RETURNED : CaseState.WITHDRAWN);
            }
            assertThat(applications.get(file.applicationNo()).closedAt()).isNotNull();
        }
    }

    /** Runs all of them in the same moment; whether each took effect. */
    @SafeVarargs
    private List<Boolean> atOnce(Callable<Boolean>... acts) throws Exception {
        var start = new CyclicBarrier(acts.length);
        var running = new ArrayList<Future<Boolean>>();
        for (var act : acts) {
            running.add(pool.submit(() -> {
                start.await();
                return act.call();
            }));
        }
        var won = new ArrayList<Boolean>();
        for (var act : running) {
            won.add(act.get());
        }
        return won;
    }

    /** A refusal must be one in words, and nothing that was broken off because two waited for one another. */
    private boolean won(ResultActions answer) throws Exception {
        var response = answer.andReturn().getResponse();
        var body = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(body).isIn(204, 409);
        if (response.getStatus() == 409) {
            assertThat(json.readTree(body).path("code").asText()).isNotEqualTo("collision");
            assertThat(json.readTree(body).path("detail").asText()).isNotBlank();
        }
        return response.getStatus() == 204;
    }

    private boolean withdraw(CaseFile file, String caseNo) throws Exception {
        return won(office.send(
                parent.person(),
                "/api/applications/" + file.applicationNo() + "/withdrawal",
                Map.of("caseNo", caseNo, "reason", "填错了")));
    }

    private boolean answer(Account by, String task, Map<String, Object> answers) throws Exception {
        return won(office.answer(by, task, answers));
    }

    /** The engine's own loser comes again or finds nothing to do any more. */
    private boolean lapse(CaseFile file) {
        try {
            jobs.run(file.applicationNo(), "supplementDue");
            return true;
        } catch (RuntimeException lost) {
            assertThat(Collision.caused(lost)).isFalse();
            return false;
        } catch (AssertionError gone) {
            return false;
        }
    }

    private CaseFile now(CaseFile file) {
        return cases.get(file.caseNo());
    }
}
