/** Finds bundles and items by words: the index fed from the catalogue, the queries, and the node that answers them. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.search;
