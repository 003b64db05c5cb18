package io.onevisit.materials;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What must agree in each kind of scan, from {@code materials/kinds.yaml}. */
@Component
class Kinds {

    private final Map<String, List<Point>> kinds;

    Kinds() throws IOException {
        try (var in = new ClassPathResource("materials/kinds.yaml").getInputStream()) {
            kinds = new YAMLMapper().readValue(in, File.class).kinds();
        }
    }

    List<Point> points(String kind) {
        return kinds.getOrDefault(kind, List.of());
    }

    record File(Map<String, List<Point>> kinds) {}

    /** One thing that must agree, and where it is known from, best source first. */
    record Point(String field, String label, List<Source> from) {}

    /**
     * @param license type of a license found for the application, with the role of its holder and a field of its face
     * @param holder {@code name} or {@code idNo} of whose material it is
     * @param answer a field of the application, with words for its codes
     */
    record Source(String license, String role, String face, String holder, String answer, Map<String, String> values) {}
}
