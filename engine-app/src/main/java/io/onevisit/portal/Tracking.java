package io.onevisit.portal;

import io.onevisit.cases.Application;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.cases.FullNumbers;
import io.onevisit.cases.JournalEntry;
import io.onevisit.cases.LinkLimits;
import io.onevisit.cases.OwnApplications;
import io.onevisit.cases.Urgings;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.deadlines.Clocks;
import io.onevisit.elapsed.BundleLimit;
import io.onevisit.elapsed.BundleLimits;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.licenses.Licenses;
import io.onevisit.materials.Documents;
import io.onevisit.materials.Material;
import io.onevisit.materials.Materials;
import io.onevisit.materials.Supplement;
import io.onevisit.materials.Supplements;
import io.onevisit.papers.Papers;
import io.onevisit.parties.Agreements;
import io.onevisit.payments.PaymentViews;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import io.onevisit.problems.Problem;
import io.onevisit.promises.DeferredMaterials;
import io.onevisit.publicity.PublicNotices;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where an application stands, in plain words: who has it, what is next, until when, what is asked of the applicant. */
@Component
class Tracking {

    private final Applications applications;
    private final OwnApplications ownApplications;
    private final Cases cases;
    private final Clocks clocks;
    private final LinkLimits linkLimits;
    private final BundleLimits limits;
    private final Materials materials;
    private final Documents documents;
    private final Supplements supplements;
    private final ApplicantTasks tasks;
    private final Licenses licenses;
    private final DeferredMaterials deferred;
    private final Papers papers;
    private final Catalogue catalogue;
    private final FullNumbers fullNumbers;
    private final Urgings urgings;
    private final PublicNotices publicNotices;
    private final Agreements agreements;
    private final PaymentViews payments;
    private final Clock time;

    Tracking(
            Applications applications,
            OwnApplications ownApplications,
            Cases cases,
            Clocks clocks,
            LinkLimits linkLimits,
            BundleLimits limits,
            Materials materials,
            Documents documents,
            Supplements supplements,
            ApplicantTasks tasks,
            Licenses licenses,
            DeferredMaterials deferred,
            Papers papers,
            Catalogue catalogue,
            FullNumbers fullNumbers,
            Urgings urgings,
            PublicNotices publicNotices,
            Agreements agreements,
            PaymentViews payments,
            Clock time) {
        this.applications = applications;
        this.ownApplications = ownApplications;
        this.cases = cases;
        this.clocks = clocks;
        this.linkLimits = linkLimits;
        this.limits = limits;
        this.materials = materials;
        this.documents = documents;
        this.supplements = supplements;
        this.tasks = tasks;
        this.licenses = licenses;
        this.deferred = deferred;
        this.papers = papers;
        this.catalogue = catalogue;
        this.fullNumbers = fullNumbers;
        this.urgings = urgings;
        this.publicNotices = publicNotices;
        this.agreements = agreements;
        this.payments = payments;
        this.time = time;
    }

    List<Row> mine(Account person) {
        var followed = person.is(Role.CLERK) ? applications.takenInBy(person.username()) : ownApplications.of(person);
        return followed.stream()
                .map(application -> {
                    var files = cases.ofApplication(application.applicationNo());
                    var open =
                            (int) files.stream().filter(f -> !f.state().isEnd()).count();
                    return new Row(
                            application.applicationNo(),
                            application.bundleName(),
                            application.state().name(),
                            application.state().label(),
                            application.stage(),
                            application.submittedAt(),
                            open,
                            files.size(),
                            application.channel().name(),
                            person.is(Role.CLERK) || application.agent() != null ? application.applicantName() : null,
                            application.organisation().orElse(null),
                            application.agency().orElse(null),
                            supplements.openOf(application.applicationNo()).isEmpty() ? null : "补正材料");
                })
                .toList();
    }

    /**
     * The application, if it is this person's, or taken in by this clerk at the window; any other looks like one that is
     * not there.
     */
    Application own(Account person, String applicationNo) {
        return applications
                .find(applicationNo)
                .filter(application -> person.is(Role.CLERK)
                        ? person.username().equals(application.intakeBy())
                        : ownApplications.follows(person, application))
                .orElseThrow(() -> Problem.notFound("application-unknown", "没有找到这次申报，请核对申报编号。"));
    }

