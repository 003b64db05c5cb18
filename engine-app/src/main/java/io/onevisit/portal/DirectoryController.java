package io.onevisit.portal;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Regions;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The names that people choose from when they look for an item: divisions and departments. */
@RestController
class DirectoryController {

    private final Regions regions;
    private final Catalogue catalogue;

    DirectoryController(Regions regions, Catalogue catalogue) {
        this.regions = regions;
        this.catalogue = catalogue;
    }

    @GetMapping("/api/directory")
    Directory directory() {
        return new Directory(
                regions.downToCounties().stream()
                        .map(region -> new Place(region.code(), region.name(), region.level()))
                        .toList(),
                catalogue.departmentNames().entrySet().stream()
                        .map(entry -> new Department(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing(Department::name))
                        .toList());
    }

    record Directory(List<Place> regions, List<Department> departments) {}

    record Place(String code, String name, String level) {}

    record Department(String code, String name) {}
}
