package io.onevisit.portal;

import io.onevisit.bundles.ComposedForm;
import io.onevisit.bundles.FieldDictionary;
import io.onevisit.bundles.FormReader;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The one form and the one set of materials of a draft, with what is known filled in. */
@Component
class DraftForm {

    private final Choice choice;
    private final ComposedForm composed;
    private final Prefill prefill;
    private final NeededMaterials materials;
    private final FieldDictionary dictionary;

    DraftForm(
            Choice choice,
            ComposedForm composed,
            Prefill prefill,
            NeededMaterials materials,
            FieldDictionary dictionary) {
        this.choice = choice;
        this.composed = composed;
        this.prefill = prefill;
        this.materials = materials;
        this.dictionary = dictionary;
    }

    View of(Draft draft, Representation representation) {
        var chosen = choice.of(draft);
        var form = composed.of(draft.bundle(), chosen);
        var known = prefill.about(representation);
        var pages = new ArrayList<Page>();
        var filled = 0;
        for (var page : form.pages().entrySet()) {
            var fields = new ArrayList<Field>();
            for (var field : page.getValue()) {
                var shown = field(field, draft.answers(), known);
                filled += shown.origin() == null ? 0 : 1;
                fields.add(shown);
            }
            pages.add(new Page("page" + (pages.size() + 1), page.getKey(), fields));
        }
        return new View(pages, materials(draft, representation), new Counts(form.asked(), form.merged(), filled));
    }

    /** The materials that the draft's choice needs. */
    List<NeededMaterials.Needed> needed(Draft draft, Representation representation) {
        return materials.of(
                draft.bundle(),
                complete(draft, representation),
                draft.region(),
                choice.of(draft),
                representation.applicant());
    }

    /** The one material with this key; a 404 problem where the draft's choice does not need it. */
    NeededMaterials.Needed needed(Draft draft, Representation representation, String materialKey) {
        return NeededMaterials.only(needed(draft, representation), materialKey);
    }

    /** The draft's answers with what is known where nothing was answered. */
    Map<String, Object> complete(Draft draft, Representation representation) {
        var answers = new HashMap<>(draft.answers());
        var known = prefill.about(representation);
        composed.of(draft.bundle(), choice.of(draft))
                .fields()
                .forEach(field -> known.value(field.asked().key()).ifPresent(value -> {
                    if (known.fixed(field.asked().key())) {
                        answers.put(field.asked().key(), value.value());
                    } else {
                        answers.putIfAbsent(field.asked().key(), value.value());
                    }
                }));
        return answers;
    }

    private Field field(ComposedForm.Field field, Map<String, Object> answers, Prefill.Known known) {
        var asked = field.asked();
        var answered = known.fixed(asked.key()) ? null : answers.get(asked.key());
        var value = known.value(asked.key());
        var untouched = value.isPresent()
                && (answered == null || answered.equals(value.get().value()));
        return new Field(
                asked.key(),
                asked.label(),
                asked.type(),
                asked.required(),
                asked.options(),
                dictionary.help(asked),
                answered != null ? answered : value.map(Prefill.Value::value).orElse(null),
                untouched ? value.get().origin() : null,
                field.items(),
                dictionary.personal(asked.key()));
    }

    private List<Paper> materials(Draft draft, Representation representation) {
        return needed(draft, representation).stream()
                .map(needed -> {
                    var document = draft.documents().stream()
                            .filter(d ->
                                    d.materialKey().equals(needed.material().key()))
                            .reduce((first, last) -> last)
                            .orElse(null);
                    var license = needed.license()
                            .map(l -> new LicenseCard(
                                    l.typeName(),
                                    l.type(),
                                    l.identifier(),
                                    needed.holder().name(),
                                    l.validTo()))
                            .orElse(null);
                    return new Paper(
                            needed.material().key(),
                            needed.material().name(),
                            needed.required(),
                            needed.need().items(),
                            document != null ? "UPLOADED" : license != null || needed.spared() ? "EXEMPTED" : "NEEDED",
                            license,
                            document == null
                                    ? null
                                    : new File(
                                            document.documentId(), document.name(), document.size(), document.type()),
                            String.join(",", needed.material().formats()),
                            needed.reason());
                })
                .toList();
    }

    record View(List<Page> pages, List<Paper> materials, Counts counts) {}

    record Page(String key, String title, List<Field> fields) {}

    /** @param origin where a pre-filled value is from, {@code null} where the person wrote it */
    record Field(
            String key,
            String label,
            String type,
            boolean required,
            List<FormReader.Option> options,
            String help,
            Object value,
            Prefill.Origin origin,
            List<String> items,
            boolean personal) {}

    record Paper(
            String key,
            String name,
            boolean required,
            List<String> items,
            String status,
            LicenseCard license,
            File document,
            String accept,
            String reason) {}

    /** @param id {@code null} where a helper may not open it */
    record File(UUID id, String name, long size, String type) {}

    record LicenseCard(
            String typeName,
            String type,
            String identifier,
            @Personal(value = Mask.NAME, purpose = "填写申报时确认免提交的证照", shown = Personal.Shown.TO_THE_PERSON) String holder,
            LocalDate validTo) {}

    /**
     * @param asked fields of the single forms in all
     * @param merged fields left after merging
     * @param prefilled fields filled from what is known
     */
    record Counts(int asked, int merged, int prefilled) {}
}
