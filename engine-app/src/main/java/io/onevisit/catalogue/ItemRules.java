package io.onevisit.catalogue;

import java.util.List;

/**
 * What an item asks of the way it is handled, as far as software acts on it.
 *
 * @param projectType {@code 1} on the spot (即办件), {@code 2} within a promised limit (承诺件), {@code 9} other
 * @param audience whom it serves: {@code 1} natural persons, {@code 2} enterprises, {@code 3}–{@code 6} other organisations
 * @param form key of its form when it is applied for alone, {@code null} where it cannot be
 * @param legalBasis the law it rests on, empty where it is not in the catalogue
 * @param substantive whether at least two officers check it (行政许可法 art. 34)
 * @param commitment whether it is granted on a written promise (告知承诺)
 * @param commitmentCheckDays days within which the promise is checked, {@code null} without one
 * @param deferrableMaterials names or keys of the materials that may come later (容缺)
 * @param realNameLevel the least real-name level of an applicant, 1 to 5
 * @param visits visits to a counter that it takes
 * @param handleArea how far it may be applied for elsewhere: {@code 0} nowhere, {@code 1} nation, {@code 2} across provinces,
 *     {@code 3} across cities, {@code 4} across counties
 * @param presence whether the applicant has to apply in person, so that no agent may (行政许可法 art. 29)
 */
public record ItemRules(
        String projectType,
        List<String> audience,
        String form,
        String legalBasis,
        boolean substantive,
        boolean commitment,
        Integer commitmentCheckDays,
        List<String> deferrableMaterials,
        int realNameLevel,
        int visits,
        boolean fee,
        String handleArea,
        boolean presence) {

    /** An item without anything particular: a promised limit, natural persons, one officer. */
    public static final ItemRules PLAIN =
            new ItemRules("2", List.of("1"), null, "", false, false, null, List.of(), 3, 0, false, "0", false);

    public boolean serves(String kindOfApplicant) {
        return audience.contains(kindOfApplicant);
    }
}
