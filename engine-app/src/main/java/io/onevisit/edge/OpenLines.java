package io.onevisit.edge;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Lines on which open pages are told that something may have changed; what it is they ask themselves.
 *
 * @param <W> who listens at the other end of a line, or to what
 */
public final class OpenLines<W> {

    /** The browser asks again by itself after a minute: whoever has been signed out meanwhile is told nothing more. */
    private static final long MINUTE = 60_000;

    private final Map<SseEmitter, W> open = new ConcurrentHashMap<>();

    /** A new line; of those that are like it only so many stay. */
    public SseEmitter open(W who, Predicate<W> alike, int most) {
        var emitter = new SseEmitter(MINUTE);
        emitter.onCompletion(() -> open.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> open.remove(emitter));
        open.entrySet().stream()
                .filter(entry -> alike.test(entry.getValue()))
                .skip(most - 1L)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(SseEmitter::complete);
        open.put(emitter, who);
        send(emitter, "ready");
        return emitter;
    }

    public void changed(Predicate<W> whom) {
        open.entrySet().stream()
                .filter(entry -> whom.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(emitter -> send(emitter, "changed"));
    }

    public void end() {
        open.keySet().forEach(SseEmitter::complete);
    }

    private void send(SseEmitter emitter, String event) {
        try {
            emitter.send(SseEmitter.event().name(event).reconnectTime(1_000).data(""));
        } catch (IOException | IllegalStateException gone) {
            open.remove(emitter);
        }
    }
}
