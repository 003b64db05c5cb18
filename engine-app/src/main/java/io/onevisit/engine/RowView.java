package io.onevisit.engine;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which rows the current thread sees: all, as the platform that works for everybody, or those that a person's reach leaves.
 * The second is kept by the database itself: under a view, connections belong to a role that row security confines.
 */
public final class RowView {

    private static final ThreadLocal<Map<String, String>> PRESENT = new ThreadLocal<>();

    private RowView() {}

    /**
     * Does something and sees a person's rows only.
     *
     * @param settings what the policies of the tables ask for, see the migration that makes them
     */
    public static <T> T of(Map<String, String> settings, Work<T> work) throws Throwable {
        var before = enter(Map.copyOf(settings));
        try {
            return work.run();
        } finally {
            set(before);
        }
    }

    /** Does something as the platform, which sees every row, whoever asks for it. */
    public static <T> T whole(Supplier<T> work) {
        var before = enter(null);
        try {
            return work.get();
        } finally {
            set(before);
        }
    }

    /** The settings of the person whose rows are seen, nothing where the platform works. */
    public static Optional<Map<String, String>> present() {
        return Optional.ofNullable(PRESENT.get());
    }

    private static Map<String, String> enter(Map<String, String> view) {
        var before = PRESENT.get();
        if (!Objects.equals(view, before)) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                // Its connection is taken already, and would go on showing what it showed.
                throw new IllegalStateException("What is seen can't change in the middle of a transaction");
            }
            set(view);
        }
        return before;
    }

    private static void set(Map<String, String> view) {
        if (view == null) {
            PRESENT.remove();
        } else {
            PRESENT.set(view);
        }
    }

    @FunctionalInterface
    public interface Work<T> {
        T run() throws Throwable;
    }
}
