package io.onevisit.deadlines;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import org.springframework.stereotype.Component;

/** The limits of kinds that no item states: 网上预受理 and 出证 (湖南省电子监察规则), in working days. */
@Component
public class StandardLimits {

    private final DeadlinesProperties limits;

    StandardLimits(DeadlinesProperties limits) {
        this.limits = limits;
    }

    /**
     * @param department whose time it is
     * @throws IllegalArgumentException for a kind whose limit depends on the item
     */
    public Clocks.Terms of(ClockKind kind, String region, String department) {
        var days = days(kind);
        if (days == null) throw new IllegalArgumentException(kind + " has no standard limit");
        return new Clocks.Terms(days, 0, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, region, department);
    }

    /** Working days, {@code null} for a kind whose limit depends on the item. */
    Integer days(ClockKind kind) {
        return switch (kind) {
            case ONLINE_PREACCEPTANCE -> limits.preacceptanceDays();
            case LICENSE_ISSUE -> limits.licenseIssueDays();
            default -> null;
        };
    }
}
