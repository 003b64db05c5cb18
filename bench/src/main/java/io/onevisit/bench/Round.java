package io.onevisit.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;

/**
 * One side handles so many cases. So many are under way at any time; two workers, two officers and one opener serve both
 * sides alike, the engine's own threads are as each side sets them.
 *
 * @param rate cases per second, opened to closed
 * @param lost tries lost to a competing thread, per case
 */
record Round(double rate, double jvm, double postgres, double commits, double walKb, double lost) {

    private static final int UNDER_WAY = 64;
    private static final int WORKERS = 2;
    private static final int OFFICERS = 2;
    private static final int PAGE = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String[] TOPICS = {"license-lookup", "notify-applicant", "license-issue"};

    /** The last activity of a granted case, in both models. */
    private static final String LAST = "notifyGranted";

    static Round of(Side side, Platform platform, int cases) throws InterruptedException {
        var run = new Run(side, cases);
        side.jobs().start();
        var before = Cost.now(platform);
        var began = System.nanoTime();
        run.go();
        var seconds = (System.nanoTime() - began) / 1e9;
        var cost = Cost.now(platform).since(before);
        side.jobs().shutdown();
        return new Round(
                cases / seconds,
                cost.jvmMillis() / cases,
                cost.postgresMillis() / cases,
                (double) cost.commits() / cases,
                cost.walBytes() / 1024.0 / cases,
                (double) run.lost.get() / cases);
    }

    private static final class Run {

        private final Side side;
        private final int cases;
        private final Semaphore places = new Semaphore(UNDER_WAY);
        private final AtomicInteger closed = new AtomicInteger();
        private final AtomicInteger lost = new AtomicInteger();
        private final AtomicReference<RuntimeException> last = new AtomicReference<>();
        private volatile boolean given;

        Run(Side side, int cases) {
            this.side = side;
            this.cases = cases;
        }

        void go() throws InterruptedException {
            var threads = new ArrayList<Thread>();
            threads.add(new Thread(this::open, "opener"));
            for (var i = 0; i < WORKERS; i++) {
                var name = "worker-" + i;
                threads.add(new Thread(() -> work(name), name));
            }
            for (var i = 0; i < OFFICERS; i++) {
                var place = i;
                threads.add(new Thread(() -> decide(place), "officer-" + i));
            }
            threads.forEach(Thread::start);
            var until = System.nanoTime() + PATIENCE.toNanos();
            for (var thread : threads) {
                thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            }
            given = true;
            if (closed.get() < cases) {
                throw new IllegalStateException(
                        "%s 在 %d 分钟内只办结 %d 件（共 %d 件）".formatted(side.name(), PATIENCE.toMinutes(), closed.get(), cases),
                        last.get());
            }
        }

        private boolean goesOn() {
            return !given && closed.get() < cases;
        }

        private void open() {
            for (var i = 0; i < cases && !given; i++) {
                places.acquireUninterruptibly();
                side.open();
            }
        }

        private void work(String name) {
            while (goesOn()) {
                rest(tried(() -> {
                    var query = side.externalTasks().fetchAndLock(10, name);
                    for (var topic : TOPICS) {
                        query = query.topic(topic, 60_000);
                    }
                    var tasks = query.execute();
                    tasks.forEach(task -> tried(() -> work(name, task)));
                    return tasks.size();
                }));
            }
        }

        private int work(String name, LockedExternalTask task) {
            try {
                side.externalTasks().complete(task.getId(), name, side.work(task));
            } catch (RuntimeException e) {
                side.externalTasks().unlock(task.getId()); // whoever comes next tries again
                throw e;
            }
            if (task.getActivityId().equals(LAST)) {
                closed.incrementAndGet();
                places.release();
            }
            return 1;
        }

        private void decide(int place) {
            var desk = side.desk();
            while (goesOn()) {
                rest(tried(() -> {
                    List<String> mine = desk.waiting(PAGE).stream()
                            .filter(task -> Math.floorMod(task.hashCode(), OFFICERS) == place)
                            .toList();
                    mine.forEach(task -> tried(() -> {
                        desk.grant(task);
                        return 1;
                    }));
                    return mine.size();
                }));
            }
        }

        /** Both sides lose some tries to their own threads. */
        private int tried(Attempt attempt) {
            try {
                return attempt.run();
            } catch (RuntimeException e) {
                lost.incrementAndGet();
                last.set(e);
                return 0;
            }
        }

        private static void rest(int done) {
            if (done == 0) {
                try {
                    Thread.sleep(25);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private interface Attempt {
        int run();
    }
}
