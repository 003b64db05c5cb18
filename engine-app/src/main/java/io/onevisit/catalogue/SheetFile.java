package io.onevisit.catalogue;

import java.util.List;
import java.util.Set;

/**
 * What a file that was brought says.
 *
 * @param elements the elements it has columns for; what it has no column for stays as it is in the catalogue
 * @param strays rows that belong to no item of the file
 */
record SheetFile(List<SheetRow> items, Set<String> elements, List<SheetRow> strays) {}
