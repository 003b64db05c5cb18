package io.onevisit.search;

import io.onevisit.bundles.Bundle;
import io.onevisit.bundles.Bundles;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.PublishedItem;
import io.onevisit.catalogue.PublishedItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads from the catalogue and the published bundles what the index is to hold; the index itself is never a source. */
@Component
class Entries {

    private final Bundles bundles;
    private final PublishedItems items;
    private final Catalogue catalogue;

    Entries(Bundles bundles, PublishedItems items, Catalogue catalogue) {
        this.bundles = bundles;
        this.items = items;
        this.catalogue = catalogue;
    }

    /** Everything that was ever published. */
    List<Changes.Thing> things() {
        return Stream.concat(
                        bundles.published().stream().map(bundle -> new Changes.Thing(Kind.BUNDLE, bundle.key())),
                        items.codes().stream().map(code -> new Changes.Thing(Kind.ITEM, code)))
                .toList();
    }

    /** These things, and the bundles in which items among them are named. */
    List<Changes.Thing> touchedBy(List<Changes.Thing> things) {
        var items = things.stream()
                .filter(thing -> thing.type() == Kind.ITEM)
                .map(Changes.Thing::key)
                .collect(Collectors.toSet());
        return Stream.concat(
                        things.stream(),
                        bundles.published().stream()
                                .filter(bundle -> bundle.items().stream().anyMatch(item -> items.contains(item.code())))
                                .map(bundle -> new Changes.Thing(Kind.BUNDLE, bundle.key())))
                .distinct()
                .toList();
    }

    /** The entries of one thing, none where it is not offered today. */
    List<Entry> of(Changes.Thing thing) {
        return switch (thing.type()) {
            case BUNDLE -> bundle(thing.key()).map(this::entry).stream().toList();
            case ITEM -> items.of(thing.key()).stream().map(Entries::entry).toList();
        };
    }

    private Optional<Bundle> bundle(String key) {
        return bundles.published().stream()
                .filter(bundle -> bundle.key().equals(key))
                .findFirst();
    }

    private Entry entry(Bundle bundle) {
        var words = new ArrayList<String>();
        if (bundle.lifeStage() != null) {
            words.add(bundle.lifeStage());
        }
        if (bundle.keywords() != null) {
            words.addAll(bundle.keywords());
        }
        return new Entry(
                Kind.BUNDLE,
                bundle.key(),
                Catalogue.PROVINCE,
                List.of(),
                bundle.name(),
                catalogue.departmentName(bundle.leadDepartment()),
                words.stream().distinct().toList(),
                bundle.items().stream().map(item -> itemName(item.code())).toList());
    }

    private String itemName(String code) {
        return items.of(code).stream().findFirst().map(PublishedItem::name).orElse(code);
    }

    private static Entry entry(PublishedItem item) {
        var words = Stream.concat(item.keywords().stream(), item.results().stream())
                .distinct()
                .toList();
        var texts = new ArrayList<>(item.materials());
        if (!item.condition().isBlank()) {
            texts.add(item.condition());
        }
        return new Entry(
                Kind.ITEM,
                item.code(),
                item.region(),
                item.elsewhere(),
                item.name(),
                item.departmentName(),
                words,
                texts);
    }
}
