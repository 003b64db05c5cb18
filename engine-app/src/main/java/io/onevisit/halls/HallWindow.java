package io.onevisit.halls;

import java.time.Instant;
import java.util.List;

/**
 * A window of a hall.
 *
 * @param services codes of what it serves
 * @param clerk who sits at it, {@code null} while it is closed
 * @param since when it was opened, paused or closed
 */
record HallWindow(
        String hall, int no, String name, List<String> services, WindowState state, String clerk, Instant since) {

    /** 3 号窗口（综合受理） */
    String called() {
        return "%d 号窗口（%s）".formatted(no, name);
    }
}
