package io.onevisit.search;

import io.onevisit.catalogue.RegionCode;
import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for.
 *
 * @param q their words
 * @param region where they want it done
 * @param type only bundles or only items; empty for both
 */
record Query(String q, String region, Optional<Kind> type, int size) {

    /** The divisions whose wording may count there. */
    List<String> lineage() {
        return RegionCode.of(region).lineage();
    }
}
