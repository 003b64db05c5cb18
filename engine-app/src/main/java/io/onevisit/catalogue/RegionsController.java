package io.onevisit.catalogue;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The divisions that exist today, open to anyone: what a region picker shows. */
@RestController
@RequestMapping("/api/regions")
class RegionsController {

    private final Regions regions;

    RegionsController(Regions regions) {
        this.regions = regions;
    }

    /** Those right below {@code parent}, or {@code within} one and itself; all of them where neither is named. */
    @GetMapping
    List<Region> existing(
            @RequestParam(defaultValue = "") String parent, @RequestParam(defaultValue = "") String within) {
        if (!within.isEmpty()) {
            return regions.within(within);
        }
        return parent.isEmpty()
                ? regions.existing()
                : regions.within(parent).stream()
                        .filter(region -> region.parent().equals(parent))
                        .toList();
    }
}
