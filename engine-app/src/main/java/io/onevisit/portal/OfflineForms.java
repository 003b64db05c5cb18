package io.onevisit.portal;

import io.onevisit.bundles.Bundle;
import io.onevisit.bundles.Bundles;
import io.onevisit.bundles.ComposedForm;
import io.onevisit.bundles.FieldDictionary;
import io.onevisit.bundles.FormReader;
import io.onevisit.bundles.Guide;
import io.onevisit.catalogue.Catalogue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Forms that a window prepares while the network is there, to go on taking in when it is not. */
@Component
class OfflineForms {

    /** More situations than these are not told apart. */
    private static final int MOST = 128;

    private final ItemsOnOffer offers;
    private final Bundles bundles;
    private final ComposedForm composed;
    private final FieldDictionary dictionary;
    private final Guide guide;
    private final FormReader forms;
    private final Catalogue catalogue;
    private final WindowProperties bounds;
    private final Clock time;

    OfflineForms(
            ItemsOnOffer offers,
            Bundles bundles,
            ComposedForm composed,
            FieldDictionary dictionary,
            Guide guide,
            FormReader forms,
            Catalogue catalogue,
            WindowProperties bounds,
            Clock time) {
        this.offers = offers;
        this.bundles = bundles;
        this.composed = composed;
        this.dictionary = dictionary;
        this.guide = guide;
        this.forms = forms;
        this.catalogue = catalogue;
        this.bounds = bounds;
        this.time = time;
    }

    /** The form with everything any of the items asks for: which of it counts, the choice and the answers say afterwards. */
    Prepared prepare(String bundleKey, String region) {
        offers.refuseClosed(bundleKey, region);
        var bundle = bundles.find(bundleKey);
        var all = bundle.items().stream().map(item -> item.variable()).collect(Collectors.toUnmodifiableSet());
        var form = composed.of(bundleKey, all);
        var pages = new ArrayList<DraftForm.Page>();
        form.pages()
                .forEach((title, fields) -> pages.add(new DraftForm.Page(
                        "page" + (pages.size() + 1),
                        title,
                        fields.stream().map(this::blank).toList())));
        var papers = new LinkedHashMap<String, Paper>();
        for (var item : bundle.items()) {
            for (var listed : catalogue.materials(item.code(), region)) {
                papers.merge(
                        listed.material().key(),
                        new Paper(listed.material().key(), listed.material().name(), List.of(item.variable())),
                        Paper::with);
            }
        }
        for (var situation : situations(bundle)) {
            for (var need : guide.materials(bundleKey, situation, region, all)) {
                catalogue
                        .material(need.material())
                        .ifPresent(material -> papers.merge(
                                material.key(), new Paper(material.key(), material.name(), need.items()), Paper::with));
            }
        }
        return new Prepared(
                bundleKey,
                bundle.name(),
                region,
                pages,
                List.copyOf(papers.values()),
                bounds.offline().toDays(),
                time.instant());
    }

    /** Every answer that the questions about the situation allow, as far as they are choices. */
    private List<Map<String, Object>> situations(Bundle bundle) {
        var situations = new ArrayList<Map<String, Object>>(List.of(Map.of()));
        if (bundle.situationForm() == null) {
            return situations;
        }
        for (var asked : forms.fields(bundles.files(bundle.key()), bundle.situationForm())) {
            if (asked.options().isEmpty() || situations.size() * asked.options().size() > MOST) {
                continue;
            }
            var finer = new ArrayList<Map<String, Object>>();
            for (var situation : situations) {
                for (var option : asked.options()) {
                    var more = new HashMap<>(situation);
                    more.put(asked.key(), option.value());
                    finer.add(more);
                }
            }
            situations = finer;
        }
        return situations;
    }

    private DraftForm.Field blank(ComposedForm.Field field) {
        var asked = field.asked();
        return new DraftForm.Field(
                asked.key(),
                asked.label(),
                asked.type(),
                asked.required(),
                asked.options(),
                dictionary.help(asked),
                null,
                null,
                field.items(),
                dictionary.personal(asked.key()));
    }

    /** @param days within how many days what was taken in with it has to be taken over */
    record Prepared(
            String bundle,
            String name,
            String region,
            List<DraftForm.Page> pages,
            List<Paper> materials,
            long days,
            Instant preparedAt) {}

    /** @param items variables of the items that may ask for it */
    record Paper(String key, String name, List<String> items) {

        private static Paper with(Paper one, Paper other) {
            return new Paper(
                    one.key,
                    one.name,
                    Stream.concat(one.items.stream(), other.items.stream())
                            .distinct()
                            .toList());
        }
    }
}
