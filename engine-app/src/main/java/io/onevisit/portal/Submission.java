package io.onevisit.portal;

import io.onevisit.bundles.AnswerCheck;
import io.onevisit.bundles.Bundle;
import io.onevisit.bundles.Bundles;
import io.onevisit.bundles.ComposedForm;
import io.onevisit.bundles.FormReader;
import io.onevisit.bundles.Guide;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.FullNumbers;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Regions;
import io.onevisit.catalogue.ServiceItem;
import io.onevisit.engine.Processes;
import io.onevisit.engine.Tenants;
import io.onevisit.identity.Account;
import io.onevisit.identity.StepUp;
import io.onevisit.licenses.Licenses;
import io.onevisit.materials.Materials;
import io.onevisit.materials.NeededMaterial;
import io.onevisit.problems.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns a draft into one application: number, cases, materials, consents, process and receipt in one transaction. The same
 * draft or the same key gives the same receipt, however often it is sent.
 */
@Component
class Submission {

    private final Receipts receipts;
    private final Drafts drafts;
    private final Choice choice;
    private final DraftForm form;
    private final AnswerCheck check;
    private final Bundles bundles;
    private final Guide guide;
    private final FormReader forms;
    private final ComposedForm composed;
    private final NeededMaterials materials;
    private final Applications applications;
    private final Materials papers;
    private final Licenses licenses;
    private final Promising promising;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Processes processes;
    private final Window window;
    private final Representations representations;
    private final ItemsOnOffer offers;
    private final FullNumbers fullNumbers;
    private final Helps helps;
    private final Scans scans;
    private final WindowPapers windowPapers;

    Submission(
            Receipts receipts,
            Drafts drafts,
            Choice choice,
            DraftForm form,
            AnswerCheck check,
            Bundles bundles,
            Guide guide,
            FormReader forms,
            ComposedForm composed,
            NeededMaterials materials,
            Applications applications,
            Materials papers,
            Licenses licenses,
            Promising promising,
            Catalogue catalogue,
            Regions regions,
            Processes processes,
            Window window,
            Representations representations,
            ItemsOnOffer offers,
            FullNumbers fullNumbers,
            Helps helps,
            Scans scans,
            WindowPapers windowPapers) {
        this.receipts = receipts;
        this.drafts = drafts;
        this.choice = choice;
        this.form = form;
        this.check = check;
        this.bundles = bundles;
        this.guide = guide;
        this.forms = forms;
        this.composed = composed;
        this.materials = materials;
        this.applications = applications;
        this.papers = papers;
        this.licenses = licenses;
        this.promising = promising;
        this.catalogue = catalogue;
        this.regions = regions;
        this.processes = processes;
        this.window = window;
        this.representations = representations;
        this.offers = offers;
        this.fullNumbers = fullNumbers;
        this.helps = helps;
        this.scans = scans;
        this.windowPapers = windowPapers;
    }

    /** @param signedIn who sends it: the applicant, who acts for them, or the clerk at whose window they stand */
    @Transactional
    Submitted submit(Account signedIn, UUID draftId, String key, List<String> consents, Promising.Given promises) {
        var earlier = receipts.once(signedIn, draftId, key);
        if (earlier.isPresent()) {
            return new Submitted(earlier.get(), false);
        }
        var owner = signedIn.username();
        var representation =
                representations.of(drafts.get(owner, draftId), signedIn); // a mandate is locked before its drafts
        return submit(signedIn, drafts.locked(owner, draftId), representation, key, consents, promises);
    }

    /** The owner's draft, sent by the officer who helped, if it still is what the owner gave their word on. */
    @Transactional
    Submitted submitWithHelp(Account owner, Account helper, Helps.Help help, String key) {
        var earlier = receipts.once(owner, help.draftId(), key);
        if (earlier.isPresent()) {
            return new Submitted(earlier.get(), false);
        }
        var draft = drafts.locked(owner.username(), help.draftId());
        helps.refuseChanged(helper, help, draft);
        return submit(
                owner,
                draft,
                representations.of(draft, owner).helpedBy(helper),
                key,
                help.askedLicenses(),
                new Promising.Given(List.of(), List.of()));
    }

