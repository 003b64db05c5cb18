package io.onevisit.deadlines;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The instants the engine's timers wait for: a light without an instant is parked where no timer fires. */
final class AlarmTimes {

    private static final List<String> LIGHTS = List.of("blue", "yellow", "red");

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

    /** When a timer of a clock's number should fire; {@code null} where the timer belongs to another clock. */
    static Instant of(Clocks.Key key, ClockRow.Instants parked, String element) {
        if (key.kind() == ClockKind.CASE)
            return LIGHTS.stream()
                    .filter(light -> element.toLowerCase(Locale.ROOT).startsWith(light))
                    .findFirst()
                    .map(light -> of(parked, light))
                    .orElse(null);
        return key.awaited() && element.equals(key.kind().timer()) ? parked.dueAt() : null;
    }

    private static Instant parked(Instant instant) {
        return instant == null ? PARKED : instant;
    }

    private AlarmTimes() {}
}
