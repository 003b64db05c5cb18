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

    /** Those right below one division, or all of them where none is named. */
    @GetMapping
    List<Region> existing(@RequestParam(defaultValue = "") String parent) {
        return regions.existing().stream()
                .filter(region -> parent.isEmpty() || region.parent().equals(parent))
                .toList();
    }
}
