package io.onevisit.bundles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes one form of many (一表申请): each field once, with the items that its answer goes to. */
@Component
public class ComposedForm {

    private final Bundles bundles;
    private final FormReader forms;

    ComposedForm(Bundles bundles, FormReader forms) {
        this.bundles = bundles;
        this.forms = forms;
    }

    /** @param chosen variables of the chosen items */
    public Composition of(String bundleKey, Set<String> chosen) {
        return of(bundles.find(bundleKey), bundles.files(bundleKey), chosen);
    }

    /** The form as it was in an edition. */
    public Composition of(Bundle bundle, Map<String, byte[]> files, Set<String> chosen) {
        var fields = new LinkedHashMap<String, Field>();
        var asked = 0;
        for (var item : bundle.items()) {
            if (!chosen.contains(item.variable())) {
                continue;
            }
            for (var field : forms.fields(files, item.form())) {
                asked++;
                fields.merge(field.key(), new Field(field, new ArrayList<>(List.of(item.variable()))), Field::with);
            }
        }
        var pages = new LinkedHashMap<String, List<Field>>();
        fields.values().forEach(field -> pages.computeIfAbsent(field.asked().page(), page -> new ArrayList<>())
                .add(field));
        return new Composition(pages, asked, fields.size());
    }

    /** The keys an item's own form asks for: what its department gets to see. */
    public List<String> keysOf(Map<String, byte[]> files, String form) {
        return forms.fields(files, form).stream().map(FormReader.Field::key).toList();
    }

    /**
     * @param pages fields by the label of their group, in the order of the items
     * @param asked how many fields the single forms ask in all
     * @param merged how many are left
     */
    public record Composition(Map<String, List<Field>> pages, int asked, int merged) {
        public List<Field> fields() {
            return pages.values().stream().flatMap(List::stream).toList();
        }
    }

    /** @param items variables of the items that get the answer */
    public record Field(FormReader.Field asked, List<String> items) {

        /** What one of the items requires is required of all. */
        private static Field with(Field one, Field other) {
            one.items.addAll(other.items);
            return new Field(one.asked.required() ? one.asked : other.asked, one.items);
        }
    }
}
