package io.onevisit.catalogue;

import java.util.List;

/**
 * What these items say, or whether they serve, has changed somewhere; published in the transaction that changes it.
 *
 * @param codes codes of the items, whichever region changed
 */
public record ItemsChanged(List<String> codes) {}
