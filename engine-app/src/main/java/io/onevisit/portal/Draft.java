package io.onevisit.portal;

import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An application that is still being written.
 *
 * @param items variables of the chosen items
 * @param applicant the person at the window it is written for, {@code null} where the owner writes for themselves
 * @param mandate under which the owner writes for somebody else, {@code null} without one
 * @param legalPerson user name of the legal person it is written for, {@code null} for a natural person
 * @param actingFor the same in words, {@code null} where the owner writes for themselves
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
        Applicant applicant,
        UUID mandate,
        String legalPerson,
        For actingFor) {

    /**
     * Somebody present, as their identity card says.
     *
     * @param seen how the clerk made sure of it
     */
    record Applicant(
            @Personal(value = Mask.NAME, purpose = "填写申报", shown = Personal.Shown.AT_WORK) String name,
            @Personal(value = Mask.ID_NO, purpose = "填写申报", shown = Personal.Shown.AT_WORK) String idNo,
            @Personal(value = Mask.PHONE, purpose = "填写申报", shown = Personal.Shown.AT_WORK) String phone,
            IdentityCheck seen) {}

    /** For whom, by what right, until when; without a date for a legal representative. */
    record For(String name, String kind, LocalDate until) {}

    /** One uploaded file and the material it stands for. */
    public record HandedIn(String materialKey, UUID documentId, String name, long size, String type) {}
}
