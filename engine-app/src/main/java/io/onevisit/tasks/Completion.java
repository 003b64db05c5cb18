package io.onevisit.tasks;

import io.onevisit.bundles.AnswerCheck;
import io.onevisit.bundles.FormReader;
import io.onevisit.cases.Applications;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer's answer to a task: checked against its form, written down with its reason, handed to the process. */
@Component
class Completion {

    private static final String OUTCOME = "outcome";

    private final Tasks tasks;
    private final Returns returns;
    private final TaskForms taskForms;
    private final FormReader forms;
    private final AnswerCheck check;
    private final Applications applications;
    private final HeldTasks held;
    private final Subjects subjects;
    private final CaseAnswers caseAnswers;
    private final OpinionRows opinions;
    private final KeptAnswers kept;
    private final GivenAnswers given;

    Completion(
            Tasks tasks,
            Returns returns,
            TaskForms taskForms,
            FormReader forms,
            AnswerCheck check,
            Applications applications,
            HeldTasks held,
            Subjects subjects,
            CaseAnswers caseAnswers,
            OpinionRows opinions,
            KeptAnswers kept,
            GivenAnswers given) {
        this.tasks = tasks;
        this.returns = returns;
        this.taskForms = taskForms;
        this.forms = forms;
        this.check = check;
        this.applications = applications;
        this.held = held;
        this.subjects = subjects;
        this.caseAnswers = caseAnswers;
        this.opinions = opinions;
        this.kept = kept;
        this.given = given;
    }

    /** @return whose countersignature it waits for; nothing where the process went on */
    @Transactional
    Optional<String> complete(Account officer, String taskId, Map<String, Object> answers) {
        held.hold(taskId); // before the task itself: everybody locks in this order
        var item = tasks.beginCompletion(officer, taskId);
        var missing = opinions.missing(taskId);
        if (missing.first() != null) {
            throw Problem.conflict("opinions-missing", "还在等待 " + missing.first() + " 的意见；请待其答复，或者减签后再办理。")
                    .with("waitsFor", missing.first());
        }
        refuseFaults(item, form(item), answers);
        if (missing.after() != null) {
            tasks.claim(officer, taskId);
            kept.keep(taskId, officer.username(), answers);
            return Optional.of(missing.after());
        }
        given.keep(taskId, answers);
        var outcome = text(answers, OUTCOME);
        if (item.subjectNo() != null) {
            answerSubject(officer, item, outcome, answers);
            return Optional.empty();
        }
        var said = caseAnswers.note(officer, item, outcome, answers);
        tasks.noteCompletion(officer, taskId, outcome);
        returns.complete(item, Map.of(OUTCOME, said));
        return Optional.empty();
    }

    private Map<String, byte[]> form(WorkItem item) {
        return item.subjectNo() != null
                ? taskForms.of(item)
                : taskForms.of(item, applications.get(item.applicationNo()));
    }

    private void refuseFaults(WorkItem item, Map<String, byte[]> own, Map<String, Object> answers) {
        var faults = check.faults(forms.fields(own, item.form()), answers);
        if (!faults.isEmpty()) {
            throw Problem.invalid("answers-invalid", faults.get(0).message()).with("errors", faults);
        }
    }

    private void answerSubject(Account officer, WorkItem item, String outcome, Map<String, Object> answers) {
        var variables = new HashMap<String, Object>();
        if (!outcome.isEmpty()) {
            variables.put(OUTCOME, outcome);
        }
        variables.putAll(subjects.of(item).answer(officer, item.key(), item.subjectNo(), answers));
        tasks.noteCompletion(officer, item.id(), outcome);
        returns.complete(item, variables);
    }

    private static String text(Map<String, Object> answers, String key) {
        var answer = answers.get(key);
        return answer == null ? "" : answer.toString().strip();
    }
}
