package io.onevisit.materials;

import io.onevisit.cases.Application;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Extensions;
import io.onevisit.cases.JournalEntry;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.delegation.Actings;
import io.onevisit.licenses.License;
import io.onevisit.licenses.Licenses;
import io.onevisit.notices.Addressee;
import io.onevisit.notices.Facts;
import io.onevisit.processes.DeferredMaterial;
import io.onevisit.processes.FeePayment;
import io.onevisit.processes.OnSiteInspection;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The words of a notice, taken from the case, its supplement request and its license. */
@Component
class NoticeFacts implements Facts {

    private static final Set<String> MONEY =
            Set.of(FeePayment.PAID_ONLINE, FeePayment.PAID_AT_WINDOW, FeePayment.TO_REFUND, FeePayment.REFUNDED);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Applications applications;
    private final Cases cases;
    private final Extensions extensions;
    private final Catalogue catalogue;
    private final Supplements supplements;
    private final Licenses licenses;
    private final Actings actings;

    NoticeFacts(
            Applications applications,
            Cases cases,
            Extensions extensions,
            Catalogue catalogue,
            Supplements supplements,
            Licenses licenses,
            Actings actings) {
        this.applications = applications;
        this.cases = cases;
        this.extensions = extensions;
        this.catalogue = catalogue;
        this.supplements = supplements;
        this.licenses = licenses;
        this.actings = actings;
    }

    @Override
    public Addressee of(String applicationNo, String caseNo) {
        var application = applications.get(applicationNo);
        var words = new HashMap<String, String>();
        words.put("applicantName", application.applicantName());
        words.put("applicationNo", applicationNo);
        words.put("bundleName", application.bundleName());
        if (caseNo.isEmpty()) {
            whole(application, words);
        } else {
            one(cases.get(caseNo), words);
        }
        supplements.open(caseNo.isEmpty() ? applicationNo : caseNo).ifPresent(open -> supplement(open, words));
        var agent = application.mandate() != null && actings.good(application.mandate(), application.agent())
                ? List.of(application.agent())
                : List.<String>of();
        return new Addressee(actings.recipient(application.owner()), agent, words);
    }

    private void whole(Application application, Map<String, String> words) {
        var files = cases.ofApplication(application.applicationNo());
        words.put("subject", application.bundleName());
        words.put("endedHow", files.isEmpty() ? "" : files.get(0).state().label());
        if (files.stream().anyMatch(file -> file.state() == CaseState.ACCEPTANCE_REFUSED)) {
            words.put("remedy", "如不服本决定，可自知道之日起六十日内依法申请行政复议，或者在六个月内依法提起行政诉讼〔期限为示例（依据待核对）〕。");
        }
        words.put("caseCount", String.valueOf(files.size()));
        words.put(
                "caseResults",
                files.stream()
                        .map(file -> "· " + file.itemName() + "：" + outcome(file))
                        .collect(Collectors.joining("\n")));
        last(cases.journal(application.applicationNo()), NoticeFacts::arranges)
                .ifPresent(detail -> words.put("arrangement", detail));
        files.stream()
                .map(file -> reason(file, () -> cases.journal(file.caseNo())))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(why -> words.put("reason", why));
    }

    private void one(CaseFile file, Map<String, String> words) {
        words.put("subject", file.itemName());
        words.put("itemName", file.itemName());
        words.put("caseNo", file.caseNo());
        words.put("endedHow", file.state().label());
        var journal = cases.journal(file.caseNo());
        last(journal, NoticeFacts::aboutCommitment).ifPresent(detail -> words.put("commitmentNote", detail));
        last(journal, NoticeFacts::arranges).ifPresent(detail -> words.put("arrangement", detail));
        last(journal, entry -> entry.what().equals(OnSiteInspection.RECORDED))
                .ifPresent(detail -> words.put("inspection", detail));
        last(journal, entry -> entry.what().equals(DeferredMaterial.AWAITED))
                .ifPresent(detail -> words.put("deferredMaterials", detail));
        last(journal, entry -> entry.what().equals(FeePayment.ISSUED))
                .ifPresent(detail -> words.put("payment", detail));
        last(journal, NoticeFacts::aboutMoney).ifPresent(detail -> words.put("money", detail));
        if (file.state() == CaseState.SUSPENDED) {
            var asked = cases.specialProcedure(file.caseNo());
            words.put("specialProcedure", asked.reason());
            words.put("specialDays", asked.unit().words(asked.days()));
        }
        extensions.granted(file.caseNo()).ifPresent(extension -> {
            words.put("extensionDays", String.valueOf(extension.days()));
            words.put("extensionReason", sentence(extension.reason()));
        });
        words.put("departmentName", catalogue.departmentName(file.department()));
        words.put("acceptedAt", minute(file.acceptedAt()));
        words.put("promisedDueAt", minute(file.promisedDueAt()));
        reason(file, () -> journal).ifPresent(why -> words.put("reason", why));
        Optional.ofNullable(file.licenseId()).flatMap(licenses::find).ifPresent(license -> license(license, words));
    }

    private static boolean aboutMoney(JournalEntry entry) {
        return MONEY.contains(entry.what());
    }

    private static boolean aboutCommitment(JournalEntry entry) {
        return entry.what().startsWith("责令限期整改") || entry.what().startsWith("撤销准予决定");
    }

    private static boolean arranges(JournalEntry entry) {
        return entry.detail().startsWith(JournalEntry.ARRANGED);
    }

    /** What the last such line of a journal says. */
    private static Optional<String> last(List<JournalEntry> journal, Predicate<JournalEntry> such) {
        return journal.stream().filter(such).reduce((before, last) -> last).map(JournalEntry::detail);
    }

    private static void license(License license, Map<String, String> words) {
        words.put("licenseName", license.typeName());
        words.put("licenseIdentifier", license.identifier());
    }

    private static void supplement(Supplement open, Map<String, String> words) {
        words.put(
                "supplementItems",
                open.items().stream()
                        .map(item -> "· " + item.name() + "：" + item.reason())
                        .collect(Collectors.joining("\n")));
        words.put("supplementNote", open.note());
        words.put("supplementDueAt", minute(open.dueAt()));
    }

    /** What the journal says beside the state the case is in. */
    private static Optional<String> reason(CaseFile file, Supplier<List<JournalEntry>> journal) {
        if (file.decisionReason() != null) {
            return Optional.of(sentence(file.decisionReason()));
        }
        return last(
                        journal.get(),
                        entry -> entry.what().equals(file.state().label())
                                && !entry.detail().isBlank())
                .map(NoticeFacts::sentence);
    }

    private static String outcome(CaseFile file) {
        return file.result() == null ? file.state().label() : file.result().label();
    }

    private static String sentence(String text) {
        return text.strip().replaceAll("[。．.]+$", "");
    }

    private static String minute(Instant at) {
        return at == null ? "" : MINUTE.format(at);
    }
}
