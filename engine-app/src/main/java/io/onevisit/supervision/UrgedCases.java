package io.onevisit.supervision;

import io.onevisit.cases.CaseUrged;
import io.onevisit.deadlines.Light;
import io.onevisit.notices.Inbox;
import io.onevisit.notices.Message;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An applicant asks to be hurried on: those who are told of warnings hear of it, also where a department's own system has the case. */
@Component
class UrgedCases {

    private final Recipients recipients;
    private final Inbox inbox;

    UrgedCases(Recipients recipients, Inbox inbox) {
        this.recipients = recipients;
        this.inbox = inbox;
    }

    @EventListener
    void on(CaseUrged urged) {
        var file = urged.file();
        for (var who : recipients.book(file.region()).upTo(Light.BLUE, file.department())) {
            inbox.deliver(new Message(
                    UUID.randomUUID(),
                    urged.key(who),
                    who,
                    "case-urged",
                    "申请人催办“%s”".formatted(file.itemName()),
                    "办件 %s 的申请人请本部门尽快办理，请督促承办人员。%s".formatted(file.caseNo(), urged.said()),
                    file.applicationNo(),
                    file.caseNo(),
                    urged.at()));
        }
    }
}
