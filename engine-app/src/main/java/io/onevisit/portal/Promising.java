package io.onevisit.portal;

import io.onevisit.cases.Applications;
import io.onevisit.catalogue.HandlingMode;
import io.onevisit.catalogue.ServiceItem;
import io.onevisit.promises.Commitments;
import io.onevisit.promises.DeferredMaterials;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What an applicant promises with an application: papers that come later, and conditions that are met (容缺受理、告知承诺). */
@Component
class Promising {

    private final DeferredMaterials deferred;
    private final Commitments commitments;

    Promising(DeferredMaterials deferred, Commitments commitments) {
        this.deferred = deferred;
        this.commitments = commitments;
    }

    /** Whether every item that needs a material lets it come later; what data alone decide at once waits for none. */
    static boolean deferrable(NeededMaterials.Needed needed, Map<String, ServiceItem> items) {
        return !needed.spared()
                && needed.need().items().stream().map(items::get).allMatch(item -> {
                    if (item.mode() == HandlingMode.CHECK) {
                        return false;
                    }
                    var allowed = item.rules().deferrableMaterials();
                    return allowed.contains(needed.material().key())
                            || allowed.contains(needed.material().name());
                });
    }

    /** Whether a required material may be missing at submission because of what was promised. */
    static boolean covers(Given given, NeededMaterials.Needed needed, Map<String, ServiceItem> items) {
        return given.commitments().containsAll(needed.need().items())
                || given.deferred().contains(needed.material().key()) && deferrable(needed, items);
    }

    /** What may be promised with this draft, each with the sentence it is promised by. */
    Offers offers(Map<String, ServiceItem> items, List<NeededMaterials.Needed> needed, Draft draft, String personId) {
        var later = needed.stream()
                .filter(paper -> paper.required() && paper.license().isEmpty() && deferrable(paper, items))
                .filter(paper -> draft.documents().stream()
                        .noneMatch(d -> d.materialKey().equals(paper.material().key())))
                .map(paper -> new Offer(
                        paper.material().key(),
                        paper.material().name(),
                        deferred.text(List.of(paper.material().name()))))
                .toList();
        var onPromise = commitments.excluded(personId)
                ? List.<Offer>of()
                : items.entrySet().stream()
                        .filter(entry -> entry.getValue().rules().commitment())
                        .map(entry -> new Offer(
                                entry.getKey(),
                                entry.getValue().name(),
                                Commitments.text(entry.getValue().name())))
                        .toList();
        return new Offers(later, onPromise);
    }

    /** @param key of a material or an item, which the applicant ticks */
    record Offer(String key, String name, String text) {}

    record Offers(List<Offer> deferred, List<Offer> commitments) {}

    void refuse(Given given, Map<String, ServiceItem> items, String personId) {
        given.commitments().stream()
                .filter(items::containsKey)
                .forEach(variable -> commitments.refuse(items.get(variable), personId));
    }

    /** Writes the promises down with the application just opened. */
    void keep(
            Given given,
            Applications.Opened opened,
            Map<String, ServiceItem> items,
            List<NeededMaterials.Needed> needed,
            String by) {
        var no = opened.application().applicationNo();
        var uploadedLater = needed.stream()
                .filter(paper -> given.deferred().contains(paper.material().key()) && deferrable(paper, items))
                .map(paper -> paper.material().key())
                .toList();
        uploadedLater.forEach(key -> deferred.promise(no, key, by));
        given.commitments().stream()
                .filter(items::containsKey)
                .forEach(variable -> commitments.promise(opened.cases().get(variable), items.get(variable), by));
    }

    /**
     * @param deferred keys of the materials that come later
     * @param commitments variables of the items whose conditions the applicant promises to meet
     */
    record Given(List<String> deferred, List<String> commitments) {
        Given {
            deferred = deferred == null ? List.of() : List.copyOf(deferred);
            commitments = commitments == null ? List.of() : List.copyOf(commitments);
        }
    }
}
