package io.onevisit.portal;

import io.onevisit.bundles.AnswerCheck;
import io.onevisit.bundles.ComposedForm;
import io.onevisit.identity.Account;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What a clerk looks through before they tell what is wanting: the materials and answers of a draft, and what lies there. */
@Component
class CounterChecklist {

    private final Representations representations;
    private final DraftForm form;
    private final Choice choice;
    private final ComposedForm composed;
    private final AnswerCheck check;

    CounterChecklist(
            Representations representations, DraftForm form, Choice choice, ComposedForm composed, AnswerCheck check) {
        this.representations = representations;
        this.form = form;
        this.choice = choice;
        this.composed = composed;
        this.check = check;
    }

    /** Every material that is asked for, and every answer that is missing or wrong. */
    List<Row> rows(Draft draft, Account clerk) {
        var representation = representations.of(draft, clerk);
        var view = form.of(draft, representation);
        var rows = new ArrayList<Row>();
        for (var material : view.materials()) {
            if (!material.status().equals("EXEMPTED")) {
                rows.add(new Row(
                        material.key(),
                        material.name(),
                        Of.MATERIAL,
                        material.document() != null,
                        material.required() && material.document() == null,
                        Objects.requireNonNullElse(material.reason(), "")));
            }
        }
        var labels = new HashMap<String, String>();
        view.pages().forEach(page -> page.fields().forEach(field -> labels.put(field.key(), field.label())));
        var answers = form.complete(draft, representation);
        for (var fault : check.faults(composed.of(draft.bundle(), choice.of(draft)), answers)) {
            var answer = answers.get(fault.field());
            rows.add(new Row(
                    fault.field(),
                    labels.getOrDefault(fault.field(), fault.field()),
                    Of.ANSWER,
                    answer != null && !answer.toString().isBlank(),
                    true,
                    fault.message()));
        }
        return rows;
    }

    /** What lies there: the file of each material that is asked for, the answer to each question that is asked. */
    Map<String, String> state(Draft draft, Account clerk) {
        var state = new HashMap<String, String>();
        var view = form.of(draft, representations.of(draft, clerk));
        view.pages().forEach(page -> page.fields()
                .forEach(field -> state.put(field.key(), field.value() == null ? "" : String.valueOf(field.value()))));
        view.materials()
                .forEach(material -> state.put(
                        material.key(),
                        material.document() == null
                                ? ""
                                : String.valueOf(material.document().id())));
        return state;
    }

    enum Of {
        MATERIAL,
        ANSWER
    }

    /**
     * One thing to look at.
     *
     * @param handedIn whether it is there: a file, an answer
     * @param wanting whether the platform itself knows that it has to be told
     * @param reason by which law or element it is asked for, or what is wrong with the answer
     */
    record Row(String subject, String name, Of of, boolean handedIn, boolean wanting, String reason) {}
}
