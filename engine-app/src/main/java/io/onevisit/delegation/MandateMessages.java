package io.onevisit.delegation;

import io.onevisit.identity.Accounts;
import io.onevisit.notices.Inbox;
import io.onevisit.notices.Message;
import io.onevisit.privacy.Masked;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells both sides what became of a mandate. */
@Component
class MandateMessages {

    private static final String PAGE = "/account/mandates";

    private final Inbox inbox;
    private final Accounts accounts;
    private final Clock time;

    MandateMessages(Inbox inbox, Accounts accounts, Clock time) {
        this.inbox = inbox;
        this.accounts = accounts;
        this.time = time;
    }

    /** @param principal user name of the principal or of the legal representative, {@code null} without an account */
    void tell(Mandate mandate, String principal) {
        var who = mandate.kind().label();
        var until = Acting.DAY.format(mandate.untilOn());
        switch (mandate.state()) {
            case OFFERED ->
                agent(
                        mandate,
                        "%s请您代办".formatted(mandate.principalName()),
                        "%s授权您代为办理（%s），有效期至%s。请在“授权与代办”中查看范围后接受或者谢绝。".formatted(mandate.principalName(), who, until));
            case ACCEPTED ->
                send(
                        principal,
                        mandate,
                        "%s已接受您的授权".formatted(mandate.agentName()),
                        "%s已接受代办授权（%s），有效期至%s。您随时可以在“授权与代办”中撤销。".formatted(mandate.agentName(), who, until));
            case REFUSED ->
                send(
                        principal,
                        mandate,
                        "%s谢绝了您的授权".formatted(mandate.agentName()),
                        "%s没有接受代办授权。您可以授权给其他人，或者自己办理。".formatted(mandate.agentName()));
            case ENDED -> {
                var why = mandate.endedWhy();
                agent(
                        mandate,
                        "为%s代办的授权已终止".formatted(mandate.principalName()),
                        "%s。您不能再为其申报，也不再看得到此前代办的办件；已经提交的由%s继续办理。".formatted(why, mandate.principalName()));
                send(
                        principal,
                        mandate,
                        "%s的代办授权已终止".formatted(mandate.agentName()),
                        "%s。已提交的办件照常办理，由您自己跟进；没有提交的草稿已转给您。".formatted(why));
            }
        }
    }

    /** Who it names, where there is such an account; whether there is one is told to nobody. */
    private void agent(Mandate mandate, String title, String text) {
        var agent = mandate.agent() != null
                ? mandate.agent()
                : accounts.withPhone(mandate.agentPhone(), mandate.agentName())
                        .map(account -> account.username())
                        .orElse(null);
        send(agent, mandate, title, text);
    }

    private void send(String recipient, Mandate mandate, String title, String text) {
        if (recipient == null) {
            return;
        }
        inbox.deliver(new Message(
                UUID.randomUUID(),
                "mandate:%s:%s:%s".formatted(mandate.id(), mandate.state(), recipient),
                recipient,
                "mandate-" + mandate.state().name().toLowerCase(),
                title,
                Masked.numbersIn(text),
                null,
                null,
                time.instant(),
                PAGE));
    }
}
