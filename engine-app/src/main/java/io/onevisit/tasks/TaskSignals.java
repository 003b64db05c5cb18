package io.onevisit.tasks;

import io.onevisit.engine.Signals;
import io.onevisit.identity.Account;
import io.onevisit.reach.Reach;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells the open lists of officers that something in them may have changed; what it is they ask themselves. */
@Component
class TaskSignals implements SmartLifecycle {

    /** The browser asks again by itself after a minute: whoever has been signed out meanwhile is told nothing more. */
    private static final long MINUTE = 60_000;

    private static final String CHANGED = "tasks ";
    private static final int LISTS_EACH = 6;

    private final Signals signals;
    private final Map<SseEmitter, Account> open = new ConcurrentHashMap<>();
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
        var emitter = new SseEmitter(MINUTE);
        emitter.onCompletion(() -> open.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> open.remove(emitter));
        open.entrySet().stream()
                .filter(entry -> entry.getValue().username().equals(officer.username()))
                .skip(LISTS_EACH - 1L)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(SseEmitter::complete);
        open.put(emitter, officer);
        send(Set.of(emitter), "ready");
        return emitter;
    }

    private void hear(String word) {
        if (!word.startsWith(CHANGED)) {
            return;
        }
        var about = word.substring(CHANGED.length()).split(" ", 2);
        send(
                open.entrySet().stream()
                        .filter(entry -> entry.getValue().groups().contains(about[0])
                                && Reach.of(entry.getValue()).holds(about[1]))
                        .map(Map.Entry::getKey)
                        .toList(),
                "changed");
    }

    private void send(Collection<SseEmitter> to, String event) {
        for (var emitter : to) {
            try {
                emitter.send(SseEmitter.event().name(event).reconnectTime(1_000).data(""));
            } catch (IOException | IllegalStateException gone) {
                open.remove(emitter);
            }
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
        open.keySet().forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
