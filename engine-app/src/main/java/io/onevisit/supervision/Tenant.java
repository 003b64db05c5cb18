package io.onevisit.supervision;

/** Whose rules a place is supervised by: the city's for the city and its counties, the province's for the province itself. */
record Tenant(String region) {

    /** The same in SQL, of a column {@code c.region}. */
    static final String OF_CLOCK =
            "case when substr(c.region, 3, 4) = '0000' then left(c.region, 6) else left(c.region, 4) || '00' end";

    static Tenant of(String region) {
        return new Tenant(region.startsWith("0000", 2) ? region.substring(0, 6) : region.substring(0, 4) + "00");
    }

    /** As the engine knows it; {@code null} for the province's own edition. */
    String id() {
        return region.endsWith("0000") ? null : region;
    }
}
