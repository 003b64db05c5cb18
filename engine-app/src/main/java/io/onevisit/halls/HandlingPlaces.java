package io.onevisit.halls;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.RegionCode;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Where items are handled for somebody who lives in a region: the halls of the region and of what it lies in, at the levels
 * that each item is handled at, the nearest first; an item with a place of its own says it in words.
 */
@Component
class HandlingPlaces {

    private final Halls halls;
    private final Catalogue catalogue;
    private final Clock time;

    HandlingPlaces(Halls halls, Catalogue catalogue, Clock time) {
        this.halls = halls;
        this.catalogue = catalogue;
        this.time = time;
    }

    Found of(String region, List<String> codes) {
        var near = RegionCode.of(region).lineage().stream()
                .flatMap(place -> halls.at(place).stream())
                .toList();
        var items =
                codes.stream().distinct().map(code -> item(code, region, near)).toList();
        return new Found(
                near.stream()
                        .filter(hall -> items.stream().anyMatch(item -> item.at().stream()
                                .anyMatch(at -> at.hall().equals(hall.code()))))
                        .map(hall -> new Place(HallView.of(hall), halls.open(hall, time.instant())))
                        .toList(),
                items);
    }

    private Item item(String code, String region, List<Hall> near) {
        var handled = catalogue.whereHandled(code, region);
        return new Item(
                code,
                catalogue.offered(code, region).item().name(),
                handled.place(),
                handled.officeHours(),
                handled.place().isEmpty()
                        ? near.stream()
                                .filter(hall -> handled.at(RegionCode.of(hall.region())))
                                .map(hall -> new At(hall.code(), bookable(code, hall)))
                                .toList()
                        : List.of());
    }

    private boolean bookable(String code, Hall hall) {
        var booking = catalogue.booking(code, hall.region());
        return booking.allowed()
                && !Integer.valueOf(0).equals(booking.perDay())
                && hall.services().stream().anyMatch(service -> service.bookable() > 0);
    }

    record Found(List<Place> halls, List<Item> items) {}

    /** @param open at this moment */
    record Place(HallView.One hall, boolean open) {}

    /**
     * @param place in words, where it is not handled at a hall
     * @param at the halls, the nearest first
     */
    record Item(String code, String name, String place, String officeHours, List<At> at) {}

    record At(String hall, boolean bookable) {}
}
