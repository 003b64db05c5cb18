package io.onevisit.tasks;

import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Personal data that a task only hints at, told to the officer who holds the task, with a reason that is written down. */
@Component
class Reveals {

    private static final int LONGEST = 200;

    private final Tasks tasks;
    private final Subjects subjects;

    Reveals(Tasks tasks, Subjects subjects) {
        this.tasks = tasks;
        this.subjects = subjects;
    }

    @Transactional
    String reveal(Account officer, String taskId, String fact, String reason) {
        var item = tasks.held(officer, taskId);
        var why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            throw Problem.invalid("reason-missing", "请写明查看的事由，不超过 200 个字；查看会记入办理记录。")
                    .with("field", "reason");
        }
        if (item.subjectNo() == null || fact == null) {
            throw Problem.notFound("fact-unknown", "没有这项可以查看的内容。");
        }
        return subjects.of(item).reveal(officer, item.subjectNo(), fact, why);
    }
}
