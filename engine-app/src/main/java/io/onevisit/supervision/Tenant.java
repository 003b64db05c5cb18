package io.onevisit.supervision;

import io.onevisit.catalogue.RegionCode;

/** Whose rules a place is supervised by: the city's for the city and its counties, the province's for the province itself. */
record Tenant(String region) {

    /** The same in SQL, of a column {@code c.region}. */
    static final String OF_CLOCK = "region_city(c.region)";

    static Tenant of(String region) {
        return new Tenant(RegionCode.of(region).city());
    }

    /** As the engine knows it; {@code null} for the province's own edition. */
    String id() {
        return RegionCode.of(region).isProvince() ? null : region;
    }
}
