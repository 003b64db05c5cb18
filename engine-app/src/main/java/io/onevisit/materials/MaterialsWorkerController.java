package io.onevisit.materials;

import io.onevisit.materials.Expectations.Fact;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Workers ask what an application needs and tell how what was handed in compares. */
@RestController
@RequestMapping("/worker-api/applications/{applicationNo}")
class MaterialsWorkerController {

    private final Materials materials;
    private final Documents documents;
    private final Evidence evidence;
    private final Expectations expectations;

    MaterialsWorkerController(Materials materials, Documents documents, Evidence evidence, Expectations expectations) {
        this.materials = materials;
        this.documents = documents;
        this.evidence = evidence;
        this.expectations = expectations;
    }

    @GetMapping("/materials")
    List<Row> materials(@PathVariable String applicationNo, @RequestParam(defaultValue = "") String caseNo) {
        var wanted = caseNo.isEmpty() ? materials.of(applicationNo) : materials.of(applicationNo, caseNo);
        return wanted.stream().map(this::row).toList();
    }

    @GetMapping("/facts")
    List<Fact> facts(@PathVariable String applicationNo) {
        return expectations.facts(applicationNo);
    }

    @PutMapping("/comparisons")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void compare(@PathVariable String applicationNo, @RequestBody Comparisons comparisons) {
        comparisons.materials().forEach(comparison -> evidence.compare(applicationNo, comparison));
    }

    private Row row(Material material) {
        var document = material.documentId() == null ? null : documents.document(material.documentId());
        return new Row(
                material.key(),
                material.name(),
                material.required(),
                material.kind(),
                material.licenseTypes(),
                material.holder(),
                material.status(),
                material.documentId(),
                document == null ? null : document.type(),
                document != null && evidence.reading(document.id()).isPresent());
    }

    record Comparisons(List<Comparison> materials) {}

    record Row(
            String key,
            String name,
            boolean required,
            String kind,
            List<String> licenseTypes,
            NeededMaterial.Holder holder,
            Material.Status status,
            UUID documentId,
            String documentType,
            boolean readingDone) {}
}
