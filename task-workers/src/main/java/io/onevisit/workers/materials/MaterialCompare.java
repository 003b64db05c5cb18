package io.onevisit.workers.materials;

import io.onevisit.processes.Topics;
import io.onevisit.workers.Platform;
import io.onevisit.workers.Platform.Comparison;
import io.onevisit.workers.Platform.Comparison.Result;
import io.onevisit.workers.Retry;
import io.onevisit.workers.Work;
import io.onevisit.workers.Worker;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.client.task.ExternalTask;
import org.springframework.stereotype.Component;

/** Holds every material that was read against licenses and form, keeps the evidence, and counts for the rule that decides. */
@Component
class MaterialCompare extends Worker {

    private static final Set<String> NOT_SEEN = Set.of(Comparing.UNREADABLE, Comparing.MISSING);

    private final Platform platform;

    MaterialCompare(Platform platform, Retry retry) {
        super(Topics.MATERIAL_COMPARE, retry);
        this.platform = platform;
    }

    @Override
    protected Map<String, Object> work(ExternalTask task) {
        var application = Work.applicationNo(task);
        var comparisons = platform.facts(application).stream()
                .map(facts -> new Comparison(facts.materialKey(), facts.documentId(), Comparing.compare(facts)))
                .toList();
        platform.putComparisons(application, comparisons);
        var missing = platform.materials(application, Work.caseNo(task)).stream()
                .filter(material -> material.required() && material.open())
                .count();
        return Map.of(
                "missingMaterials", (int) missing,
                "unreadableMaterials",
                        (int) comparisons.stream()
                                .filter(MaterialCompare::unreadable)
                                .count(),
                "mismatches",
                        (int) results(comparisons).stream()
                                .filter(result -> result.verdict().equals(Comparing.MISMATCH))
                                .count(),
                "lowestConfidence",
                        results(comparisons).stream()
                                .filter(result -> !NOT_SEEN.contains(result.verdict()))
                                .mapToDouble(Result::confidence)
                                .min()
                                .orElse(1.0));
    }

    private static boolean unreadable(Comparison comparison) {
        return comparison.results().stream().anyMatch(result -> NOT_SEEN.contains(result.verdict()));
    }

    private static List<Result> results(Collection<Comparison> comparisons) {
        return comparisons.stream()
                .flatMap(comparison -> comparison.results().stream())
                .toList();
    }
}
