package io.onevisit.tasks;

import io.onevisit.notices.Inbox;
import io.onevisit.notices.Message;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells colleagues what they were given or asked, and what became of what they asked; without personal data. */
@Component
class TaskMessages {

    private final Inbox inbox;
    private final Clock time;

    TaskMessages(Inbox inbox, Clock time) {
        this.inbox = inbox;
        this.time = time;
    }

    void tell(String who, WorkItem item, String title, String text) {
        tell(who, item, item.id(), title, text);
    }

    /** @param taskId the task that the message leads to */
    void tell(String who, WorkItem item, String taskId, String title, String text) {
        inbox.deliver(new Message(
                UUID.randomUUID(),
                "task:" + taskId + ":" + UUID.randomUUID(),
                who,
                "task",
                "%s：%s（%s）".formatted(title, item.itemName(), item.name()),
                text,
                item.applicationNo(),
                item.caseNo(),
                time.instant(),
                "/tasks/" + taskId));
    }
}
