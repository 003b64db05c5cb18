package io.onevisit.parties;

import io.onevisit.cases.Application;
import io.onevisit.cases.Applications;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.CodeSender;
import io.onevisit.notices.Notices;
import io.onevisit.privacy.Masked;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the second person: in their inbox where they have an account, and with a short text that names nobody. */
@Component
class AgreementNotices {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日24时");
    private static final String TEXT = "有一项申报需要您确认，请实名登录“一件事一次办”，在“待我确认”中查看并答复，或者到政务服务窗口当面答复。";

    private final Notices notices;
    private final Accounts accounts;
    private final Applications applications;
    private final ObjectProvider<CodeSender> senders;
    private final Executor later;

    AgreementNotices(
            Notices notices,
            Accounts accounts,
            Applications applications,
            ObjectProvider<CodeSender> senders,
            @Qualifier("applicationTaskExecutor") Executor later) {
        this.notices = notices;
        this.accounts = accounts;
        this.applications = applications;
        this.senders = senders;
        this.later = later;
    }

    void asked(Agreement agreement, Party party) {
        tell(agreement, party, "party-asked", "asked");
        text(party.phone());
    }

    /** @param time which reminder it is: each is told once */
    void reminded(Agreement agreement, Party party, String time) {
        tell(agreement, party, "party-reminded", "reminded:" + time);
        text(party.phone());
    }

    void withdrawn(Agreement agreement, Party party) {
        tell(agreement, party, "party-withdrawn", "withdrawn");
    }

    private void tell(Agreement agreement, Party party, String notice, String effect) {
        accounts.withIdNo(party.idNo())
                .map(Account::username)
                .ifPresent(recipient -> notices.tell(
                        "agreement:" + agreement.id() + ":" + effect,
                        recipient,
                        notice,
                        words(agreement, applications.get(agreement.applicationNo())),
                        "/agreements/" + agreement.id()));
    }

    private static Map<String, String> words(Agreement agreement, Application application) {
        return Map.of(
                "applicant", asks(application),
                "bundleName", application.bundleName(),
                "purpose", agreement.purpose(),
                "lastDay", DAY.format(agreement.lastDay()));
    }

    /** An organisation's name is no personal data; of a person the first character tells the other side enough. */
    static String asks(Application application) {
        return application.organisation().orElseGet(() -> Masked.name(application.applicantName()));
    }

    /** Once the transaction holds. */
    private void text(String phone) {
        if (phone.isEmpty()) {
            return;
        }
        senders.orderedStream()
                .findFirst()
                .ifPresent(sender ->
                        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                later.execute(() -> sender.send(phone, TEXT));
                            }
                        }));
    }
}
