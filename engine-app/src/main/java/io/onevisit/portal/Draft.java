package io.onevisit.portal;

import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An application that is still being written.
 *
 * @param items variables of the chosen items
 * @param applicant the person at the window it is written for, {@code null} where the owner writes for themselves
 * @param revision grows with each save, so that two devices never overwrite each other unseen
 */
public record Draft(
        UUID id,
        String owner,
        String bundle,
        String bundleName,
        String region,
        Map<String, Object> answers,
        List<String> items,
        List<HandedIn> documents,
        Instant savedAt,
        int revision,
        Applicant applicant) {

    /** Somebody present, as their identity card says. */
    record Applicant(
            @Personal(value = Mask.NAME, purpose = "填写申报", shown = Personal.Shown.AT_WORK) String name,
            @Personal(value = Mask.ID_NO, purpose = "填写申报", shown = Personal.Shown.AT_WORK) String idNo,
            @Personal(value = Mask.PHONE, purpose = "填写申报", shown = Personal.Shown.AT_WORK) String phone) {}

    /** One uploaded file and the material it stands for. */
    public record HandedIn(String materialKey, UUID documentId, String name, long size, String type) {}
}
