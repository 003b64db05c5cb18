package io.onevisit.distribution;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Regions;
import io.onevisit.engine.UserTasks;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import io.onevisit.processes.Groups;
import io.onevisit.processes.ItemHandling.Variables;
import io.onevisit.reach.Reach;
import io.onevisit.reach.Recusal;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Correction by hand: a supervisor, or the head of the department, gives a case to another unit or officer and says why. */
@Component
class Corrections {

    private static final Set<CaseState> DECIDED = EnumSet.of(CaseState.GRANTED, CaseState.DENIED);
    private static final int SHORTEST_REASON = 5;

    private final Cases cases;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Accounts accounts;
    private final Recusal recusal;
    private final Units units;
    private final Distributions distributions;
    private final UserTasks engine;
    private final ApplicationEventPublisher events;
    private final Clock time;

    Corrections(
            Cases cases,
            Catalogue catalogue,
            Regions regions,
            Accounts accounts,
            Recusal recusal,
            Units units,
            Distributions distributions,
            UserTasks engine,
            ApplicationEventPublisher events,
            Clock time) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.regions = regions;
        this.accounts = accounts;
        this.recusal = recusal;
        this.units = units;
        this.distributions = distributions;
        this.engine = engine;
        this.events = events;
        this.time = time;
    }

    /** The case, if this person may say where it goes; any other looks like one that is not there. */
    CaseFile within(Account person, String caseNo) {
        return cases.find(caseNo)
                .filter(file -> Reach.of(person).holds(file.region()))
                .filter(file -> !person.is(Role.HEAD)
                        || person.is(Role.SUPERVISOR)
                        || file.department().equals(person.department()))
                .orElseThrow(() -> Problem.notFound("case-unknown", "没有找到这个办件，或它不在您的管理范围内。"));
    }

    /**
     * @param seen number of the distribution the person looked at; a 409 problem where somebody changed it since
     * @param officer user name, {@code null} where anyone of the unit may take it
     */
    @Transactional
    Distribution correct(Account person, String caseNo, int seen, String region, String officer, String reason) {
        var file = within(person, caseNo);
        cases.lock(caseNo); // before its tasks, as everybody locks them
        var current = distributions
                .lock(caseNo)
                .orElseThrow(() -> Problem.conflict("not-distributed", "这个办件还没有分发给承办单位，或由部门业务系统办理，不能改派。"));
        var state = cases.get(caseNo).state();
        if (state.isEnd() || DECIDED.contains(state)) {
            throw Problem.conflict("case-decided", "办件当前为“%s”，已不能改派。".formatted(state.label()));
        }
        if (current.number() != seen) {
            throw Problem.conflict("distribution-changed", "%s 刚刚改派了这个办件，请查看最新的承办单位。".formatted(current.who()))
                    .with("number", current.number());
        }
        if (reason == null || reason.strip().length() < SHORTEST_REASON) {
            throw Problem.invalid("reason-missing", "请写明改派的理由，不少于 5 个字。").with("field", "reason");
        }
        refuseTarget(file, current, region, officer);
        var corrected = new Distribution(
                caseNo,
                current.number() + 1,
                file.department(),
                Groups.ofDepartment(file.department()),
                region,
                officer,
                reason.strip(),
                null,
                null,
                "{}",
                "BY_HAND",
                person.name(),
                time.instant());
        distributions.add(corrected);
        distributions.markCorrected(caseNo);
        cases.journal(
                caseNo,
                person.name(),
                "改派承办单位",
                "由%s改为%s，理由：%s".formatted(place(current), place(corrected), reason.strip()),
                time.instant());
        engine.handOver(
                caseNo,
                current.groupName(),
                corrected.groupName(),
                Map.of(Variables.APPROVER_GROUP, corrected.groupName()));
        events.publishEvent(new CaseRedistributed(
                file.applicationNo(), caseNo, current.groupName(), corrected.groupName(), region, officer));
        return corrected;
    }

    private void refuseTarget(CaseFile file, Distribution current, String region, String officer) {
        if (region == null || !units.choices(file.department(), file.region()).contains(region)) {
            throw Problem.invalid("unit-unknown", "所选地区没有该部门的承办单位，请重新选择。").with("field", "region");
        }
        if (officer != null
                && accounts.of(Role.APPROVER, file.department(), region).stream()
                        .noneMatch(account -> account.username().equals(officer))) {
            throw Problem.invalid("officer-unknown", "所选人员不是该单位的承办人员。").with("field", "officer");
        }
        if (officer != null
                && accounts.find(officer)
                        .filter(account -> recusal.concerns(account, file.caseNo()))
                        .isPresent()) {
            throw Problem.invalid("own-case", "所选人员是本办件的申请人、当事人或经办人，依法应当回避。").with("field", "officer");
        }
        if (region.equals(current.region()) && java.util.Objects.equals(officer, current.officer())) {
            throw Problem.invalid("nothing-changes", "办件已经由所选单位承办，无需改派。").with("field", "region");
        }
    }

    private String place(Distribution place) {
        var unit = regions.find(place.region()).map(r -> r.name()).orElse(place.region())
                + catalogue.departmentName(place.department());
        return place.officer() == null ? unit : unit + " " + accounts.nameOf(place.officer());
    }
}
