package io.onevisit.cockpit;

import io.onevisit.cases.Application;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.JournalEntry;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.deadlines.Clocks;
import io.onevisit.delegation.Acting;
import io.onevisit.delegation.AgentKind;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Masked;
import io.onevisit.privacy.Personal;
import io.onevisit.problems.Problem;
import io.onevisit.promises.Commitments;
import io.onevisit.reach.Reach;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** One application, or one case of it, with its siblings, its clock and what happened. */
@Component
class CasePage {

    private final Applications applications;
    private final Cases cases;
    private final Clocks clocks;
    private final Catalogue catalogue;
    private final Commitments commitments;
    private final Clock time;

    CasePage(
            Applications applications,
            Cases cases,
            Clocks clocks,
            Catalogue catalogue,
            Commitments commitments,
            Clock time) {
        this.commitments = commitments;
        this.applications = applications;
        this.cases = cases;
        this.clocks = clocks;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** @param no number of an application or of a case; outside the reach it looks like one that is not there */
    Detail of(Reach reach, String no) {
        var file = cases.find(no).filter(found -> reach.holdsNumber(no));
        var application = applications
                .find(file.map(CaseFile::applicationNo).orElse(no))
                .filter(found -> reach.holdsNumber(found.applicationNo()))
                .orElseThrow(() -> unknown(no));
        var siblings = cases.ofApplication(application.applicationNo());
        var face = file.map(this::face).orElse(null);
        return new Detail(
                application.applicationNo(),
                file.map(CaseFile::caseNo).orElse(null),
                Masked.name(application.applicantName()),
                application.bundleName(),
                file.map(CaseFile::itemName).orElse(null),
                file.map(f -> f.state().label()).orElse(application.state().label()),
                application.submittedAt(),
                face == null ? null : face.light().name(),
                file.map(CaseFile::promisedDueAt).orElse(null),
                face == null || face.finishedAt() != null ? null : face.remainingDays(),
                face == null
                        ? null
                        : new ClockFace(face.startedAt(), face.blueAt(), face.yellowAt(), face.redAt(), face.stopped()),
                application.agent() == null
                        ? null
                        : Acting.shown("代办人", AgentKind.valueOf(application.agentKind()), application.agentUntil()),
                file.filter(f -> commitments.excludes(f.caseNo())).isPresent(),
                lanes(siblings),
                timeline(application, file.map(List::of).orElse(siblings)));
    }

    static Problem unknown(String no) {
        return Problem.notFound("case-unknown", "没有找到编号为 " + no + " 的申报或办件，请核对编号。");
    }

    private Clocks.Face face(CaseFile file) {
        return file.yellowAt() == null ? null : clocks.face(file.caseNo(), time.instant());
    }

    private List<Lane> lanes(List<CaseFile> files) {
        var lanes = new LinkedHashMap<String, Lane>();
        files.forEach(file -> lanes.computeIfAbsent(
                        file.department(), code -> new Lane(code, catalogue.departmentName(code), new ArrayList<>()))
                .cases()
                .add(laneCase(file)));
        return List.copyOf(lanes.values());
    }

    private LaneCase laneCase(CaseFile file) {
        var face = face(file);
        return new LaneCase(
                file.caseNo(),
                file.itemName(),
                file.state().name(),
                file.state().label(),
                face == null ? "NONE" : face.light().name(),
                file.promisedDueAt(),
                face == null || file.state().isEnd() ? null : face.remainingDays(),
                file.result() == null ? null : file.result().label());
    }

    private List<Entry> timeline(Application application, List<CaseFile> files) {
        var journals = Stream.concat(
                cases.journal(application.applicationNo()).stream().map(entry -> entry(entry, null, application)),
                files.stream().flatMap(file -> cases.journal(file.caseNo()).stream()
                        .map(entry -> entry(entry, file.caseNo(), application))));
        return journals.sorted(Comparator.comparing(Entry::at)).toList();
    }

    /** A supervisor watches the offices, not the applicant: whose application it is stays out of the picture. */
    private static Entry entry(JournalEntry entry, String caseNo, Application application) {
        var who = entry.who().equals(application.applicantName()) ? "申请人" : entry.who();
        var agent = application.agent() == null ? "" : application.agentName();
        var detail = masked(entry.detail(), application);
        return new Entry(
                entry.at(),
                !agent.isEmpty() && who.equals(agent) ? "代办人" : who,
                entry.what(),
                agent.isEmpty() ? detail : detail.replace(agent, "代办人"),
                caseNo);
    }

    private static String masked(String text, Application application) {
        var name = application.applicantName();
        var nameless = name.isEmpty() ? text : text.replace(name, Masked.name(name));
        return Masked.personsIn(nameless);
    }

    /**
     * @param agent by what right somebody acts for the applicant, without their name; {@code null} where nobody does
     * @param applicantName masked
     * @param creditLost whether a false promise of this case keeps its applicant from promising again
     */
    record Detail(
            String applicationNo,
            String caseNo,
            @Personal(value = Mask.NAME, purpose = "认出办件") String applicantName,
            String bundleName,
            String itemName,
            String stateLabel,
            Instant submittedAt,
            String light,
            Instant dueAt,
            Integer remainingDays,
            ClockFace clock,
            String agent,
            boolean creditLost,
            List<Lane> lanes,
            List<Entry> timeline) {}

    record ClockFace(Instant startedAt, Instant blueAt, Instant yellowAt, Instant redAt, boolean stopped) {}

    record Lane(String department, String departmentName, List<LaneCase> cases) {}

    record LaneCase(
            String caseNo,
            String itemName,
            String state,
            String stateLabel,
            String light,
            Instant dueAt,
            Integer remainingDays,
            String resultLabel) {}

    record Entry(Instant at, String who, String what, String detail, String caseNo) {}
}
