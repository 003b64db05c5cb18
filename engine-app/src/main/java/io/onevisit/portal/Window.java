package io.onevisit.portal;

import io.onevisit.cases.Applications;
import io.onevisit.catalogue.Region;
import io.onevisit.catalogue.Regions;
import io.onevisit.halls.Tickets;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.IdNumber;
import io.onevisit.identity.Role;
import io.onevisit.licenses.Licenses;
import io.onevisit.problems.Problem;
import io.onevisit.vault.Vault;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The window: a clerk writes for somebody who is present and whose identity card they looked at. Who looked at whose
 * identity is kept, also where no application comes of it; a name that is not the card's tells nothing.
 */
@Component
class Window {

    private static final String IDENTITY_CARD = "resident-id";

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Licenses licenses;
    private final Regions regions;
    private final Clock time;
    private final Vault vault;
    private final Tickets tickets;
    private final Applications applications;

    Window(
            JdbcClient sql,
            Accounts accounts,
            Licenses licenses,
            Regions regions,
            Clock time,
            Vault vault,
            Tickets tickets,
            Applications applications) {
        this.vault = vault;
        this.applications = applications;
        this.tickets = tickets;
        this.sql = sql;
        this.accounts = accounts;
        this.licenses = licenses;
        this.regions = regions;
        this.time = time;
    }

    /** The person a clerk serves; a 422 problem where what was typed is not that of an identity card. */
    Draft.Applicant present(Account clerk, Draft.Applicant typed, boolean verified, IdentityCheck seen) {
        if (typed == null) {
            throw Problem.invalid("applicant-missing", "窗口收件请先填写到场申请人的姓名、公民身份号码和手机号码。")
                    .with("field", "applicant");
        }
        var person = new Draft.Applicant(
                strip(typed.name()),
                strip(typed.idNo()).toUpperCase(),
                strip(typed.phone()),
                seen == null ? IdentityCheck.EYES : seen);
        refuse(person.name().length() < 2, "name", "请按身份证件填写申请人姓名。");
        refuse(!IdNumber.valid(person.idNo()), "idNo", "公民身份号码不正确，请核对 18 位号码（末位为校验码）。");
        refuse(!person.phone().matches("1\\d{10}"), "phone", "手机号码应为 11 位数字。");
        refuse(!verified, "verified", "请查验申请人的身份证件原件，并勾选“已查验”。");
        if (person.idNo().equals(clerk.registeredIdNo())) {
            throw Problem.forbidden("own-case", "不能在窗口为自己收件，依法应当回避，请由其他窗口人员办理或自行网上申报。");
        }
        refuse(
                licenses.good(person.idNo(), IDENTITY_CARD)
                        .filter(card -> !person.name().equals(card.face().get("name")))
                        .isPresent(),
                "name",
                "姓名与公民身份号码不一致，请对照身份证件核对。");
        return person;
    }

    /** @param ticket with which they came to the window, {@code null} without one */
    void record(Account clerk, Draft draft, UUID ticket) {
        record(clerk, draft, null, ticket == null ? null : tickets.served(clerk, ticket));
    }

    /** @param offline when and under which number it was taken in without the network */
    void record(Account clerk, Draft draft, Applications.Offline offline) {
        record(clerk, draft, offline, null);
    }

    private void record(Account clerk, Draft draft, Applications.Offline offline, Tickets.Served served) {
        sql.sql(
                        """
                        insert into window_intake (draft_id, at, clerk, region, subject, applicant_name, applicant_id, seen,
                            taken_at, provisional_no, ticket, waited)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        draft.id(),
                        Timestamp.from(time.instant()),
                        clerk.username(),
                        draft.region(),
                        draft.bundle(),
                        draft.applicant().name(),
                        vault.key(Vault.Kind.ID_NO, draft.applicant().idNo()),
                        seen(draft).name(),
                        offline == null ? null : Timestamp.from(offline.at()),
                        offline == null ? null : offline.provisionalNo(),
                        served == null ? null : served.no(),
                        served == null ? null : (int) served.waited().toSeconds())
                .update();
    }

    void submitted(UUID draft, String applicationNo) {
        sql.sql("update window_intake set application_no = ? where draft_id = ? returning ticket, waited")
                .params(applicationNo, draft)
                .query(Came.class)
                .optional()
                .filter(came -> came.ticket() != null)
                .ifPresent(came ->
                        applications.noteQueue(applicationNo, came.ticket(), Duration.ofSeconds(came.waited())));
    }

    private record Came(String ticket, Integer waited) {}

    /** For whom a draft is: who is signed in, or the person at the clerk's window. */
    Account applicant(Draft draft, Account signedIn) {
        var person = draft.applicant();
        return person == null
                ? signedIn
                : new Account(
                        signedIn.username(),
                        person.name(),
                        Set.of(Role.CITIZEN),
                        null,
                        draft.region(),
                        person.idNo(),
                        person.phone());
    }

    /** User name of the applicant, empty where somebody at a window has no account. */
    String owner(Draft draft, Account signedIn) {
        return draft.applicant() == null
                ? signedIn.username()
                : accounts.withIdNo(draft.applicant().idNo())
                        .map(Account::username)
                        .orElse("");
    }

    /** Where a draft is taken in, {@code null} for one written online. */
    Applications.Window of(Draft draft, Account signedIn) {
        return draft.applicant() == null
                ? null
                : new Applications.Window(
                        signedIn.username(),
                        signedIn.name(),
                        place(signedIn),
                        seen(draft).label(),
                        offline(draft.id()));
    }

    String place(Account clerk) {
        return regions.find(clerk.region()).map(Region::name).orElse("") + "政务服务中心综合窗口";
    }

    /** Drafts of before cards were read say nothing. */
    static IdentityCheck seen(Draft draft) {
        return draft.applicant().seen() == null
                ? IdentityCheck.EYES
                : draft.applicant().seen();
    }

    private Applications.Offline offline(UUID draft) {
        return sql.sql(
                        "select taken_at as at, provisional_no from window_intake where draft_id = ? and taken_at is not null")
                .param(draft)
                .query(Applications.Offline.class)
                .optional()
                .orElse(null);
    }

    private static void refuse(boolean wrong, String field, String sentence) {
        if (wrong) {
            throw Problem.invalid("applicant-invalid", sentence).with("field", field);
        }
    }

    private static String strip(String text) {
        return text == null ? "" : text.strip();
    }
}
