package io.onevisit.materials;

import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import java.util.List;

/**
 * Something an application needs, asked for once however many items need it.
 *
 * @param required false where it may be handed in but nobody waits for it
 * @param kind what the reader of scans knows it as, {@code none} where it is not read
 * @param licenseTypes codes of the licenses that replace it
 * @param formats media types that are taken
 * @param items variables of the items that need it
 * @param caseNos the cases of these items
 */
public record NeededMaterial(
        String key,
        String name,
        boolean required,
        String kind,
        List<String> licenseTypes,
        List<String> formats,
        Holder holder,
        List<String> items,
        List<String> caseNos) {

    /** @param role whose paper it is: {@code mother}, {@code father} or {@code applicant} */
    public record Holder(
            String role,
            @Personal(value = Mask.NAME, purpose = "核验材料", shown = Personal.Shown.AT_WORK) String name,
            @Personal(value = Mask.ID_NO, purpose = "核验材料", shown = Personal.Shown.AT_WORK) String idNo) {}
}
