package io.onevisit.cockpit;

import java.util.Collection;

/** How many shine in which light. */
record LightCounts(long none, long blue, long yellow, long red) {

    static final LightCounts NOTHING = new LightCounts(0, 0, 0, 0);

    /** @param every how many each of the lights stands for */
    static LightCounts of(Collection<String> lights, long every) {
        return new LightCounts(
                every * count(lights, NumberLights.NONE),
                every * count(lights, "BLUE"),
                every * count(lights, "YELLOW"),
                every * count(lights, "RED"));
    }

    LightCounts and(LightCounts other) {
        return new LightCounts(none + other.none, blue + other.blue, yellow + other.yellow, red + other.red);
    }

    long all() {
        return none + blue + yellow + red;
    }

    private static long count(Collection<String> lights, String light) {
        return lights.stream().filter(light::equals).count();
    }
}
