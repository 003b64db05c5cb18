package io.onevisit.halls;

import io.onevisit.bundles.Bundles;
import io.onevisit.catalogue.Booking;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.problems.Problem;
import org.springframework.stereotype.Component;

/** What an appointment is for: a bundle by its key, or an item by its code and what the item says of appointments. */
@Component
class BookableSubjects {

    private static final Booking FREE = new Booking(true, null, "");

    private final Bundles bundles;
    private final Catalogue catalogue;

    BookableSubjects(Bundles bundles, Catalogue catalogue) {
        this.bundles = bundles;
        this.catalogue = catalogue;
    }

    /** @param presence whether the applicant has to come in person */
    record Subject(String key, String name, Booking booking, boolean presence) {

        /** What its places of a day are counted by. */
        String counted() {
            return "item:" + key;
        }
    }

    Subject of(Hall hall, String key) {
        if (key == null || key.isBlank()) {
            throw Problem.invalid("subject-missing", "请选择要办理的一件事或事项。").with("field", "subject");
        }
        return bundles.published().stream()
                .filter(bundle -> bundle.key().equals(key))
                .findFirst()
                .map(bundle -> new Subject(key, bundle.name(), FREE, false))
                .orElseGet(() -> {
                    var item = catalogue.item(key, hall.region());
                    return new Subject(
                            key,
                            item.name(),
                            catalogue.booking(key, hall.region()),
                            item.rules().presence());
                });
    }

    /** The same, where it may be booked. */
    Subject bookable(Hall hall, String key) {
        var subject = of(hall, key);
        if (!subject.booking().allowed()) {
            throw Problem.invalid("item-not-bookable", "“%s”在当地不接受预约，请在办公时间到场取号办理。".formatted(subject.name()))
                    .with("field", "subject");
        }
        return subject;
    }
}
