package io.onevisit.portal;

import io.onevisit.bundles.Guide;
import io.onevisit.catalogue.ServiceItem;
import io.onevisit.problems.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What of a bundle a draft is for: the items somebody wants, and those that their situation makes necessary. */
@Component
class Choice {

    private final Guide guide;

    Choice(Guide guide) {
        this.guide = guide;
    }

    /** Variables of the items as far as the answers tell by now. */
    Set<String> of(Draft draft) {
        return guide.items(draft.bundle(), draft.answers(), draft.region()).stream()
                .filter(offer ->
                        draft.items().contains(offer.item().variable()) || (offer.applies() && offer.mandatory()))
                .map(offer -> offer.item().variable())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The items by variable, each as it will be handled; a 422 problem where one of them does not apply or none is left. */
    Map<String, ServiceItem> confirmed(Draft draft, Map<String, Object> answers) {
        var items = new LinkedHashMap<String, ServiceItem>();
        var offers = guide.items(draft.bundle(), answers, draft.region());
        for (var offer : offers) {
            var variable = offer.item().variable();
            if (offer.applies() && (offer.mandatory() || draft.items().contains(variable))) {
                items.put(variable, guide.handled(draft.bundle(), answers, draft.region(), variable, offer.service()));
            } else if (draft.items().contains(variable)) {
                throw Problem.invalid(
                                "item-not-applicable",
                                "“%s”不适用：%s。".formatted(offer.service().name(), offer.reason()))
                        .with("field", "items");
            }
        }
        refuseGaps(offers, items);
        if (items.isEmpty()) {
            throw Problem.invalid("items-missing", "请至少选择一个要办理的事项。").with("field", "items");
        }
        return items;
    }

    /** An item that builds on another's result is applied for together with it. */
    private static void refuseGaps(List<Guide.Offer> offers, Map<String, ServiceItem> items) {
        for (var offer : offers) {
            for (var needed : offers) {
                if (items.containsKey(offer.item().variable())
                        && offer.item().requires().contains(needed.item().variable())
                        && !items.containsKey(needed.item().variable())) {
                    throw Problem.invalid(
                                    "item-required",
                                    "办理“%s”须同时选择“%s”。"
                                            .formatted(
                                                    offer.service().name(),
                                                    needed.service().name()))
                            .with("field", "items");
                }
            }
        }
    }
}
