package io.onevisit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The simulated departments' back office: takes a message once, answers in its own time, repeats until it is heard. */
class DepartmentOffice implements AutoCloseable {

    private static final long FIRST_PAUSE = 1_000;
    private static final long LONGEST_PAUSE = 10_000;
    private static final Map<String, String> NAMES =
            Map.of("health", "卫生健康", "police", "公安", "insurance", "医疗保障", "human-resources", "人力资源社会保障", "tax", "税务");

    private final SimulatedCases cases;
    private final Behaviour behaviour;
    private final CallbackSender sender;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor clerks = new ScheduledThreadPoolExecutor(4);

    DepartmentOffice(SimulatedCases cases, Behaviour behaviour, CallbackSender sender) {
        this.cases = cases;
        this.behaviour = behaviour;
        this.sender = sender;
        clerks.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        clerks.setRejectedExecutionHandler((work, closed) -> {}); // it is on file and told when the office opens again
    }

    /** Goes on with what was left when the office closed. */
    void open() {
        cases.all().forEach(file -> next(file.department(), file.caseNo(), FIRST_PAUSE));
    }

    /** The receipt, the same for the same key; nothing where the key was used for another message. */
    Optional<SimulatedCase.Receipt> take(String department, String key, JsonNode message, String raw) {
        var caseNo = message.path("caseNo").asText();
        synchronized (lock(department, caseNo)) {
            var file = cases.find(department, caseNo).orElseGet(() -> SimulatedCase.opened(department, message));
            var hash = hash(raw);
            var known = file.receipts().get(key);
            if (known != null) {
                return known.hash().equals(hash) ? Optional.of(known) : Optional.empty();
            }
            var receipt = new SimulatedCase.Receipt(
                    "%s-%s".formatted(department, hash(key).substring(0, 12).toUpperCase()),
                    hash,
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            file.receipts().put(key, receipt);
            if (message.path("kind").asText().equals("ENDED")) {
                file.ended();
            }
            if (!file.hasEnded()) {
                behaviour.plan(file, message, System.currentTimeMillis());
            }
            cases.save(file);
            say(file, "收到 " + key);
            next(department, caseNo, FIRST_PAUSE);
            return Optional.of(receipt);
        }
    }

    Optional<SimulatedCase.Receipt> receipt(String department, String key) {
        var caseNo = key.split(":")[0];
        return cases.find(department, caseNo).map(file -> file.receipts().get(key));
    }

    /** Puts the case's next answer on the list; a case that is on it twice tells nothing twice. */
    private void next(String department, String caseNo, long pause) {
        cases.find(department, caseNo).flatMap(DepartmentOffice::waiting).ifPresent(answer -> {
            var wait = Math.max(0, answer.due() - System.currentTimeMillis());
            clerks.schedule(() -> tell(department, caseNo, pause), wait, TimeUnit.MILLISECONDS);
        });
    }

    private void tell(String department, String caseNo, long pause) {
        synchronized (lock(department, caseNo)) {
            var file = cases.find(department, caseNo).orElseThrow();
            var answer = waiting(file);
            if (answer.isEmpty() || answer.get().due() > System.currentTimeMillis()) {
                return;
            }
            var told = sender.tell(file, answer.get());
            if (told.accepted()) {
                file.mark(answer.get(), "TOLD");
                cases.save(file);
                say(file, answer.get().kind() + " → " + told.body());
            } else if (told.neverWill()) {
                file.answers().stream()
                        .filter(each -> each.state().equals("WAITING"))
                        .toList()
                        .forEach(each -> file.mark(each, "GIVEN_UP"));
                cases.save(file);
                say(file, answer.get().kind() + " 被拒收，不再回传：" + told.status() + " " + told.body());
                return;
            } else {
                var longer = Math.min(LONGEST_PAUSE, pause * 2);
                clerks.schedule(() -> tell(department, caseNo, longer), pause, TimeUnit.MILLISECONDS);
                return;
            }
        }
        next(department, caseNo, FIRST_PAUSE);
    }

    private static Optional<SimulatedCase.Answer> waiting(SimulatedCase file) {
        return file.answers().stream()
                .filter(answer -> answer.state().equals("WAITING"))
                .findFirst();
    }

    private Object lock(String department, String caseNo) {
        return locks.computeIfAbsent(department + caseNo, key -> new Object());
    }

    private static void say(SimulatedCase file, String what) {
        var who = NAMES.getOrDefault(file.department(), file.department());
        Screen.say(who, "%s %s %s".formatted(file.caseNo(), file.item(), what));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        clerks.shutdown();
        try {
            clerks.awaitTermination(12, TimeUnit.SECONDS); // what is being told is written down as told
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
