package io.onevisit.materials;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.materials.Supplement.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the platform itself knows to be wanting: nothing handed in, not readable, not in agreement. */
@Component
class Wanting {

    private final Cases cases;
    private final Materials materials;
    private final MaterialChanges changes;
    private final Evidence evidence;

    Wanting(Cases cases, Materials materials, MaterialChanges changes, Evidence evidence) {
        this.cases = cases;
        this.materials = materials;
        this.changes = changes;
        this.evidence = evidence;
    }

    List<Item> of(String businessKey) {
        var applicationNo = applicationOf(businessKey);
        if (!isApplication(businessKey)) {
            return missing(materials.of(applicationNo, businessKey));
        }
        var wanting = new ArrayList<>(missing(materials.of(applicationNo)));
        wanting.addAll(disagreeing(applicationNo));
        return wanting;
    }

    /** Makes room for a material that is wanted and that the application or the case did not need before. */
    void demand(String businessKey, Item item) {
        var applicationNo = applicationOf(businessKey);
        var files = isApplication(businessKey)
                ? cases.ofApplication(applicationNo)
                : cases.find(businessKey).stream().toList();
        var caseNos = files.stream().map(CaseFile::caseNo).toList();
        var known = materials.find(applicationNo, item.materialKey());
        if (known.isPresent()) {
            changes.serve(applicationNo, item.materialKey(), isApplication(businessKey) ? List.of() : caseNos);
            known.filter(Material::spared).ifPresent(changes::reopen); // the department's data did not tell
            return;
        }
        var applicant = files.get(0);
        materials.open(
                applicationNo,
                List.of(new NeededMaterial(
                        item.materialKey(),
                        item.name(),
                        true,
                        "none",
                        List.of(),
                        DocumentType.mediaTypes(),
                        new NeededMaterial.Holder("applicant", applicant.applicantName(), applicant.applicantId()),
                        files.stream().map(CaseFile::itemVariable).toList(),
                        caseNos)));
    }

    String applicationOf(String businessKey) {
        return isApplication(businessKey)
                ? businessKey
                : cases.find(businessKey).orElseThrow().applicationNo();
    }

    boolean allEnded(String applicationNo) {
        return cases.ofApplication(applicationNo).stream()
                .allMatch(file -> file.state().isEnd());
    }

    private static List<Item> missing(List<Material> materials) {
        return materials.stream()
                .filter(Material::missing)
                .map(material -> new Item(
                        material.key(), material.name(), material.problem() == null ? "尚未提交" : material.problem()))
                .toList();
    }

    /** Only while the application's materials are examined: later the window clerk has accepted what differs. */
    private List<Item> disagreeing(String applicationNo) {
        return evidence.comparisons(applicationNo).stream()
                .flatMap(comparison -> {
                    var fields = comparison.results().stream()
                            .filter(result -> !result.agrees())
                            .map(Comparison.Result::label)
                            .collect(Collectors.joining("、"));
                    return fields.isEmpty()
                            ? Stream.empty()
                            : materials.find(applicationNo, comparison.materialKey()).stream()
                                    .map(material -> new Item(
                                            material.key(),
                                            material.name(),
                                            "“" + fields + "”与申报信息或电子证照不一致，或未能识别，请核对后重新上传"));
                })
                .toList();
    }

    private static boolean isApplication(String businessKey) {
        return businessKey.startsWith("A");
    }
}
