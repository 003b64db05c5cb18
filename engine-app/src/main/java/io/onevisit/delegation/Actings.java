package io.onevisit.delegation;

import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.OnBehalf;
import io.onevisit.identity.Role;
import io.onevisit.privacy.Masked;
import io.onevisit.problems.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For whom somebody may act, asked anew with every act; a sentence says why not. */
@Component
public class Actings {

    private final JdbcClient sql;
    private final MandateRows rows;
    private final Mandates mandates;
    private final LegalPersons legalPersons;
    private final Accounts accounts;

    Actings(JdbcClient sql, MandateRows rows, Mandates mandates, LegalPersons legalPersons, Accounts accounts) {
        this.sql = sql;
        this.rows = rows;
        this.mandates = mandates;
        this.legalPersons = legalPersons;
        this.accounts = accounts;
    }

    /** Under this mandate; a problem where it is not theirs, not accepted, not yet good or good no more. */
    public Acting under(Account agent, UUID id) {
        var mandate = rows.received(id, agent.username()).orElseThrow(Mandates::unknown);
        switch (mandate.state()) {
            case ACCEPTED -> {}
            case OFFERED -> throw refused("mandate-not-accepted", "您还没有接受%s的授权，请先在“授权与代办”中接受。", mandate);
            case REFUSED -> throw refused("mandate-not-accepted", "您已谢绝%s的授权，不能代办。", mandate);
            case ENDED -> throw refused("mandate-ended", "%s的授权已经终止，不能再代办。", mandate);
        }
        if (mandate.untilOn().isBefore(today())) {
            throw refused(
                    "mandate-over", "%s的授权已于" + Acting.DAY.format(mandate.untilOn()) + "到期，不能再代办，请其重新授权。", mandate);
        }
        if (mandate.fromOn().isAfter(today())) {
            throw refused("mandate-early", "%s的授权自" + Acting.DAY.format(mandate.fromOn()) + "起生效，届时再办理。", mandate);
        }
        var principal = principal(mandate);
        onBehalf(principal);
        return new Acting(
                mandate.kind(),
                id,
                mandate.licenses() ? principal : principal.withoutPapers(),
                agent,
                mandate.untilOn(),
                mandate.subjects());
    }

    /** For a legal person, as its representative by the register now. */
    public Acting representing(Account person, String creditCode) {
        var legal = legalPersons.represented(person, creditCode);
        onBehalf(legal);
        return new Acting(AgentKind.REPRESENTATIVE, null, legal, person, null, List.of());
    }

    /** The same by the user name of its account. */
    public Acting representingAccount(Account person, String legal) {
        return representing(person, legalPersons.legal(legal).idNo());
    }

    /** Whether the application of this owner, made under this mandate, is for this person to follow and act on as agent or representative. */
    public boolean follows(Account person, String owner, UUID mandate) {
        return person.is(Role.CITIZEN)
                && sql.sql("select represents(:person, :owner) or mandate_good(:mandate::uuid, :person, :today)")
                        .param("person", person.username())
                        .param("owner", owner)
                        .param("mandate", mandate == null ? null : mandate.toString())
                        .param("today", today())
                        .query(Boolean.class)
                        .single();
    }

    /** The audit names the principal by user name, or by a masked name where there is none. */
    public void onBehalf(String username, String name) {
        OnBehalf.of(username.isEmpty() ? Masked.name(name) : username);
    }

    /** Who is to be told of an owner's matters: the representative of a legal person, everybody else themselves. */
    public String recipient(String owner) {
        return legalPersons.representative(owner).orElse(owner);
    }

    /** Whether somebody may still act under a mandate. */
    public boolean good(UUID mandate, String agent) {
        return mandate != null
                && sql.sql("select mandate_good(?, ?, ?)")
                        .params(mandate, agent, today())
                        .query(Boolean.class)
                        .single();
    }

    public LocalDate today() {
        return mandates.today();
    }

    /** All for whom this person may act today, legal persons first. */
    List<Choice> choices(Account person) {
        var choices = new ArrayList<Choice>();
        legalPersons
                .of(person)
                .forEach(line -> choices.add(new Choice(
                        null,
                        line.creditCode(),
                        line.name(),
                        AgentKind.REPRESENTATIVE.label(),
                        "ORGANISATION",
                        null,
                        List.of(),
                        true)));
        rows.received(person.username()).stream()
                .filter(m -> m.state() == MandateState.ACCEPTED
                        && !m.untilOn().isBefore(today())
                        && !m.fromOn().isAfter(today()))
                .forEach(m -> choices.add(new Choice(
                        m.id(),
                        null,
                        m.principalName(),
                        m.kind().label(),
                        m.kind() == AgentKind.COMPANY ? "ORGANISATION" : "PERSON",
                        m.untilOn(),
                        m.subjects(),
                        m.licenses())));
        return choices;
    }

    private Account principal(Mandate mandate) {
        if (mandate.principal() == null) {
            return accounts.withIdNo(mandate.principalId())
                    .orElseGet(() -> Account.known(
                            "",
                            mandate.principalName(),
                            mandate.principalRegion(),
                            mandate.principalId(),
                            mandate.principalPhone()));
        }
        return accounts.find(mandate.principal())
                .filter(account -> mandate.principalId().equals(account.idNo()))
                .orElseThrow(() -> refused("mandate-ended", "%s的账号已停用或者需要重新核验身份，暂时不能代办。", mandate));
    }

    private void onBehalf(Account principal) {
        onBehalf(principal.username(), principal.name());
    }

    private static Problem refused(String code, String sentence, Mandate mandate) {
        return Problem.forbidden(code, sentence.formatted(mandate.principalName()))
                .with("field", "actingFor");
    }

    /**
     * One for whom somebody may act.
     *
     * @param mandate under which, or
     * @param creditCode of the legal person they represent
     * @param audience {@code PERSON} or {@code ORGANISATION}
     */
    record Choice(
            UUID mandate,
            String creditCode,
            String name,
            String kind,
            String audience,
            LocalDate until,
            List<String> subjects,
            boolean licenses) {}
}
