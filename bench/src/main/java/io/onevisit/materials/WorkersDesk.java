package io.onevisit.materials;

import org.springframework.context.ApplicationContext;

/** What the workers ask of the server, by the same calls the workers' addresses make. */
public final class WorkersDesk {

    private final MaterialsWorkerController materials;
    private final LicensesWorkerController licenses;

    public WorkersDesk(ApplicationContext platform) {
        materials = platform.getBean(MaterialsWorkerController.class);
        licenses = platform.getBean(LicensesWorkerController.class);
    }

    /** Looks for a license in the place of each open material; returns how many required ones are still missing. */
    public int missing(String applicationNo, String caseNo) {
        var missing = 0;
        for (var material : materials.materials(applicationNo, caseNo)) {
            if (material.status() == Material.Status.OPEN && !found(applicationNo, caseNo, material)) {
                missing += material.required() ? 1 : 0;
            }
        }
        return missing;
    }

    private boolean found(String applicationNo, String caseNo, MaterialsWorkerController.Row material) {
        var purpose = "核验申报材料“%s”".formatted(material.name());
        return !material.licenseTypes().isEmpty()
                && licenses.lookUp(new LicensesWorkerController.Wanted(applicationNo, caseNo, material.key(), purpose))
                        .found();
    }

    public void issue(String caseNo) {
        licenses.issue(caseNo);
    }
}
