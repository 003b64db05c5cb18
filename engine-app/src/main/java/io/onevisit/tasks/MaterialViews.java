package io.onevisit.tasks;

import io.onevisit.licenses.License;
import io.onevisit.licenses.LicenseTypes;
import io.onevisit.licenses.Licenses;
import io.onevisit.materials.Comparison;
import io.onevisit.materials.Document;
import io.onevisit.materials.Documents;
import io.onevisit.materials.Evidence;
import io.onevisit.materials.Material;
import io.onevisit.materials.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Each material with its evidence: page and boxes, what was read against what is known, or the license that replaces it. */
@Component
class MaterialViews {

    private final Documents documents;
    private final Evidence evidence;
    private final Licenses licenses;
    private final LicenseTypes types;

    MaterialViews(Documents documents, Evidence evidence, Licenses licenses, LicenseTypes types) {
        this.documents = documents;
        this.evidence = evidence;
        this.licenses = licenses;
        this.types = types;
    }

    List<View> of(String applicationNo, List<Material> materials) {
        var comparisons = evidence.comparisons(applicationNo);
        return materials.stream()
                .map(material -> {
                    var document = material.documentId() == null
                            ? null
                            : documents.find(material.documentId()).orElse(null);
                    return new View(
                            material.key(),
                            material.name(),
                            material.status().name(),
                            material.problem(),
                            document == null ? null : new File(document.id(), document.name(), document.type()),
                            material.licenseIdentifier() == null
                                    ? null
                                    : licenses.find(material.licenseIdentifier())
                                            .map(this::card)
                                            .orElse(null),
                            document == null ? null : reading(document),
                            comparisons.stream()
                                    .filter(c -> c.materialKey().equals(material.key()))
                                    .flatMap(c -> c.results().stream())
                                    .toList());
                })
                .toList();
    }

    private ReadPages reading(Document document) {
        return evidence.reading(document.id())
                .map(reading -> new ReadPages(
                        reading.pages().stream()
                                .map(page -> new PageImage(
                                        page.number(), page.width(), page.height(), imageUrl(document, page.number())))
                                .toList(),
                        reading.fields(),
                        evidence.stated(document.id())))
                .orElse(null);
    }

    private static String imageUrl(Document document, int page) {
        return document.type().startsWith("image/")
                ? "/api/documents/" + document.id() + "/content"
                : "/api/documents/" + document.id() + "/pages/" + page;
    }

    private Card card(License license) {
        var fields = types.type(license.type()).face().stream()
                .map(field -> new Face(field.label(), license.face().getOrDefault(field.key(), "")))
                .toList();
        return new Card(
                license.identifier(),
                license.typeName(),
                license.issuer(),
                license.issuedOn(),
                license.validTo(),
                fields);
    }

    record View(
            String key,
            String name,
            String status,
            String problem,
            File document,
            Card license,
            ReadPages reading,
            List<Comparison.Result> comparison) {}

    record File(UUID id, String name, String type) {}

    record Card(
            String identifier,
            String typeName,
            String issuer,
            LocalDate issuedOn,
            LocalDate validTo,
            List<Face> fields) {}

    record Face(String label, String value) {}

    /** @param stated what the applicant says stands there, by field, where they corrected the reading */
    record ReadPages(List<PageImage> pages, List<Reading.Field> fields, Map<String, String> stated) {}

    record PageImage(int number, int width, int height, String imageUrl) {}
}
