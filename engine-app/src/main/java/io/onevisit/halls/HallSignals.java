package io.onevisit.halls;

import io.onevisit.edge.OpenLines;
import io.onevisit.engine.Signals;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells everybody who looks at the queue of a hall, officers, displays and waiting people, that it moved. */
@Component
class HallSignals implements SmartLifecycle {

    private static final String CHANGED = "hall ";

    /** Whoever finds no line open asks from time to time instead. */
    private static final int LINES_EACH = 500;

    private final Signals signals;
    private final OpenLines<String> lines = new OpenLines<>();
    private volatile boolean running;

    HallSignals(Signals signals) {
        this.signals = signals;
        signals.listen(this::hear);
    }

    void changed(String hall) {
        signals.say(CHANGED + hall);
    }

    SseEmitter follow(String hall) {
        return lines.open(hall, hall::equals, LINES_EACH);
    }

    private void hear(String word) {
        if (word.startsWith(CHANGED)) {
            lines.changed(word.substring(CHANGED.length())::equals);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server, which would wait for them. */
    @Override
    public void stop() {
        running = false;
        lines.end();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
