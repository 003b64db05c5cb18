package io.onevisit.identity;

import io.onevisit.problems.Problem;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A new password for who holds the telephone of their account. Officers get theirs from the system administrator. */
@Component
class PasswordReset {

    private final Accounts accounts;
    private final Codes codes;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Sessions sessions;

    PasswordReset(Accounts accounts, Codes codes, Passwords passwords, PasswordRules rules, Sessions sessions) {
        this.accounts = accounts;
        this.codes = codes;
        this.passwords = passwords;
        this.rules = rules;
        this.sessions = sessions;
    }

    boolean possible(String phone) {
        return person(phone).isPresent();
    }

    @Transactional(noRollbackFor = Problem.class)
    public void reset(String phone, String code, String password) {
        rules.refuseWeak(password, phone);
        codes.use(phone, Codes.Purpose.RESET, code);
        person(phone).map(Account::username).ifPresent(username -> {
            passwords.set(username, password, false);
            sessions.endAll(username);
            codes.tell(phone, "您的“一件事一次办”账号密码已重置，原有登录已全部退出。不是本人操作的，请拨打 12345。");
        });
    }

    private Optional<Account> person(String phone) {
        return accounts.named(phone)
                .map(Accounts.Stored::account)
                .filter(account -> account.kind() == AccountKind.NATURAL);
    }
}
