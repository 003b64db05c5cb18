package io.onevisit.cockpit;

import io.onevisit.engine.Editions;
import io.onevisit.engine.Editions.Edition;
import io.onevisit.engine.Editions.Element;
import io.onevisit.engine.Traffic;
import io.onevisit.engine.Traffic.Duration;
import io.onevisit.engine.Traffic.Token;
import io.onevisit.engine.Traffic.Wait;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** One process with its editions; of an edition what waits at each element, in which light, and how long it took lately. */
@Component
class ProcessPage {

    /** The tokens of so many instances are looked at; of more, those of an even share. */
    private static final int LOOKED_AT = 20_000;

    private static final int LARGEST_PAGE = 50;
    private static final int LONGEST = 366;

    private final Editions editions;
    private final Traffic traffic;
    private final NumberLights lights;
    private final LinkFigures links;
    private final Clock time;

    ProcessPage(Editions editions, Traffic traffic, NumberLights lights, LinkFigures links, Clock time) {
        this.editions = editions;
        this.traffic = traffic;
        this.lights = lights;
        this.links = links;
        this.time = time;
    }

    /** The editions of a process, the newest first. */
    List<EditionRow> editions(Reach reach, String key, String city) {
        var numbers = reach.numbers();
        var found = editions.all().stream()
                .filter(edition -> edition.key().equals(key) && edition.city().equals(city))
                .filter(edition -> ProcessList.sees(reach, edition))
                .toList();
        if (found.isEmpty()) {
            throw Problem.notFound("process-unknown", "没有找到这个流程，请从流程列表进入。");
        }
        var running = traffic.running(numbers);
        var failed = traffic.failed(numbers);
        return found.stream()
                .map(edition -> new EditionRow(
                        edition.id(),
                        edition.name(),
                        edition.version(),
                        edition.tag(),
                        edition.publishedAt(),
                        running.getOrDefault(edition.id(), 0L),
                        ProcessList.sum(failed.get(edition.id()))))
                .toList();
    }

    String diagram(Reach reach, String id) {
        return editions.diagram(edition(reach, id).id());
    }

    /**
     * @param days how far back ended elements are looked at
     * @param exact whether every token is counted where there are very many; their lights stay those of a share
     */
    Figures figures(Reach reach, String id, int days, boolean exact) {
        var edition = edition(reach, id);
        var numbers = reach.numbers();
        var since = time.instant().minus(Math.min(Math.max(days, 1), LONGEST), ChronoUnit.DAYS);
        var share = traffic.tokens(edition.id(), numbers, LOOKED_AT);
        var counted = exact && share.every() > 1 ? traffic.counted(edition.id(), numbers) : Map.<String, Long>of();
        var failed = traffic.failed(numbers).getOrDefault(edition.id(), Map.of());
        var took = traffic.durations(edition.id(), numbers, since).stream()
                .collect(Collectors.toMap(Duration::activity, Function.identity()));
        var shining = shining(share);

        var touched = new TreeSet<>(shining.keySet());
        touched.addAll(counted.keySet());
        touched.addAll(failed.keySet());
        touched.addAll(took.keySet());
        var elements = editions.elements(edition.id());
        var limits = links.of(touched.stream()
                .filter(elements::containsKey)
                .map(element -> elements.get(element).name())
                .toList());
        var rows = touched.stream()
                .filter(elements::containsKey)
                .map(elements::get)
                .map(element -> row(element, share.every(), shining, counted, failed, took, limits))
                .sorted(Comparator.comparingLong(ActivityRow::waiting)
                        .reversed()
                        .thenComparing(ActivityRow::name))
                .toList();
        return new Figures(edition, share.instances(), share.every(), !counted.isEmpty(), since, rows);
    }

    private Map<String, List<String>> shining(Traffic.Share<Token> share) {
        var lit = lights.of(share.found().stream().map(Token::number).toList());
        return share.found().stream()
                .collect(Collectors.groupingBy(
                        Token::activity,
                        Collectors.mapping(
                                token -> lit.containsKey(token.number())
                                        ? lit.get(token.number()).light()
                                        : NumberLights.NONE,
                                Collectors.toList())));
    }

    private static ActivityRow row(
            Element element,
            long every,
            Map<String, List<String>> shining,
            Map<String, Long> counted,
            Map<String, Long> failed,
            Map<String, Duration> took,
            Map<String, LinkFigures.Limit> limits) {
        var lights = shining.getOrDefault(element.id(), List.of());
        return new ActivityRow(
                element.id(),
                element.name(),
                element.kind(),
                counted.getOrDefault(element.id(), lights.size() * every),
                failed.getOrDefault(element.id(), 0L),
                LightCounts.of(lights, every),
                took.get(element.id()),
                limits.get(element.name()));
    }

    /** The instances that wait at an element, the longest wait first. */
    Waits waits(Reach reach, String id, String activity, Wait after) {
        var edition = edition(reach, id);
        if (!editions.elements(id).containsKey(activity)) {
            throw Problem.notFound("element-unknown", "这一版流程里没有这个环节，请刷新页面。");
        }
        var found = new ArrayList<>(traffic.waiting(edition.id(), activity, reach.numbers(), after, LARGEST_PAGE + 1));
        var more = found.size() > LARGEST_PAGE;
        if (more) found.remove(LARGEST_PAGE);
        var lit = lights.of(found.stream().map(Wait::number).toList());
        return new Waits(
                found.stream()
                        .map(wait -> {
                            var light = lit.get(wait.number());
                            return new WaitRow(
                                    wait.id(),
                                    wait.instance(),
                                    wait.number(),
                                    light == null ? NumberLights.NONE : light.light(),
                                    light == null ? null : light.dueAt(),
                                    wait.since());
                        })
                        .toList(),
                more);
    }

    private Edition edition(Reach reach, String id) {
        return editions.find(id).filter(found -> ProcessList.sees(reach, found)).orElseThrow(Editions::unknown);
    }

    record EditionRow(
            String id, String name, int version, String tag, Instant publishedAt, long running, long incidents) {}

    /**
     * @param every how many instances each one looked at stands for; 1 where all were
     * @param counted whether what waits was counted all the same
     * @param since from when on ended elements were looked at
     */
    record Figures(
            Edition edition,
            long instances,
            long every,
            boolean counted,
            Instant since,
            List<ActivityRow> activities) {}

    /** @param took {@code null} where none ended @param limit {@code null} where no item limits it */
    record ActivityRow(
            String id,
            String name,
            String kind,
            long waiting,
            long incidents,
            LightCounts lights,
            Duration took,
            LinkFigures.Limit limit) {}

    record Waits(List<WaitRow> items, boolean more) {}

    record WaitRow(String id, String instance, String number, String light, Instant dueAt, Instant since) {}
}
