package io.onevisit.bundles;

import io.onevisit.catalogue.ItemUse;
import java.util.List;
import org.springframework.stereotype.Component;

/** The published bundles that join an item. */
@Component
class BundlesUsingItem implements ItemUse {

    private final Bundles bundles;

    BundlesUsingItem(Bundles bundles) {
        this.bundles = bundles;
    }

    @Override
    public List<Use> of(String code) {
        return bundles.published().stream()
                .filter(bundle ->
                        bundle.items().stream().anyMatch(item -> item.code().equals(code)))
                .map(bundle -> new Use("BUNDLE", bundle.name(), 1, "新申报按新版办理，请核对表单、材料规则和时限"))
                .toList();
    }
}
