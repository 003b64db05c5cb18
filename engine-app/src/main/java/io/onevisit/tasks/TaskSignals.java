package io.onevisit.tasks;

import io.onevisit.edge.OpenLines;
import io.onevisit.engine.Signals;
import io.onevisit.identity.Account;
import io.onevisit.reach.Reach;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells the open lists of officers that something in them may have changed. */
@Component
class TaskSignals implements SmartLifecycle {

    private static final String CHANGED = "tasks ";
    private static final int LISTS_EACH = 6;

    private final Signals signals;
    private final OpenLines<Account> lines = new OpenLines<>();
    private volatile boolean running;

    TaskSignals(Signals signals) {
        this.signals = signals;
        signals.listen(this::hear);
    }

    /** The tasks of a group in a division changed. */
    void changed(String group, String region) {
        signals.say(CHANGED + group + " " + region);
    }

    SseEmitter follow(Account officer) {
        return lines.open(officer, other -> other.username().equals(officer.username()), LISTS_EACH);
    }

    private void hear(String word) {
        if (!word.startsWith(CHANGED)) {
            return;
        }
        var about = word.substring(CHANGED.length()).split(" ", 2);
        lines.changed(officer ->
                officer.groups().contains(about[0]) && Reach.of(officer).holds(about[1]));
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
