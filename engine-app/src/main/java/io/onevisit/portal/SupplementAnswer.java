package io.onevisit.portal;

import io.onevisit.cases.Cases;
import io.onevisit.engine.UserTasks;
import io.onevisit.identity.Account;
import io.onevisit.materials.Documents;
import io.onevisit.materials.Materials;
import io.onevisit.materials.Supplements;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The applicant's answer to a supplement notice; sent once, with everything that was asked for. */
@Component
class SupplementAnswer {

    private final ApplicantTasks tasks;
    private final Tracking tracking;
    private final Supplements supplements;
    private final Materials materials;
    private final Documents documents;
    private final Cases cases;
    private final UserTasks engine;
    private final Clock time;

    SupplementAnswer(
            ApplicantTasks tasks,
            Tracking tracking,
            Supplements supplements,
            Materials materials,
            Documents documents,
            Cases cases,
            UserTasks engine,
            Clock time) {
        this.tasks = tasks;
        this.tracking = tracking;
        this.supplements = supplements;
        this.materials = materials;
        this.documents = documents;
        this.cases = cases;
        this.engine = engine;
        this.time = time;
    }

    @Transactional
    void send(Account person, String applicationNo, String taskId, String words) {
        tracking.own(person, applicationNo);
        var key = tasks.hold(taskId)
                .filter(k -> k.equals(applicationNo)
                        || cases.find(k)
                                .filter(f -> f.applicationNo().equals(applicationNo))
                                .isPresent())
                .orElseThrow(() -> Problem.conflict("supplement-ended", "补正已经提交或期限已过，无需重复提交。"));
        var open = supplements.open(key).orElseThrow(() -> Problem.conflict("supplement-ended", "补正已经提交或期限已过，无需重复提交。"));
        var untouched = open.items().stream()
                .filter(item ->
                        item.materialKey() != null && !item.materialKey().isBlank())
                .filter(item -> materials
                        .find(applicationNo, item.materialKey())
                        .filter(material -> material.documentId() != null && material.problem() == null)
                        .flatMap(material -> documents.find(material.documentId()))
                        .filter(document -> document.storedAt().isAfter(open.requestedAt()))
                        .isEmpty())
                .map(item -> item.name())
                .toList();
        if (!untouched.isEmpty()) {
            throw Problem.invalid("supplement-incomplete", "还没有上传：" + String.join("、", untouched) + "。请一次补齐后提交。");
        }
        var inWords = open.items().isEmpty()
                || open.items().stream().anyMatch(item -> item.materialKey().isBlank());
        if (inWords && words.isBlank()) {
            throw Problem.invalid("answer-missing", "补正告知有文字要求，请写明您的答复。").with("field", "note");
        }
        supplements.answer(key, words, person.name());
        cases.journal(key, person.name(), "提交补正材料", words, time.instant());
        engine.complete(taskId, Map.of());
    }
}
