package io.onevisit.audit;

import java.util.Optional;

/** Knows who is signed in; {@code identity} answers, so that it may note what it does itself. */
public interface Actors {

    Optional<Actor> current();
}
