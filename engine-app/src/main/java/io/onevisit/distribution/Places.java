package io.onevisit.distribution;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Regions;
import io.onevisit.identity.Accounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a case is and was, in words for officers and supervisors. */
@Component
public class Places {

    private final Distributions distributions;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Accounts accounts;

    Places(Distributions distributions, Catalogue catalogue, Regions regions, Accounts accounts) {
        this.distributions = distributions;
        this.catalogue = catalogue;
        this.regions = regions;
        this.accounts = accounts;
    }

    /** Where the case is now; empty where it was never given to people. */
    public Optional<Place> of(String caseNo) {
        return distributions.current(caseNo).map(this::described);
    }

    /** Everywhere the case was, the newest first. */
    public List<Place> history(String caseNo) {
        var places = new java.util.ArrayList<>(
                distributions.of(caseNo).stream().map(this::described).toList());
        java.util.Collections.reverse(places);
        return places;
    }

    private Place described(Distribution row) {
        return new Place(
                row.number(),
                row.region(),
                unit(row.department(), row.region()),
                row.officer(),
                row.officer() == null ? null : accounts.nameOf(row.officer()),
                row.reason(),
                row.mode(),
                row.rule(),
                row.decisionVersion(),
                row.who(),
                row.at());
    }

    String unit(String department, String region) {
        return regions.find(region).map(r -> r.name()).orElse(region) + catalogue.departmentName(department);
    }

    /**
     * One place.
     *
     * @param unit name of the unit, division and department
     * @param officer user name, {@code null} where anyone of the unit may take its tasks
     * @param mode {@code BY_RULE} or {@code BY_HAND}
     */
    public record Place(
            int number,
            String region,
            String unit,
            String officer,
            String officerName,
            String reason,
            String mode,
            String rule,
            Integer decisionVersion,
            String who,
            Instant at) {}
}
