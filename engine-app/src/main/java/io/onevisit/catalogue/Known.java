package io.onevisit.catalogue;

import java.util.Map;
import java.util.Set;

/**
 * What is in the catalogue besides the items that are being checked.
 *
 * @param owners region that a code belongs to
 * @param handleCodes the item that a 业务办理项编码 belongs to
 */
record Known(
        Set<String> departments,
        Set<String> licenseTypes,
        Map<String, String> owners,
        Map<String, String> handleCodes) {}
