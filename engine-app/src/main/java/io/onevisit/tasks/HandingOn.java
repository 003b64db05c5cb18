package io.onevisit.tasks;

import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 转办: a task becomes a colleague's; its clock knows nothing of it. */
@Component
class HandingOn {

    private final Tasks tasks;
    private final HeldTasks held;
    private final Colleagues colleagues;
    private final TaskActs acts;
    private final TaskMessages messages;

    HandingOn(Tasks tasks, HeldTasks held, Colleagues colleagues, TaskActs acts, TaskMessages messages) {
        this.tasks = tasks;
        this.held = held;
        this.colleagues = colleagues;
        this.acts = acts;
        this.messages = messages;
    }

    @Transactional
    void handOn(Account officer, String taskId, String to, String reason) {
        held.hold(taskId);
        var item = tasks.open(officer, taskId);
        var colleague = colleagues.get(item, to, "to");
        if (colleague.username().equals(item.assignee())) {
            throw Problem.invalid("same-holder", "这项任务已在" + colleague.name() + "名下，请选择其他同事。")
                    .with("field", "to");
        }
        var why = Words.required(reason, "reason", "请写明转办的理由");
        tasks.handOn(officer, item, colleague);
        acts.note(taskId, officer, "转办", colleague.name() + "：" + why);
        messages.tell(colleague.username(), item, officer.name() + " 转来任务", why);
    }
}
