package io.onevisit.tasks;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.bundles.Bundles;
import io.onevisit.bundles.ComposedForm;
import io.onevisit.bundles.FieldDictionary;
import io.onevisit.bundles.FormReader;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.JournalEntry;
import io.onevisit.cases.LinkLimits;
import io.onevisit.cases.Numbers;
import io.onevisit.cases.RuleRecords;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.deadlines.Clocks;
import io.onevisit.delegation.MandatePapers;
import io.onevisit.distribution.Places;
import io.onevisit.identity.Account;
import io.onevisit.licenses.License;
import io.onevisit.licenses.Licenses;
import io.onevisit.materials.Materials;
import io.onevisit.papers.Papers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything on one task: the question, and the evidence to answer it by. */
@Component
class TaskPages {

    private final Tasks tasks;
    private final Bundles bundles;
    private final TaskForms taskForms;
    private final FormReader forms;
    private final ComposedForm composed;
    private final FieldDictionary dictionary;
    private final Applications applications;
    private final Cases cases;
    private final RuleRecords rules;
    private final Materials materials;
    private final MaterialViews views;
    private final Licenses licenses;
    private final Clocks clocks;
    private final Catalogue catalogue;
    private final Subjects subjects;
    private final Places places;
    private final CaseFacts caseFacts;
    private final LinkLimits linkLimits;
    private final Papers issued;
    private final TaskWork work;
    private final TaskActs acts;
    private final MandatePapers mandatePapers;
    private final Clock time;

    TaskPages(
            Tasks tasks,
            Bundles bundles,
            TaskForms taskForms,
            FormReader forms,
            ComposedForm composed,
            FieldDictionary dictionary,
            Applications applications,
            Cases cases,
            RuleRecords rules,
            Materials materials,
            MaterialViews views,
            Licenses licenses,
            Clocks clocks,
            Catalogue catalogue,
            Subjects subjects,
            Places places,
            CaseFacts caseFacts,
            LinkLimits linkLimits,
            Papers issued,
            TaskWork work,
            TaskActs acts,
            MandatePapers mandatePapers,
            Clock time) {
        this.tasks = tasks;
        this.bundles = bundles;
        this.taskForms = taskForms;
        this.forms = forms;
        this.composed = composed;
        this.dictionary = dictionary;
        this.applications = applications;
        this.cases = cases;
        this.rules = rules;
        this.materials = materials;
        this.views = views;
        this.licenses = licenses;
        this.clocks = clocks;
        this.catalogue = catalogue;
        this.subjects = subjects;
        this.places = places;
        this.caseFacts = caseFacts;
        this.linkLimits = linkLimits;
        this.issued = issued;
        this.work = work;
        this.acts = acts;
        this.mandatePapers = mandatePapers;
        this.time = time;
    }

    TaskPage of(Account officer, String taskId) {
        var item = tasks.get(officer, taskId);
        var shown = work.of(officer, item);
        return item.subjectNo() == null
                ? ofCase(item, shown)
                : ofSubject(item, shown, subjects.of(item).about(item.subjectNo()));
    }

    /** A task about neither case nor application: its facts take the place of materials, checks and siblings. */
    private TaskPage ofSubject(WorkItem item, TaskWork.Shown work, Subject.About about) {
        return new TaskPage(
                TaskRow.of(item, catalogue.departmentNames(), clocks, time.instant()),
                forms.schema(taskForms.of(item), item.form()),
                item.documentation(),
                List.of(),
                List.of(),
                rules.of(item.subjectNo()),
                happened(item, Numbers.isValid(item.subjectNo()) ? cases.journal(item.subjectNo()) : List.of()),
                null,
                null,
                List.of(),
                about.facts(),
                about.link(),
                null,
                List.of(),
                List.of(),
                false,
                work);
    }

    private TaskPage ofCase(WorkItem item, TaskWork.Shown work) {
        var files = cases.ofApplication(item.applicationNo());
        var own = files.stream().filter(f -> f.caseNo().equals(item.caseNo())).findFirst();
        var needed = own.isPresent()
                ? materials.of(item.applicationNo(), item.caseNo())
                : materials.of(item.applicationNo());
        return new TaskPage(
                TaskRow.of(item, catalogue.departmentNames(), clocks, time.instant()),
                caseFacts.form(forms.schema(taskForms.of(item), item.form()), item),
                item.documentation(),
                answers(item, own.map(List::of).orElse(files)),
                views.of(item.applicationNo(), needed),
                checks(item),
                timeline(item),
                own.map(f -> clocks.face(f.caseNo(), time.instant())).orElse(null),
                own.flatMap(f -> linkLimits.current(f.caseNo())).orElse(null),
                files.stream()
                        .filter(f -> !f.caseNo().equals(item.caseNo()))
                        .map(f ->
                                new Sibling(f.caseNo(), f.itemName(), f.state().label(), light(f)))
                        .toList(),
                caseFacts.of(item),
                null,
                own.flatMap(f -> places.of(f.caseNo())).orElse(null),
                papers(item),
                mandatePapers(item),
                own.filter(CaseFacts::endable).isPresent(),
                work);
    }

