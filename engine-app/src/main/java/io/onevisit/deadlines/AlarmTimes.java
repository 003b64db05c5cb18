package io.onevisit.deadlines;

import java.time.Instant;

/** The instants the engine's timers wait for: a light without an instant is parked where no timer fires. */
final class AlarmTimes {

    static final Instant PARKED = Instant.parse("2999-12-31T00:00:00Z");

    static ClockRow.Instants of(ClockRow.Instants instants) {
        return new ClockRow.Instants(
                parked(instants.blueAt()),
                parked(instants.yellowAt()),
                parked(instants.redAt()),
                parked(instants.dueAt()));
    }

    /** @param light the light an alarm belongs to, as the engine names it */
    static Instant of(ClockRow.Instants instants, String light) {
        return switch (light) {
            case "blue" -> instants.blueAt();
            case "yellow" -> instants.yellowAt();
            case "red" -> instants.redAt();
            default -> throw new IllegalArgumentException("no such light: " + light);
        };
    }

    private static Instant parked(Instant instant) {
        return instant == null ? PARKED : instant;
    }

    private AlarmTimes() {}
}
