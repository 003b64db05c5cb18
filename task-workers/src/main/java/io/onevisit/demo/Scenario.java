package io.onevisit.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * One scenario of a bundle's {@code demo.yaml}; {@link EveryBundle} tells what each line means.
 *
 * @param items variables of the chosen items, {@code all}: whatever applies
 * @param consents kinds of license whose use is agreed to, {@code all}: whichever are asked for
 * @param uploads keys of the materials handed in; {@code null}: every compulsory one that no license stands for
 * @param unreadable keys of those whose pages show nothing but their name at first
 * @param acts what people do with tasks; everything else is answered as usual
 * @param parties user names of the second persons whose agreement is asked for, by the answers that name them
 * @param refuses those of them who do not agree
 * @param unpaid variables of the items whose fees the applicant does not pay
 * @param leave keys or names of the tasks that nobody does
 * @param ends the state that the application has to reach
 * @param results by variable what the items have to end as, where it is not 办结
 */
record Scenario(
        String name,
        String applicant,
        String company,
        String region,
        Map<String, String> answers,
        List<String> items,
        List<String> consents,
        List<String> uploads,
        List<String> unreadable,
        List<String> deferred,
        List<String> commitments,
        List<Act> acts,
        List<Objection> objections,
        Map<String, String> parties,
        List<String> refuses,
        List<String> unpaid,
        List<String> leave,
        String ends,
        Map<String, String> results) {

    static final String ALL = "all";
    static final String OPEN = "IN_PROGRESS";

    Scenario {
        answers = answers == null ? Map.of() : answers;
        items = items == null ? List.of(ALL) : items;
        consents = consents == null ? List.of(ALL) : consents;
        unreadable = unreadable == null ? List.of() : unreadable;
        deferred = deferred == null ? List.of() : deferred;
        commitments = commitments == null ? List.of() : commitments;
        acts = acts == null ? List.of() : acts;
        objections = objections == null ? List.of() : objections;
        parties = parties == null ? Map.of() : parties;
        refuses = refuses == null ? List.of() : refuses;
        unpaid = unpaid == null ? List.of() : unpaid;
        leave = leave == null ? List.of() : leave;
        ends = ends == null ? "CLOSED" : ends;
        results = results == null ? Map.of() : results;
    }

    /**
     * @param task key or Chinese name of the task
     * @param item variable of the item it is about; {@code null}: any
     * @param by who does it; {@code null}: whoever sees it first
     */
    record Act(String task, String item, String by, Map<String, Object> answers) {

        Act {
            answers = answers == null ? Map.of() : answers;
        }

        boolean isFor(String key, String name, String item) {
            return (task.equals(key) || task.equals(name)) && (this.item == null || this.item.equals(item));
        }
    }

    /** Somebody objects to the public notice about an item. */
    record Objection(String item, String by, String text) {}

    record File(List<Scenario> scenarios) {}

    /** Every word is text as it stands: {@code true}, {@code 2026-03-01} and {@code 0102} are answers, not values of YAML. */
    static List<Scenario> read(InputStream file) {
        return content(file, File.class).scenarios();
    }

    static <T> T content(InputStream file, Class<T> type) {
        var loading = new LoaderOptions();
        var dumping = new DumperOptions();
        var words = new Resolver() {
            @Override
            protected void addImplicitResolvers() {}
        };
        try (file) {
            var content = new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, words)
                    .load(file);
            return new ObjectMapper()
                    .configure(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY, true)
                    .convertValue(content, type);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
