package io.onevisit.parties;

import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Locks;
import io.onevisit.cases.OwnApplications;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks second persons for their agreement, reminds them, and closes what was not answered. */
@Component
class Requests {

    private static final String PLATFORM = "平台";
    private static final String STAGE = "等待另一方当事人确认";

    private final AgreementRows rows;
    private final AgreementNotices notices;
    private final Applications applications;
    private final OwnApplications ownApplications;
    private final Cases cases;
    private final Locks locks;
    private final Clock time;

    Requests(
            AgreementRows rows,
            AgreementNotices notices,
            Applications applications,
            OwnApplications ownApplications,
            Cases cases,
            Locks locks,
            Clock time) {
        this.rows = rows;
        this.notices = notices;
        this.applications = applications;
        this.ownApplications = ownApplications;
        this.cases = cases;
        this.locks = locks;
        this.time = time;
    }

    /** Whether the person is the applicant, who has agreed by applying. */
    boolean isApplicant(String applicationNo, String party) {
        var application = applications.get(applicationNo);
        if (!person(applicationNo, party).idNo().equals(application.applicantId())) {
            return false;
        }
        cases.journal(applicationNo, PLATFORM, "另一方就是申请人本人", "提交申报视为同意，无需另行确认", time.instant());
        return true;
    }

    /** Asks once: a process that begins again finds what was asked and answered before. */
    Agreement ask(String applicationNo, String party, int days, String purpose) {
        locks.application(applicationNo);
        return rows.of(applicationNo, party).orElseGet(() -> {
            var person = person(applicationNo, party);
            refuseAnother(applicationNo);
            var now = time.instant();
            var asked = new Agreement(
                    UUID.randomUUID(),
                    applicationNo,
                    party,
                    rows.key(person.idNo()),
                    purpose,
                    now,
                    Agreement.end(now, days),
                    null,
                    Agreement.State.ASKED,
                    null,
                    null,
                    null,
                    false);
            rows.insert(asked);
            cases.stage(applicationNo, STAGE);
            cases.journal(applicationNo, PLATFORM, "请另一方当事人确认", purpose + "　答复期限至 " + asked.lastDay() + "。", now);
            notices.asked(asked, person);
            return asked;
        });
    }

    /** The engine would hand an answer to every process that waits for one about the application. */
    private void refuseAnother(String applicationNo) {
        if (rows.of(applicationNo).stream().anyMatch(Agreement::waits)) {
            throw new IllegalStateException("申报 " + applicationNo + " 已有另一方确认在等待答复，请先后调用，不能同时等待");
        }
    }

    void remind(String applicationNo, String party) {
        locks.application(applicationNo);
        rows.of(applicationNo, party).filter(Agreement::waits).ifPresent(asked -> remind(asked, time.instant()));
    }

    /** The applicant asks again, at most once a day; a 404 problem where the application is not theirs. */
    @Transactional
    public void remind(Account applicant, UUID id) {
        var asked = rows.find(id)
                .filter(found -> ownApplications.follows(applicant, applications.get(found.applicationNo())))
                .orElseThrow(Answers::unknown);
        locks.application(asked.applicationNo());
        var now = time.instant();
        var fresh = rows.find(id).orElseThrow();
        if (!fresh.waits()) {
            throw Problem.conflict(
                    "agreement-over", "对方%s，不需要提醒。".formatted(fresh.state().label()));
        }
        if (!remindable(fresh, now)) {
            throw Problem.conflict("reminded-already", "今天已经提醒过对方，请明天再试。");
        }
        remind(fresh, now);
        cases.journal(fresh.applicationNo(), applicant.name(), "提醒另一方当事人确认", "", now);
    }

    static boolean remindable(Agreement asked, Instant now) {
        return asked.waits()
                && (asked.remindedAt() == null || day(asked.remindedAt()).isBefore(day(now)));
    }

    private void remind(Agreement asked, Instant now) {
        rows.remind(asked.id(), now);
        notices.reminded(asked, person(asked.applicationNo(), asked.party()), day(now).toString());
    }

    /** Nobody answered in time, or the applicant took the application back; what the process goes on with. */
    String settle(String applicationNo, String party, Agreement.State state) {
        locks.application(applicationNo);
        var agreement = rows.of(applicationNo, party)
                .orElseThrow(() -> new IllegalStateException("申报 " + applicationNo + " 没有请 " + party + " 确认"));
        if (agreement.waits()) {
            rows.settle(agreement.id(), state, null, null, time.instant());
            cases.journal(applicationNo, PLATFORM, "另一方当事人确认：" + state.label(), "", time.instant());
            if (state == Agreement.State.WITHDRAWN) {
                notices.withdrawn(agreement, person(applicationNo, party));
            }
            return state.outcome();
        }
        if (state == Agreement.State.EXPIRED) {
            throw new IllegalStateException("申报 " + applicationNo + " 的另一方已经答复，不能登记为逾期");
        }
        return agreement.state() == Agreement.State.TAKEN_BACK
                ? agreement.state().outcome()
                : state.outcome();
    }

    private Party person(String applicationNo, String party) {
        return Party.in(cases.answers(applicationNo), party);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Agreement.CHINA);
    }
}