    private Submitted submit(
            Account signedIn,
            Draft draft,
            Representation representation,
            String key,
            List<String> consents,
            Promising.Given promises) {
        var draftId = draft.id();
        var person = representation.applicant();
        regions.forNew(draft.region());
        offers.refuseClosed(draft.bundle(), draft.region());
        var answers = form.complete(draft, representation);
        var items = choice.confirmed(draft, answers);
        StepUp.refuseBelow(person, leastLevel(items));
        StepUp.refuseBelow(representation.contact(), leastLevel(items));
        representations.refuse(representation, items.values());
        var needed = materials.of(draft.bundle(), answers, draft.region(), items.keySet(), person);
        scans.refuseLoose(
                draftId, needed.stream().map(paper -> paper.material().key()).collect(Collectors.toSet()));
        promising.refuse(promises, items, person.registeredIdNo());
        var agreed = representation.papers() ? consents : List.<String>of();
        refuseFaults(draft, answers, items, needed, agreed, promises);
        var receipt = open(signedIn, draft, representation, answers, items, needed, agreed, promises);
        receipts.keep(signedIn, draftId, key, receipt);
        window.submitted(draftId, receipt.applicationNo());
        scans.submitted(draftId, receipt.applicationNo());
        windowPapers.submitted(draftId, receipt.applicationNo());
        drafts.submitted(draftId);
        return new Submitted(receipt, true);
    }

    /** The strictest of the chosen items decides; nobody applies under a number that was only typed. */
    private static int leastLevel(Map<String, ServiceItem> items) {
        return items.values().stream()
                .mapToInt(item -> item.rules().realNameLevel())
                .reduce(Account.REGISTERED, Math::max);
    }

    /** What the person may promise instead of handing it in now. */
    Promising.Offers promises(Account signedIn, UUID draftId) {
        var draft = drafts.get(signedIn.username(), draftId);
        var representation = representations.of(draft, signedIn);
        var person = representation.applicant();
        var answers = form.complete(draft, representation);
        var items = choice.confirmed(draft, answers);
        var needed = materials.of(draft.bundle(), answers, draft.region(), items.keySet(), person);
        return promising.offers(items, needed, draft, person.registeredIdNo());
    }

