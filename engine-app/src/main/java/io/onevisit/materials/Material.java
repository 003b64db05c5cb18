package io.onevisit.materials;

import java.util.List;
import java.util.UUID;

/**
 * A needed material as it stands: open, replaced by a license or by what the department itself knows, or handed in.
 *
 * @param documentId what was handed in, {@code null} where nothing was
 * @param licenseIdentifier the license that replaces it, {@code null} where none does
 * @param authorisationId the consent the license is used under
 * @param paperFor cases that are asked for the paper although a license replaced it: the consent was taken back before
 *     they were accepted
 * @param problem why what was handed in cannot be used, in words, {@code null} where it can
 */
public record Material(
        String applicationNo,
        String key,
        String name,
        boolean required,
        String kind,
        List<String> licenseTypes,
        List<String> formats,
        NeededMaterial.Holder holder,
        List<String> items,
        List<String> caseNos,
        Status status,
        UUID documentId,
        String licenseIdentifier,
        UUID authorisationId,
        String problem,
        List<String> paperFor) {

    /** How a need is met. */
    public enum Status {
        OPEN,
        EXEMPTED,
        UPLOADED
    }

    /** Required and not met, or met by something that cannot be used. */
    public boolean missing() {
        return required && (status == Status.OPEN || problem != null);
    }

    /** Whether nobody is asked for it: the department verifies its own data. */
    boolean spared() {
        return status == Status.EXEMPTED && licenseIdentifier == null;
    }

    public boolean serves(String caseNo) {
        return caseNos.contains(caseNo);
    }

    /** The material as it stands for one case. */
    Material forCase(String caseNo) {
        return status != Status.EXEMPTED || !paperFor.contains(caseNo)
                ? this
                : new Material(
                        applicationNo,
                        key,
                        name,
                        required,
                        kind,
                        licenseTypes,
                        formats,
                        holder,
                        items,
                        caseNos,
                        Status.OPEN,
                        null,
                        null,
                        null,
                        problem,
                        paperFor);
    }
}
