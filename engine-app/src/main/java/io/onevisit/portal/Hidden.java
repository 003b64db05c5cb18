package io.onevisit.portal;

import io.onevisit.privacy.Masked;
import io.onevisit.problems.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A draft as a helper sees it: numbers of people and of licenses are hidden, and stay what they are when it is saved. */
final class Hidden {

    private static final Set<String> WRITTEN = Set.of("text", "textfield", "textarea", "number");

    private Hidden() {}

    /** The form with numbers hidden that the helper did not write. */
    static DraftForm.View of(DraftForm.View view, List<String> filled, Set<String> ownUploads) {
        var pages = view.pages().stream()
                .map(page -> new DraftForm.Page(
                        page.key(),
                        page.title(),
                        page.fields().stream().map(field -> of(field, filled)).toList()))
                .toList();
        return new DraftForm.View(
                pages,
                view.materials().stream().map(paper -> of(paper, ownUploads)).toList(),
                view.counts());
    }

    private static DraftForm.Field of(DraftForm.Field field, List<String> filled) {
        if (!(field.value() instanceof String text)
                || filled.contains(field.key())
                || !WRITTEN.contains(field.type())) {
            return field;
        }
        return new DraftForm.Field(
                field.key(),
                field.label(),
                field.type(),
                field.required(),
                field.options(),
                field.help(),
                Masked.codesIn(text),
                field.origin(),
                field.items(),
                field.personal());
    }

    private static DraftForm.Paper of(DraftForm.Paper paper, Set<String> ownUploads) {
        var license = paper.license() == null
                ? null
                : new DraftForm.LicenseCard(
                        paper.license().typeName(),
                        paper.license().type(),
                        "（编号已隐去）",
                        paper.license().holder(),
                        paper.license().validTo());
        var document = paper.document() == null
                        || ownUploads.contains(paper.document().id().toString())
                ? paper.document()
                : new DraftForm.File(
                        null,
                        "申请人已上传",
                        paper.document().size(),
                        paper.document().type());
        return new DraftForm.Paper(
                paper.key(),
                paper.name(),
                paper.required(),
                paper.items(),
                paper.status(),
                license,
                document,
                paper.accept(),
                paper.reason());
    }

    /** Answers to be shown: every hidden field's value as the form shows it. */
    static Map<String, Object> answers(Map<String, Object> answers, DraftForm.View hidden) {
        var shown = new HashMap<>(answers);
        fields(hidden).forEach((key, field) -> {
            if (shown.containsKey(key) && field.value() != null) {
                shown.put(key, field.value());
            }
        });
        answers.keySet().stream()
                .filter(key -> !fields(hidden).containsKey(key) && answers.get(key) instanceof String)
                .forEach(key -> shown.put(key, Masked.codesIn(answers.get(key).toString())));
        return shown;
    }

    /** What to keep of a helper's answers: a hidden number stays as it is, and nobody writes over it. */
    static Map<String, Object> kept(
            Map<String, Object> sent, Map<String, Object> before, DraftForm.View open, DraftForm.View hidden) {
        var kept = new HashMap<>(sent);
        var opened = fields(open);
        fields(hidden).forEach((key, field) -> {
            var known = opened.get(key).value();
            if (known == null || known.equals(field.value()) || known.toString().isBlank()) {
                return;
            }
            var typed = sent.get(key);
            if (typed != null && !typed.equals(field.value())) {
                throw Problem.forbidden(
                                "hidden-answer", "“%s”是申请人本人的信息，已经隐去，帮办人员不能修改，请由申请人自己更正。".formatted(field.label()))
                        .with("field", key);
            }
            restore(kept, before, key);
        });
        before.keySet().stream()
                .filter(key -> !opened.containsKey(key)
                        && before.get(key) instanceof String text
                        && Masked.codesIn(text).equals(sent.get(key)))
                .forEach(key -> restore(kept, before, key));
        return kept;
    }

    /** Which of the kept answers the helper wrote, those of before included. */
    static List<String> written(Map<String, Object> kept, Map<String, Object> before, List<String> filled) {
        var written = new ArrayList<>(filled);
        kept.forEach((key, value) -> {
            if (!written.contains(key) && value != null && !value.equals(before.get(key))) {
                written.add(key);
            }
        });
        return written;
    }

    private static void restore(Map<String, Object> kept, Map<String, Object> before, String key) {
        if (before.containsKey(key)) {
            kept.put(key, before.get(key));
        } else {
            kept.remove(key);
        }
    }

    private static Map<String, DraftForm.Field> fields(DraftForm.View view) {
        var fields = new HashMap<String, DraftForm.Field>();
        view.pages().forEach(page -> page.fields().forEach(field -> fields.put(field.key(), field)));
        return fields;
    }
}
