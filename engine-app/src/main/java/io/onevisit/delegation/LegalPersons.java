package io.onevisit.delegation;

import io.onevisit.catalogue.CreditCode;
import io.onevisit.identity.Account;
import io.onevisit.identity.AccountKind;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.StepUp;
import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Legal persons and who represents them. The register decides, when one is claimed and again with everything done for it. */
@Component
class LegalPersons {

    private final JdbcClient sql;
    private final Accounts accounts;
    private final ObjectProvider<LegalRegister> registers;
    private final Clock time;

    LegalPersons(JdbcClient sql, Accounts accounts, ObjectProvider<LegalRegister> registers, Clock time) {
        this.sql = sql;
        this.accounts = accounts;
        this.registers = registers;
        this.time = time;
    }

    /** Makes the account of a legal person the first time; a new representative takes it over, its mandates stay as they are. */
    @Transactional
    Line claim(Account person, String creditCode) {
        StepUp.refuseBelow(person, Account.IN_PERSON);
        if (!CreditCode.valid(creditCode)) {
            throw Problem.invalid("credit-code-invalid", "统一社会信用代码不正确，请核对 18 位代码（末位为校验码）。")
                    .with("field", "creditCode");
        }
        var registered = named(person, creditCode).orElseThrow(() -> Problem.invalid(
                        "register-disagrees", "登记机关没有登记您为这个单位的法定代表人。请核对代码；刚办理变更登记的，请在登记完成后再认领。")
                .with("field", "creditCode"));
        var account = accounts.openLegal(registered.creditCode(), registered.name(), registered.region());
        sql.sql(
                        """
                        insert into legal_person (account, credit_code, representative, represented_since)
                        values (:account, :code, :person, :now)
                        on conflict (account) do update set representative = excluded.representative,
                            represented_since = excluded.represented_since
                        where legal_person.representative <> excluded.representative""")
                .param("account", account.username())
                .param("code", registered.creditCode())
                .param("person", person.username())
                .param("now", Timestamp.from(time.instant()))
                .update();
        return of(person).stream()
                .filter(line -> line.creditCode().equals(creditCode))
                .findFirst()
                .orElseThrow();
    }

    List<Line> of(Account person) {
        return sql.sql(
                        """
                        select l.credit_code, a.name, l.represented_since as since from legal_person l
                        join account a on a.username = l.account
                        where l.representative = ? order by a.name""")
                .param(person.username())
                .query(Line.class)
                .list();
    }

    /** The legal person this person represents, as the register has it at this moment. */
    Account represented(Account person, String creditCode) {
        var account = sql.sql("select account from legal_person where credit_code = ? and representative = ?")
                .params(creditCode, person.username())
                .query(String.class)
                .optional()
                .flatMap(accounts::find)
                .orElseThrow(() -> Problem.notFound("legal-person-unknown", "没有找到您代表的这个单位，请先在“我代表的单位”中认领。"));
        if (named(person, creditCode).isEmpty()) {
            throw Problem.forbidden(
                    "representative-changed", "登记机关登记的法定代表人已经不是您，不能再代表“%s”办理。".formatted(account.name()));
        }
        return account;
    }

    /** The account of a legal person, {@code null} for anything else. */
    Account legal(String username) {
        return accounts.find(username)
                .filter(account -> account.kind() == AccountKind.LEGAL)
                .orElse(null);
    }

    Optional<String> representative(String account) {
        return sql.sql("select representative from legal_person where account = ?")
                .param(account)
                .query(String.class)
                .optional();
    }

    private Optional<LegalRegister.Registered> named(Account person, String creditCode) {
        var register = registers.getIfAvailable();
        if (register == null) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "no-legal-register", "单位登记信息核验尚未开通，请到政务大厅窗口办理。");
        }
        return register.find(creditCode)
                .filter(registered -> registered.representativeIdNo().equals(person.idNo()));
    }

    /** A legal person somebody represents. */
    record Line(String creditCode, String name, Instant since) {}
}
