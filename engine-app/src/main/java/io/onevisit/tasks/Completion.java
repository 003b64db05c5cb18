package io.onevisit.tasks;

import io.onevisit.bundles.AnswerCheck;
import io.onevisit.bundles.FormReader;
import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.engine.UserTasks;
import io.onevisit.identity.Account;
import io.onevisit.materials.Materials;
import io.onevisit.materials.Supplement;
import io.onevisit.materials.Supplements;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer's answer to a task: checked against its form, written down with its reason, handed to the process. */
@Component
class Completion {

    private static final String OUTCOME = "outcome";

    private final Tasks tasks;
    private final UserTasks engine;
    private final TaskForms taskForms;
    private final FormReader forms;
    private final AnswerCheck check;
    private final Applications applications;
    private final Cases cases;
    private final Materials materials;
    private final Supplements supplements;
    private final Subjects subjects;
    private final Clock time;

    Completion(
            Tasks tasks,
            UserTasks engine,
            TaskForms taskForms,
            FormReader forms,
            AnswerCheck check,
            Applications applications,
            Cases cases,
            Materials materials,
            Supplements supplements,
            Subjects subjects,
            Clock time) {
        this.tasks = tasks;
        this.engine = engine;
        this.taskForms = taskForms;
        this.forms = forms;
        this.check = check;
        this.applications = applications;
        this.cases = cases;
        this.materials = materials;
        this.supplements = supplements;
        this.subjects = subjects;
        this.time = time;
    }

    @Transactional
    void complete(Account officer, String taskId, Map<String, Object> answers) {
        var item = tasks.beginCompletion(officer, taskId);
        var faults = check.faults(forms.fields(taskForms.of(item), item.form()), answers);
        if (!faults.isEmpty()) {
            throw Problem.invalid("answers-invalid", faults.get(0).message()).with("errors", faults);
        }
        var outcome = text(answers, OUTCOME);
        if (item.subjectNo() != null) {
            answerSubject(officer, item, outcome, answers);
            return;
        }
        refuseOwnCase(officer, item);
        note(officer, item, outcome, answers);
        tasks.noteCompletion(officer, taskId, outcome);
        engine.complete(taskId, Map.of(OUTCOME, outcome));
    }

    private void answerSubject(Account officer, WorkItem item, String outcome, Map<String, Object> answers) {
        var variables = new HashMap<String, Object>();
        if (!outcome.isEmpty()) {
            variables.put(OUTCOME, outcome);
        }
        variables.putAll(subjects.of(item).answer(officer, item.key(), item.subjectNo(), answers));
        tasks.noteCompletion(officer, item.id(), outcome);
        engine.complete(item.id(), variables);
    }

    /** Nobody decides their own case (回避). */
    private void refuseOwnCase(Account officer, WorkItem item) {
        var application = applications.get(item.applicationNo());
        if (officer.username().equals(application.owner())
                || (officer.idNo() != null && officer.idNo().equals(application.applicantId()))) {
            throw Problem.forbidden("own-case", "您是本办件的申请人，依法应当回避，请转交其他人员办理。");
        }
    }

    private void note(Account officer, WorkItem item, String outcome, Map<String, Object> answers) {
        var no = item.caseNo() == null ? item.applicationNo() : item.caseNo();
        var opinion = text(answers, "opinion");
        switch (outcome) {
            case "accept", "refuse" -> {
                required(outcome.equals("refuse"), opinion, "不予受理须写明理由（行政许可法第三十二条）。");
                applications.noteReview(item.applicationNo(), outcome, opinion, officer.name());
                cases.journal(
                        no, officer.name(), outcome.equals("accept") ? "综窗审查通过" : "综窗不予受理", opinion, time.instant());
            }
            case "supplement" -> {
                required(true, opinion, "请写明需要补正的全部内容，须一次性告知（行政许可法第三十二条）。");
                supplements.propose(no, opinion, items(item, answers));
                cases.journal(no, officer.name(), "要求补正", opinion, time.instant());
            }
            case "grant", "deny" -> {
                required(outcome.equals("deny"), opinion, "不予许可须说明理由（行政许可法第三十八条）。");
                cases.noteDecision(
                        no, outcome, opinion.isEmpty() ? "符合法定条件、标准" : opinion, officer.name(), time.instant());
            }
            case "special-procedure" -> {
                required(true, opinion, "请写明特别程序的种类和理由（行政许可法第四十五条）。");
                cases.noteSpecialProcedure(no, days(answers), opinion, "行政许可法第四十五条");
            }
            default -> cases.journal(no, officer.name(), item.name(), opinion, time.instant());
        }
    }

    private List<Supplement.Item> items(WorkItem item, Map<String, Object> answers) {
        if (!(answers.get("materials") instanceof List<?> keys)) {
            return List.of();
        }
        var named = materials.of(item.applicationNo());
        return keys.stream()
                .map(String::valueOf)
                .flatMap(key -> named.stream().filter(material -> material.key().equals(key)))
                .map(material -> new Supplement.Item(material.key(), material.name(), text(answers, "opinion")))
                .toList();
    }

    private static int days(Map<String, Object> answers) {
        try {
            var days = Integer.parseInt(text(answers, "days"));
            if (days >= 1 && days <= 365) {
                return days;
            }
        } catch (NumberFormatException e) {
            // the sentence below says what is wanted
        }
        throw Problem.invalid("special-days", "请填写特别程序所需的天数（1 至 365 天）。").with("field", "days");
    }

    private static void required(boolean needed, String opinion, String sentence) {
        if (needed && opinion.isBlank()) {
            throw Problem.invalid("opinion-missing", sentence).with("field", "opinion");
        }
    }

    private static String text(Map<String, Object> answers, String key) {
        var answer = answers.get(key);
        return answer == null ? "" : answer.toString().strip();
    }
}