    /** The papers of the case, or of the whole application where the task is about that. */
    private List<Issued> papers(WorkItem item) {
        return issued.of(item.applicationNo()).stream()
                .filter(paper -> paper.caseNo() == null
                        || item.caseNo() == null
                        || paper.caseNo().equals(item.caseNo()))
                .map(paper -> new Issued(paper.no(), paper.title(), paper.issuedAt()))
                .toList();
    }

    /** The documents by which the mandate was given that this was applied for under. */
    private List<UUID> mandatePapers(WorkItem item) {
        var mandate = applications.get(item.applicationNo()).mandate();
        return mandate == null ? List.of() : mandatePapers.of(mandate);
    }

    /** The answers that belong to these cases' items: an officer sees what their item asks for, not more. */
    private List<Answer> answers(WorkItem item, List<CaseFile> files) {
        var application = applications.get(item.applicationNo());
        var bundle = bundles.find(application.bundle(), application.edition());
        var given = cases.answers(item.applicationNo());
        var held = licenses.of(application.applicantId());
        var shown = new ArrayList<Answer>();
        var items = files.stream().map(CaseFile::itemVariable).collect(Collectors.toSet());
        var form = composed.of(bundle, bundles.files(bundle.key(), application.edition()), items);
        for (var field : form.fields()) {
            var key = field.asked().key();
            var value = given.get(key);
            if (value != null && !value.toString().isBlank()) {
                shown.add(
                        new Answer(key, field.asked().label(), label(field.asked(), value), origin(key, value, held)));
            }
        }
        return shown;
    }

    private static Object label(FormReader.Field field, Object value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value.toString()))
                .map(FormReader.Option::label)
                .findFirst()
                .map(Object.class::cast)
                .orElse(value);
    }

    /** Where an answer is from: the license that still says the same, nothing where the applicant wrote it. */
    private String origin(String key, Object value, List<License> held) {
        var source = dictionary.find(key).map(FieldDictionary.Field::source).orElse(null);
        if (source == null) {
            return "";
        }
        return held.stream()
                .filter(license -> license.type().equals(source.license()))
                .filter(license -> value.equals(license.face().get(source.field())))
                .map(License::typeName)
                .findFirst()
                .orElse("");
    }

    private List<RuleRecords.Fired> checks(WorkItem item) {
        var fired = new ArrayList<>(rules.of(item.applicationNo()));
        if (item.caseNo() != null) {
            fired.addAll(rules.of(item.caseNo()));
        }
        return fired;
    }

    private List<JournalEntry> timeline(WorkItem item) {
        var entries = new ArrayList<>(cases.journal(item.applicationNo()));
        if (item.caseNo() != null) {
            entries.addAll(cases.journal(item.caseNo()));
        }
        return happened(item, entries);
    }

    /** The journal, and between its lines what colleagues did with the tasks. */
    private List<JournalEntry> happened(WorkItem item, List<JournalEntry> journal) {
        return Stream.concat(journal.stream(), acts.of(item).stream())
                .sorted(Comparator.comparing(JournalEntry::at))
                .toList();
    }

    private String light(CaseFile file) {
        return file.yellowAt() == null
                ? "NONE"
                : clocks.face(file.caseNo(), time.instant()).light().name();
    }

    /** A paper that was issued, to be downloaded by its number. */
    record Issued(String no, String title, Instant issuedAt) {}

    record TaskPage(
            @JsonUnwrapped TaskRow row,
            JsonNode form,
            String documentation,
            List<Answer> answers,
            List<MaterialViews.View> materials,
            List<RuleRecords.Fired> checks,
            List<JournalEntry> timeline,
            Clocks.Face clock,
            LinkLimits.LinkLimit linkLimit,
            List<Sibling> siblings,
            List<Subject.Fact> facts,
            String link,
            Places.Place distribution,
            List<Issued> issued,
            List<UUID> mandatePapers,
            boolean endable,
            @JsonUnwrapped TaskWork.Shown work) {}

    record Answer(String key, String label, Object value, String origin) {}

    record Sibling(String caseNo, String itemName, String stateLabel, String light) {}
}
