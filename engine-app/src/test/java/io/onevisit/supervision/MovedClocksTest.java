package io.onevisit.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Procedures;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.deadlines.Light;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clocks beside the case's own: online pre-acceptance, special procedures, issue of the license. */
@PlatformTest
class MovedClocksTest {

    private static final Instant THURSDAY = Instant.parse("2026-03-12T02:00:00Z");

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    Procedures procedures;

    @Autowired
    CardSweep sweep;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock time;

    private Filing filing;

    @BeforeEach
    void thursday() {
        time.setTo(THURSDAY);
        filing = new Filing(applications, cases, clocks, time);
    }

    @AfterEach
    void back() {
        time.reset();
    }

    @Test
    void theWindowHasTwoWorkingDaysFromSubmission() {
        var no = filing.submitted("moved-clocks", Map.of()).caseNo();
        var key = Clocks.Key.of(no, ClockKind.ONLINE_PREACCEPTANCE);

        assertThat(clocks.face(key, THURSDAY).promisedDueAt()).isEqualTo("2026-03-16T02:00:00Z");
        assertThat(clocks.face(key, Instant.parse("2026-03-16T02:00:01Z")).light())
                .isEqualTo(Light.BLUE);

        moved(no, CaseState.RECEIVED);
        assertThat(clocks.face(key, time.instant()).finishedAt()).isEqualTo(THURSDAY.plus(Duration.ofHours(1)));
    }

    @Test
    void theApplicantsTimeForASupplementIsNotTheWindows() {
        var no = filing.submitted("moved-clocks", Map.of()).caseNo();
        moved(no, CaseState.SUPPLEMENT_REQUESTED);
        time.setTo(Instant.parse("2026-03-18T03:00:00Z"));
        cases.move(no, CaseState.SUBMITTED, "申请人", "", "");

        var key = Clocks.Key.of(no, ClockKind.ONLINE_PREACCEPTANCE);
        assertThat(clocks.face(key, time.instant()).promisedDueAt()).isEqualTo("2026-03-20T02:00:00Z");
    }

    @Test
    void whoIsRefusedBeforeTheCardGetsNone() {
        var no = filing.submitted("moved-clocks", Map.of()).caseNo();
        moved(no, CaseState.ACCEPTANCE_REFUSED);

        assertThat(cardsAfter(no, "2026-05-12T02:00:00Z")).isEmpty();
    }

    @Test
    void theLicenseIsDueThreeWorkingDaysAfterTheDecision() {
        var no = filing.underReview("moved-clocks", Map.of()).caseNo();
        moved(no, CaseState.GRANTED);
        var key = Clocks.Key.of(no, ClockKind.LICENSE_ISSUE);
        assertThat(clocks.face(key, time.instant()).promisedDueAt()).isEqualTo("2026-03-17T03:00:00Z");
        assertThat(clocks.face(key, time.instant()).redAt()).isNull();

        cases.licensed(no, "1.2.156.3005.2.moved-clocks");
        assertThat(clocks.running(no, ClockKind.LICENSE_ISSUE)).isEmpty();
    }

    @Test
    void aSpecialProcedureOfAVoidedCaseGetsNoCard() {
        var no = inSpecialProcedure();
        cases.move(no, CaseState.VOIDED, "部门", "申请主体消亡", "");

        assertThat(cardsAfter(no, "2026-05-12T02:00:00Z")).doesNotContain("SPECIAL_PROCEDURE YELLOW");
        assertThat(clocks.running(no, ClockKind.SPECIAL_PROCEDURE)).isEmpty();
    }

    @Test
    void aSpecialProcedureThatWasForgottenIsSupervisedAfterTheCaseEnded() {
        var no = inSpecialProcedure();
        cases.move(no, CaseState.GRANTED, "部门", "", "");
        clocks.finish(no, time.instant());

        assertThat(cardsAfter(no, "2026-03-27T02:00:00Z"))
                .contains("SPECIAL_PROCEDURE YELLOW", "SPECIAL_PROCEDURE RED");
        clocks.endSpecialProcedure(no, time.instant());
        assertThat(clocks.running(no, ClockKind.SPECIAL_PROCEDURE)).isEmpty();
    }

    @Test
    void aSpecialProcedureOfACaseSentOnIsCalledOff() {
        var no = inSpecialProcedure();
        cases.move(no, CaseState.TRANSFERRED, "部门", "转报上级", "");

        assertThat(clocks.running(no, ClockKind.SPECIAL_PROCEDURE)).isEmpty();
        assertThat(cardsAfter(no, "2026-05-12T02:00:00Z")).doesNotContain("SPECIAL_PROCEDURE YELLOW");
    }

    @Test
    void aSpecialProcedureLeftOpenByADecisionCanStillBeEnded() {
        var no = inSpecialProcedure();
        cases.move(no, CaseState.GRANTED, "部门", "", "");
        clocks.finish(no, time.instant());

        procedures.end(no, "部门", "检测合格", time.instant());

        assertThat(clocks.running(no, ClockKind.SPECIAL_PROCEDURE)).isEmpty();
        assertThat(cases.get(no).state()).isEqualTo(CaseState.GRANTED);
        assertThat(cardsAfter(no, "2026-05-12T02:00:00Z")).doesNotContain("SPECIAL_PROCEDURE YELLOW");
    }

    @Test
    void aMoveWithoutABasisOfItsOwnIsWrittenDownWithThatOfItsArrow() {
        var no = inSpecialProcedure();

        assertThat(cases.journal(no))
                .anySatisfy(entry -> assertThat(entry.basis()).isEqualTo("行政许可法第四十五条"));
    }

    private String inSpecialProcedure() {
        var no = filing.underReview("moved-clocks", Map.of()).caseNo();
        clocks.startSpecialProcedure(no, 5, "检测", "行政许可法第四十五条", time.instant());
        moved(no, CaseState.SUSPENDED);
        return no;
    }

    private void moved(String no, CaseState to) {
        time.advance(Duration.ofHours(1));
        cases.move(no, to, "平台", "", "");
    }

    private List<String> cardsAfter(String no, String at) {
        time.setTo(Instant.parse(at));
        sweep.sweep();
        return sql.sql("select kind || ' ' || light from card where case_no = ?")
                .param(no)
                .query(String.class)
                .list();
    }
}