    View of(Account person, String applicationNo) {
        var application = own(person, applicationNo);
        var files = cases.ofApplication(applicationNo);
        var open = supplements.openOf(applicationNo);
        var asked = agreements.of(applicationNo);
        return new View(
                application.applicationNo(),
                fullNumbers.of(application.applicationNo(), subject(application, files)),
                application.channel().name(),
                application.intakeWindow(),
                application.agent() == null ? null : application.applicantName(),
                application.agency().orElse(null),
                application.bundle(),
                application.bundleName(),
                application.state().name(),
                application.state().label(),
                application.submittedAt(),
                stage(application, !open.isEmpty(), asked),
                lanes(files, asked.stream().anyMatch(Agreements.Standing::waits)),
                timeline(application, files),
                open.stream().map(s -> asked(s, files)).toList(),
                asked,
                deferred.openOf(applicationNo),
                payments.of(applicationNo, person),
                materials.of(applicationNo).stream().map(this::paper).toList(),
                papers.of(applicationNo).stream()
                        .map(p -> new Issuance(p.no(), p.title(), p.subject(), p.caseNo(), p.issuedAt()))
                        .toList(),
                files.stream().anyMatch(Tracking::withdrawable),
                limits.of(application, files).orElse(null));
    }

    /** What the full number names: the bundle, or the item where it was applied for on its own. */
    private static String subject(Application application, List<CaseFile> files) {
        return application.bundle().contains(":") && !files.isEmpty()
                ? files.get(0).itemCode()
                : application.bundle();
    }

    private static Stage stage(
            Application application, boolean waitsForApplicant, List<Agreements.Standing> agreements) {
        if (application.closedAt() != null) {
            return new Stage(application.stage(), "—", "可查看各事项结果和电子证照");
        }
        var awaited = agreements.stream().filter(Agreements.Standing::waits).findFirst();
        if (awaited.isPresent()) {
            var name = awaited.get().name();
            return new Stage("等待%s确认".formatted(name), name, "对方同意后核验材料；不同意或者逾期没有答复的，本次申报退回");
        }
        return waitsForApplicant
                ? new Stage(application.stage(), "您", "请在期限内一次补齐所列材料，提交后自动继续办理")
                : new Stage(application.stage(), "平台与各部门", "无需您操作，有进展会在消息中告知");
    }

    private List<Lane> lanes(List<CaseFile> files, boolean awaited) {
        var lanes = new LinkedHashMap<String, Lane>();
        for (var file : files) {
            lanes.computeIfAbsent(
                            file.department(),
                            code -> new Lane(code, catalogue.departmentName(code), new ArrayList<>()))
                    .cases()
                    .add(step(file, awaited));
        }
        return List.copyOf(lanes.values());
    }

    private LaneCase step(CaseFile file, boolean awaited) {
        var face = file.yellowAt() == null ? null : clocks.face(file.caseNo(), time.instant());
        var open = !file.state().isEnd();
        return new LaneCase(
                file.caseNo(),
                fullNumbers.of(file.caseNo(), file.itemCode()),
                file.itemName(),
                file.state().name(),
                file.state().label(),
                face == null ? "NONE" : face.light().name(),
                file.promisedDueAt(),
                face == null ? null : face.remainingDays(),
                open ? holder(file, awaited) : null,
                open ? next(file.state()) : null,
                open ? linkLimits.current(file.caseNo()).orElse(null) : null,
                file.result() == null ? null : file.result().label(),
                file.licenseId() == null
                        ? null
                        : licenses.find(file.licenseId())
                                .map(license -> new Issued(license.identifier(), license.typeName()))
                                .orElse(null),
                file.state() == CaseState.DENIED || file.result() != null ? file.decisionReason() : null,
                withdrawable(file),
                Urgings.possible(file),
                Urgings.possible(file) ? urgings.last(file.caseNo()).orElse(null) : null,
                publicNotices.ofCase(file.caseNo()).orElse(null));
    }

    private String holder(CaseFile file, boolean awaited) {
        return switch (file.state()) {
            case SUBMITTED, PRECHECK_PASSED -> awaited ? "另一方当事人（确认）" : "平台（材料核验）";
            case SUPPLEMENT_REQUESTED -> "您（补正材料）";
            default -> catalogue.departmentName(file.department());
        };
    }

