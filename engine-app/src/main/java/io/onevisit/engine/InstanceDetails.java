package io.onevisit.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One process instance whole: what it did, what it knows and what it waits for, in the words of its model. */
public interface InstanceDetails {

    /** An instance that runs or whose history lasts. */
    Optional<Detail> find(String id);

    /**
     * @param above the instances that called it, the first one first
     * @param called those it called
     * @param endedAt {@code null} while it runs
     * @param variables while it runs; the engine keeps none of those that ended
     * @param deleteReason why it was broken off, empty where it was not
     */
    record Detail(
            Link self,
            List<Link> above,
            List<Link> called,
            Editions.Edition edition,
            Instant startedAt,
            Instant endedAt,
            String deleteReason,
            List<Activity> activities,
            List<Variable> variables,
            List<Job> jobs,
            List<Work> work,
            List<Subscription> subscriptions) {}

    /** @param activity the element that called it, {@code null} where it was not called */
    record Link(String id, String number, String processName, String activity, boolean running) {}

    /**
     * @param parent id of the scope's own record; of the outermost ones the instance's id
     * @param called the instance it called, {@code null} for none
     */
    record Activity(
            String id,
            String parent,
            String element,
            String name,
            String kind,
            Instant startedAt,
            Instant endedAt,
            boolean canceled,
            String called) {}

    /** @param scope name of the element it belongs to, empty for the whole instance */
    record Variable(String name, String type, Object value, String scope) {}

    /** @param timer whether it waits for its day; else it goes on as soon as a thread is free */
    record Job(
            String id,
            String element,
            String name,
            boolean timer,
            Instant dueAt,
            int retries,
            boolean suspended,
            String message) {}

    /** @param lockedUntil {@code null} where no worker has it */
    record Work(
            String id,
            String element,
            String name,
            String topic,
            int retries,
            String worker,
            Instant lockedUntil,
            Instant since,
            String message) {}

    /** @param message as Java says it, e.g. {@code department-answered}; {@code name} is what the model calls the wait */
    record Subscription(String element, String name, String message, Instant since) {}
}
