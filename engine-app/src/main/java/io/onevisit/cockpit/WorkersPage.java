package io.onevisit.cockpit;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.engine.Backlog;
import io.onevisit.engine.Editions;
import io.onevisit.handoff.Handoffs;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import io.onevisit.studio.ElementTemplates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether work outside the platform goes on: what waits for workers and departments, since when, and who was seen last. */
@Component
class WorkersPage {

    private static final int OPEN = 200;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Backlog backlog;
    private final Editions editions;
    private final ElementTemplates templates;
    private final Handoffs handoffs;
    private final Catalogue catalogue;
    private final Clock time;

    WorkersPage(
            Backlog backlog,
            Editions editions,
            ElementTemplates templates,
            Handoffs handoffs,
            Catalogue catalogue,
            Clock time) {
        this.backlog = backlog;
        this.editions = editions;
        this.templates = templates;
        this.handoffs = handoffs;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** Every topic there is work for, whether or not anything waits. */
    Page of(Reach reach) {
        var numbers = reach.numbers();
        var names = templates.topics();
        var open =
                backlog.topics(numbers).stream().collect(Collectors.toMap(Backlog.Topic::topic, Function.identity()));
        var done = backlog.done(numbers, time.instant().minus(HOUR));
        var seen = backlog.workers().stream().collect(Collectors.groupingBy(Backlog.Sighting::topic));
        var topics = new TreeSet<>(names.keySet());
        topics.addAll(open.keySet());
        return new Page(
                topics.stream()
                        .map(topic -> {
                            var now = open.getOrDefault(topic, new Backlog.Topic(topic, 0, 0, 0, null));
                            return new TopicRow(
                                    topic,
                                    names.getOrDefault(topic, topic),
                                    now.waiting(),
                                    now.locked(),
                                    now.failed(),
                                    now.oldest(),
                                    done.getOrDefault(topic, 0L),
                                    seen.getOrDefault(topic, List.of()));
                        })
                        .toList(),
                departments(reach));
    }

    private List<DepartmentRow> departments(Reach reach) {
        var names = catalogue.departmentNames();
        return handoffs.interfaces(reach).stream()
                .map(found -> new DepartmentRow(names.getOrDefault(found.department(), found.department()), found))
                .toList();
    }

    TopicPage topic(Reach reach, String topic) {
        var names = templates.topics();
        var numbers = reach.numbers();
        var open = backlog.open(topic, numbers, OPEN);
        if (open.isEmpty() && !names.containsKey(topic)) {
            throw Problem.notFound("topic-unknown", "没有这个作业主题，请从“作业与接口”进入。");
        }
        return new TopicPage(
                names.getOrDefault(topic, topic), open.stream().map(this::row).toList(), open.size() == OPEN);
    }

    private OpenRow row(Backlog.Open open) {
        var element = editions.elements(open.edition()).get(open.element());
        return new OpenRow(
                open.instance(),
                open.number(),
                element == null ? open.element() : element.name(),
                open.state(),
                open.retries(),
                open.worker(),
                open.lockedUntil(),
                open.since());
    }

    record Page(List<TopicRow> topics, List<DepartmentRow> departments) {}

    /** @param doneInHour how many were done in the last hour @param oldest since when the longest wait lasts */
    record TopicRow(
            String topic,
            String name,
            long waiting,
            long locked,
            long failed,
            Instant oldest,
            long doneInHour,
            List<Backlog.Sighting> workers) {}

    record DepartmentRow(String name, Handoffs.Interface exchange) {}

    /** @param more whether only the oldest are listed */
    record TopicPage(String name, List<OpenRow> items, boolean more) {}

    record OpenRow(
            String instance,
            String number,
            String element,
            String state,
            int retries,
            String worker,
            Instant lockedUntil,
            Instant since) {}
}
