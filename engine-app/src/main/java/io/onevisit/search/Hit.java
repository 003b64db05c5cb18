package io.onevisit.search;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing found.
 *
 * @param highlight the name, or the words that were met, as HTML: what was met stands in {@code em}, everything else is escaped
 * @param score how well it fits, from 0 to about 2; none in the plain list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Hit(Kind type, String key, String name, String highlight, Double score) {}
