package io.onevisit.engine;

/** Which edition of a shared model serves a city: its own if it has one, else the province's. */
public interface Tenants {

    /** The tenant to call {@code modelKey} under, {@code null} for the province's edition. */
    String of(String tenant, String modelKey);
}
