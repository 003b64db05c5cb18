package io.onevisit.materials;

import io.onevisit.cases.Cases;
import io.onevisit.licenses.Licenses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the platform knows that a scan has to agree with, from licenses first, then from the application. */
@Component
class Expectations {

    private final Cases cases;
    private final Materials materials;
    private final Evidence evidence;
    private final Licenses licenses;
    private final Kinds kinds;

    Expectations(Cases cases, Materials materials, Evidence evidence, Licenses licenses, Kinds kinds) {
        this.cases = cases;
        this.materials = materials;
        this.evidence = evidence;
        this.licenses = licenses;
        this.kinds = kinds;
    }

    /** One entry per material that was handed in and read. */
    List<Fact> facts(String applicationNo) {
        var all = materials.of(applicationNo);
        var answers = cases.answers(applicationNo);
        return all.stream()
                .filter(material -> material.status() == Material.Status.UPLOADED)
                .flatMap(material -> evidence.reading(material.documentId()).stream()
                        .map(reading -> new Fact(
                                material.key(), material.documentId(), reading, expected(material, all, answers))))
                .toList();
    }

    private List<Expected> expected(Material material, List<Material> all, Map<String, Object> answers) {
        return kinds.points(material.kind()).stream()
                .flatMap(point -> point.from().stream()
                        .flatMap(source -> known(source, material, all, answers).stream())
                        .findFirst()
                        .map(known -> new Expected(point.field(), point.label(), known.value(), known.source()))
                        .stream())
                .toList();
    }

    private Optional<Known> known(
            Kinds.Source source, Material material, List<Material> all, Map<String, Object> answers) {
        if (source.license() != null) {
            return all.stream()
                    .filter(other -> other.licenseIdentifier() != null
                            && other.holder().role().equals(source.role()))
                    .flatMap(other -> licenses.find(other.licenseIdentifier()).stream())
                    .filter(license -> license.type().equals(source.license()))
                    .filter(license -> license.face().containsKey(source.face()))
                    .findFirst()
                    .map(license -> new Known(license.face().get(source.face()), license.typeName()));
        }
        if (source.holder() != null) {
            var holder = material.holder();
            return said("idNo".equals(source.holder()) ? holder.idNo() : holder.name());
        }
        var answer = answers.get(source.answer());
        return answer == null
                ? Optional.empty()
                : said(
                        source.values() == null
                                ? answer.toString()
                                : source.values().getOrDefault(answer.toString(), answer.toString()));
    }

    private static Optional<Known> said(String value) {
        return value.isBlank() ? Optional.empty() : Optional.of(new Known(value, "申报信息"));
    }

    private record Known(String value, String source) {}

    /** @param source where it is known from, in words */
    record Expected(String field, String label, String expected, String source) {}

    record Fact(String materialKey, UUID documentId, Reading reading, List<Expected> expected) {}
}