    private void refuseFaults(
            Draft draft,
            Map<String, Object> answers,
            Map<String, ServiceItem> items,
            List<NeededMaterials.Needed> needed,
            List<String> consents,
            Promising.Given promises) {
        var bundle = bundles.find(draft.bundle());
        var faults = new ArrayList<AnswerCheck.Fault>();
        if (bundle.situationForm() != null) {
            faults.addAll(check.faults(forms.fields(bundles.files(bundle.key()), bundle.situationForm()), answers));
        }
        check.faults(composed.of(bundle.key(), items.keySet()), answers).stream()
                .filter(fault -> faults.stream().noneMatch(f -> f.field().equals(fault.field())))
                .forEach(faults::add);
        for (var paper : needed) {
            var uploaded = draft.documents().stream()
                    .anyMatch(d -> d.materialKey().equals(paper.material().key()));
            if (paper.spared()) {
                continue;
            }
            var exempt = paper.license().isPresent();
            if (exempt && !uploaded && !consents.contains(paper.license().get().type())) {
                faults.add(new AnswerCheck.Fault(
                        paper.material().key(),
                        "请同意使用电子证照“%s”，或上传该材料。".formatted(paper.license().get().typeName())));
            } else if (paper.required() && !uploaded && !exempt && !Promising.covers(promises, paper, items)) {
                faults.add(new AnswerCheck.Fault(
                        paper.material().key(),
                        "请上传“%s”。".formatted(paper.material().name())));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("answers-invalid", "还有 %d 处需要修改，已填写的内容均已保留。".formatted(faults.size()))
                    .with("errors", faults);
        }
    }

    private Receipt open(
            Account signedIn,
            Draft draft,
            Representation representation,
            Map<String, Object> answers,
            Map<String, ServiceItem> items,
            List<NeededMaterials.Needed> needed,
            List<String> consents,
            Promising.Given promises) {
        var bundle = bundles.find(draft.bundle());
        var person = representation.applicant();
        var facts = guide.facts(bundle, answers, draft.region());
        var opened = applications.open(new Applications.Request(
                bundle.key(),
                bundle.name(),
                bundles.edition(bundle.key()).number(),
                draft.region(),
                draft.applicant() == null ? person.username() : window.owner(draft, signedIn),
                person.name(),
                person.registeredIdNo(),
                answers,
                facts,
                items,
                window.of(draft, signedIn),
                representation.agent()));
        var no = opened.application().applicationNo();
        papers.open(no, needed.stream().map(n -> needed(n, opened.cases())).toList());
        needed.stream()
                .filter(NeededMaterials.Needed::spared)
                .forEach(paper -> papers.spare(no, paper.material().key()));
        draft.documents().forEach(document -> papers.attach(no, document.materialKey(), document.documentId()));
        promising.keep(
                promises,
                opened,
                items,
                needed.stream()
                        .filter(paper -> draft.documents().stream().noneMatch(d -> d.materialKey()
                                .equals(paper.material().key())))
                        .toList(),
                representation.contact().name());
        authorise(opened, bundle, needed, consents);
        processes.start(bundle.process(), no, Tenants.city(draft.region()), variables(bundle, opened, facts));
        var application = opened.application();
        var fullNo = fullNumbers.of(no, bundle.subject());
        return new Receipt(
                no,
                fullNo,
                application.submittedAt(),
                bundle.name(),
                application.channel().name(),
                application.intakeWindow(),
                representation.organisation() ? null : person.name(),
                application.organisation().orElse(null),
                application.agency().orElse(null),
                opened.cases().values().stream()
                        .map(file -> new Receipt.Line(
                                file.caseNo(),
                                fullNumbers.of(file.caseNo(), file.itemCode()),
                                file.itemName(),
                                catalogue.departmentName(file.department()),
                                file.promised()))
                        .toList(),
                draft.applicant() == null ? null : windowPapers.receipt(draft, opened, needed, fullNo, signedIn));
    }

    private static NeededMaterial needed(NeededMaterials.Needed needed, Map<String, CaseFile> cases) {
        var material = needed.material();
        var holder = needed.holder();
        return new NeededMaterial(
                material.key(),
                material.name(),
                needed.need().required(),
                material.kind(),
                needed.licenseTypes(),
                material.formats(),
                new NeededMaterial.Holder(holder.role(), holder.name(), holder.idNo()),
                needed.need().items(),
                needed.need().items().stream()
                        .map(variable -> cases.get(variable).caseNo())
                        .toList());
    }

    /** Consent is recorded per holder and type; a license that this very application produces is covered by applying for it. */
    private void authorise(
            Applications.Opened opened, Bundle bundle, List<NeededMaterials.Needed> needed, List<String> consents) {
        var application = opened.application();
        var covered = new HashSet<>(consents);
        opened.cases().values().forEach(file -> covered.add(file.resultLicense()));
        var until = application.submittedAt().plus(Licenses.CONSENT);
        for (var paper : needed) {
            var types = paper.licenseTypes().stream().filter(covered::contains).toList();
            if (!types.isEmpty()) {
                licenses.authorise(
                        application.applicationNo(),
                        application.applicantId(),
                        paper.holder().idNo(),
                        types,
                        "办理" + bundle.name(),
                        until);
            }
        }
    }

    private static Map<String, Object> variables(Bundle bundle, Applications.Opened opened, Map<String, Object> facts) {
        var numbers = new HashMap<String, String>();
        opened.cases().forEach((variable, file) -> numbers.put(variable, file.caseNo()));
        return bundle.startVariables(opened.application().applicationNo(), facts, numbers);
    }

    /** @param fresh false where an earlier submission is answered again */
    record Submitted(Receipt receipt, boolean fresh) {}
}
