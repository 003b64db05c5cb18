package io.onevisit.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * One service item as a region offers it, in one edition; a case keeps the edition it started with.
 *
 * @param promised promised limit in {@code unit}s, the shortest that any level above or in the region has promised
 * @param statutory statutory limit in {@code unit}s, never shorter than the promised one
 * @param resultLicense code of the license type that a grant produces
 * @param specialProcedures the special procedures that may stop the clock
 */
public record ServiceItem(
        String code,
        String region,
        int edition,
        String name,
        String department,
        String departmentName,
        String itemType,
        int promised,
        int statutory,
        LimitUnit unit,
        CountingRule countingRule,
        Handling handling,
        Optional<String> resultLicense,
        List<SpecialProcedure> specialProcedures,
        ItemRules rules) {

    public HandlingMode mode() {
        return handling.mode();
    }

    /** The same item, handled as the bundle decided. */
    public ServiceItem handled(Handling decided) {
        return new ServiceItem(
                code,
                region,
                edition,
                name,
                department,
                departmentName,
                itemType,
                promised,
                statutory,
                unit,
                countingRule,
                decided,
                resultLicense,
                specialProcedures,
                rules);
    }

    /** The special procedure of this name, if the item has it. */
    public Optional<SpecialProcedure> specialProcedure(String name) {
        return specialProcedures.stream()
                .filter(procedure -> procedure.name().equals(name))
                .findFirst();
    }
}