    private static String next(CaseState state) {
        return switch (state) {
            case SUBMITTED, PRECHECK_PASSED -> "材料核验通过并完成前序事项后受理";
            case RECEIVED -> "受理";
            case SUPPLEMENT_REQUESTED -> "收到补正材料后继续办理";
            case ACCEPTED, UNDER_REVIEW -> "审查并作出决定";
            case SUSPENDED -> "特别程序结束后继续审查";
            case GRANTED -> "制证、办结";
            case DENIED -> "办结并告知理由";
            default -> "";
        };
    }

    private List<Event> timeline(Application application, List<CaseFile> files) {
        var events = new ArrayList<Event>();
        cases.journal(application.applicationNo()).forEach(entry -> events.add(event(entry, null)));
        files.forEach(file -> cases.journal(file.caseNo()).forEach(entry -> events.add(event(entry, file))));
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    private static Event event(JournalEntry entry, CaseFile file) {
        return new Event(
                entry.at(),
                entry.who(),
                entry.what(),
                entry.detail(),
                entry.basis(),
                file == null ? null : file.caseNo(),
                file == null ? null : file.itemName());
    }

    /** Nothing is decided yet and nothing has ended. */
    private static boolean withdrawable(CaseFile file) {
        return !file.state().isEnd()
                && file.decision() == null
                && file.state() != CaseState.GRANTED
                && file.state() != CaseState.DENIED;
    }

    private Asked asked(Supplement supplement, List<CaseFile> files) {
        return new Asked(
                files.stream()
                        .filter(file -> file.caseNo().equals(supplement.businessKey()))
                        .map(CaseFile::itemName)
                        .findFirst()
                        .orElse(null),
                tasks.waitingFor(supplement.businessKey()).orElse(null),
                supplement.dueAt(),
                supplement.note(),
                supplement.items());
    }

    private Paper paper(Material material) {
        return new Paper(
                material.key(),
                material.name(),
                material.status().name(),
                material.problem(),
                String.join(",", material.formats()),
                material.documentId() == null
                        ? null
                        : documents
                                .find(material.documentId())
                                .map(d -> new HandedIn(d.id(), d.name(), d.size(), d.type()))
                                .orElse(null),
                material.licenseIdentifier() == null
                        ? null
                        : licenses.find(material.licenseIdentifier())
                                .map(license -> new Issued(license.identifier(), license.typeName()))
                                .orElse(null));
    }

    record Row(
            String applicationNo,
            String bundleName,
            String state,
            String stateLabel,
            String stage,
            Instant submittedAt,
            int open,
            int total,
            String channel,
            @Personal(value = Mask.NAME, purpose = "窗口认出自己收的件") String applicantName,
            String organisation,
            String agent,
            String todo) {}

    record View(
            String applicationNo,
            String fullNo,
            String channel,
            String window,
            @Personal(value = Mask.NAME, purpose = "核对为谁代办", shown = Personal.Shown.TO_THE_PERSON) String applicantName,
            String agent,
            String bundle,
            String bundleName,
            String state,
            String stateLabel,
            Instant submittedAt,
            Stage stage,
            List<Lane> lanes,
            List<Event> timeline,
            List<Asked> supplements,
            List<Agreements.Standing> agreements,
            List<DeferredMaterials.Open> deferred,
            List<PaymentViews.Shown> payments,
            List<Paper> materials,
            List<Issuance> papers,
            boolean withdrawable,
            BundleLimit limit) {}

    /** A paper that was issued, to be downloaded by its number. */
    record Issuance(String no, String title, String subject, String caseNo, Instant issuedAt) {}

    record Stage(String label, String holder, String next) {}

    record Lane(String department, String departmentName, List<LaneCase> cases) {}

    record LaneCase(
            String caseNo,
            String fullNo,
            String itemName,
            String state,
            String stateLabel,
            String light,
            Instant dueAt,
            Integer remainingDays,
            String holder,
            String next,
            LinkLimits.LinkLimit link,
            String resultLabel,
            Issued license,
            String reason,
            boolean withdrawable,
            boolean urgeable,
            Instant urgedAt,
            String publicNotice) {}

    record Issued(String identifier, String typeName) {}

    record Event(Instant at, String who, String what, String detail, String basis, String caseNo, String itemName) {}

    /** @param itemName the item it is about, {@code null} for the whole application */
    record Asked(String itemName, String taskId, Instant dueAt, String note, List<Supplement.Item> items) {}

    record Paper(
            String key, String name, String status, String problem, String accept, HandedIn document, Issued license) {}

    record HandedIn(UUID id, String name, long size, String type) {}
}
