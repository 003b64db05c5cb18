package io.onevisit.handoff;

import static io.onevisit.handoff.DepartmentCalls.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Ending;
import io.onevisit.cases.Endings;
import io.onevisit.cases.JournalEntry;
import io.onevisit.cases.Numbers;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.Processes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A special procedure that a decision left open is watched until its department ends it, however late that is said. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeftOpenProceduresTest extends HandoffTestCase {

    private static final String DEPARTMENT = "left-open-health";
    private static final Instant BEGUN = Instant.parse("2026-03-10T02:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-03-13T03:00:00Z");

    @Autowired
    Processes processes;

    @Autowired
    Callbacks callbacks;

    @Autowired
    Endings endings;

    private DepartmentCalls department;
    private CaseFile file;

    @BeforeAll
    void aDepartmentAndItsModel() throws Exception {
        systems.configure(DEPARTMENT, "http://localhost:1/health/cases", "its secret");
        department = new DepartmentCalls(http, json, time, DEPARTMENT, "its secret");
        deployAModelThatWaits();
    }

    @BeforeEach
    void aCaseInASpecialProcedure() throws Exception {
        time.setTo(BEGUN);
        file = filing().underReview(DEPARTMENT, Map.of());
        sql.sql(
                        """
                        insert into handoff_message (month, key, case_no, department, kind, sequence, url, body, status,
                                                     prepared_at, changed_at)
                        values (?, ?, ?, ?, 'APPLY', 1, 'http://localhost:1', '{}', 'SENT', now(), now())""")
                .params(Numbers.month(file.caseNo()), file.caseNo() + ":APPLY:1", file.caseNo(), DEPARTMENT)
                .update();
        assertThat(tell("m-1", 1, "SPECIAL_PROCEDURE_STARTED", "'days':5,'reason':'专家评审'"))
                .isEqualTo("APPLIED");
        time.setTo(Instant.parse("2026-03-16T02:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource(
            value = CaseState.class,
            names = {"GRANTED", "DENIED", "CLOSED", "DELIVERED"})
    void itsEndIsAppliedWhereverTheCaseHasGotTo(CaseState state) throws Exception {
        decidedInTheMidst(state);
        var limits = clocks.face(file.caseNo(), time.instant());

        assertThat(tell("m-3", 3, "SPECIAL_PROCEDURE_ENDED", ENDING)).isEqualTo("APPLIED");

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(state);
        assertThat(clocks.running(file.caseNo(), ClockKind.SPECIAL_PROCEDURE)).isEmpty();
        assertThat(own().finishedAt()).isEqualTo(ENDED);
        assertThat(clocks.face(file.caseNo(), time.instant())).isEqualTo(limits);
        assertThat(ends()).singleElement().satisfies(entry -> {
            assertThat(entry.at()).isEqualTo(ENDED);
            assertThat(entry.who()).contains("王评审");
            assertThat(entry.detail()).isEqualTo("评审通过");
            assertThat(entry.basis()).contains("第四十五条");
        });
    }

    @Test
    void itIsWatchedUntilThen() throws Exception {
        decidedInTheMidst(CaseState.CLOSED);

        assertThat(clocks.running(file.caseNo(), ClockKind.SPECIAL_PROCEDURE)).isPresent();
        assertThat(clocks.running(file.caseNo(), ClockKind.CASE)).isEmpty();
    }

    @Test
    void saidTwiceItTakesEffectOnceAndSaidAnewItIsRefusedWithTheReason() throws Exception {
        decidedInTheMidst(CaseState.CLOSED);
        tell("m-3", 3, "SPECIAL_PROCEDURE_ENDED", ENDING);

        assertThat(tell("m-3", 3, "SPECIAL_PROCEDURE_ENDED", ENDING)).isEqualTo("DUPLICATE");
        assertThat(tell("m-3b", 3, "SPECIAL_PROCEDURE_ENDED", ENDING)).isEqualTo("STALE");
        var again = department.send(file.caseNo(), "m-4", said(file.caseNo(), 4, "SPECIAL_PROCEDURE_ENDED", ENDING));
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(department.tree(again).path("detail").asText()).contains("已办结", "没有进行中的特别程序");
        assertThat(tell("m-5", 4, "CLOSED", "")).isEqualTo("APPLIED");

        assertThat(ends()).hasSize(1);
    }

    @Test
    void overtakingTheDecisionItWaitsForIt() throws Exception {
        waiting();

        assertThat(tell("m-3", 3, "SPECIAL_PROCEDURE_ENDED", ENDING)).isEqualTo("EARLY");
        assertThat(own().finishedAt()).isNull();
        assertThat(tell("m-2", 2, "DECIDED", "'outcome':'grant'")).isEqualTo("APPLIED");

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.GRANTED);
        assertThat(own().finishedAt()).isEqualTo(ENDED);
        assertThat(ends()).hasSize(1);
        assertThat(tell("m-3", 3, "SPECIAL_PROCEDURE_ENDED", ENDING)).isEqualTo("DUPLICATE");
    }

    @Test
    void bothEarlyTheyAreAppliedInTheirOrderOnceTheProcessWaits() throws Exception {
        assertThat(tell("m-2", 2, "DECIDED", "'outcome':'grant'")).isEqualTo("EARLY");
        assertThat(tell("m-3", 3, "SPECIAL_PROCEDURE_ENDED", ENDING)).isEqualTo("EARLY");
        waiting();

        callbacks.sweep();

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.GRANTED);
        assertThat(own().finishedAt()).isEqualTo(ENDED);
        assertThat(ends()).hasSize(1);
    }

    @Test
    void endedBeforeTheDecisionItMovesTheLimitsAsEver() throws Exception {
        waiting();

        assertThat(tell("m-2", 2, "SPECIAL_PROCEDURE_ENDED", ENDING)).isEqualTo("APPLIED");
        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.UNDER_REVIEW);
        assertThat(tell("m-3", 3, "DECIDED", "'outcome':'grant'")).isEqualTo("APPLIED");

        assertThat(own().finishedAt()).isEqualTo(ENDED);
        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void aCaseTakenBackHasNoneLeftToEnd() throws Exception {
        endings.end(file.caseNo(), Ending.WITHDRAWN, "测试人", "不再办理");
        assertThat(clocks.running(file.caseNo(), ClockKind.SPECIAL_PROCEDURE)).isEmpty();

        var refused = department.send(file.caseNo(), "m-2", said(file.caseNo(), 2, "SPECIAL_PROCEDURE_ENDED", ENDING));

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(department.tree(refused).path("detail").asText()).contains("已撤回");
        assertThat(ends()).isEmpty();
    }

    private static final String ENDING = "'at':'" + ENDED + "','officer':'王评审','reason':'评审通过'";

    private void decidedInTheMidst(CaseState state) throws Exception {
        waiting();
        var outcome = state == CaseState.DENIED ? "deny" : "grant";
        assertThat(tell("m-2", 2, "DECIDED", "'outcome':'" + outcome + "','reason':'经审查'"))
                .isEqualTo("APPLIED");
        for (var next : List.of(CaseState.CLOSED, CaseState.DELIVERED)) {
            if (state.isEnd() && (next == CaseState.CLOSED || state == CaseState.DELIVERED)) {
                cases.move(file.caseNo(), next, "平台", "", "");
            }
        }
    }

    private void waiting() {
        processes.start("waits-for-department", file.caseNo(), null, Map.of("applicationNo", file.applicationNo()));
    }

    private String tell(String id, int sequence, String kind, String rest) throws Exception {
        return department.status(department.send(file.caseNo(), id, said(file.caseNo(), sequence, kind, rest)));
    }

    private Clocks.Face own() {
        return clocks.face(Clocks.Key.of(file.caseNo(), ClockKind.SPECIAL_PROCEDURE), time.instant());
    }

    private List<JournalEntry> ends() {
        return cases.journal(file.caseNo()).stream()
                .filter(entry -> entry.what().equals("特别程序结束"))
                .toList();
    }
}
