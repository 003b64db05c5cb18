package io.onevisit.identity;

import io.onevisit.problems.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who proves to be whom, with password and, where it is asked for, a second factor. */
@Component
class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final SignInTries tries;

    SignIn(Accounts accounts, Passwords passwords, SecondFactors factors, SignInTries tries) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.tries = tries;
    }

    /** Somebody who has proved who they are. */
    record Proved(Accounts.Stored account, boolean secondFactor) {}

    /** An unknown name, a closed account and a wrong password look and last the same. */
    Proved prove(String login, String password, String code, Source source) {
        var account = accounts.named(login);
        var key = account.map(known -> known.account().username()).orElse(login);
        tries.take(key, source);
        if (!passwords.matches(password, account) || account.get().account().kind() == AccountKind.LEGAL) {
            throw refused("sign-in-failed", "用户名或密码不正确，请重新输入。");
        }
        var enrolled = factors.has(key);
        if (enrolled && (code == null || code.isBlank())) {
            tries.takeBack(key, source);
            throw refused("second-factor-required", "请输入身份验证器上显示的 6 位动态码。手机不在身边的，可以输入恢复码。");
        }
        if (enrolled && !factors.use(key, code.strip())) {
            throw refused("second-factor-wrong", "动态码或恢复码不正确，或已经用过。请等待身份验证器显示新的动态码后再试。");
        }
        tries.succeeded(key, source);
        passwords.renew(account.get(), password);
        return new Proved(account.get(), enrolled);
    }

    /** The owner of a session shows the password again before something that a passer-by must not do. */
    void proveAgain(String username, String password, Source source) {
        tries.take(username, source);
        if (!passwords.matches(password, accounts.stored(username))) {
            throw Problem.invalid("password-wrong", "当前密码不正确，请重新输入。").with("field", "current");
        }
        tries.succeeded(username, source);
    }

    private static Problem refused(String code, String sentence) {
        return new Problem(HttpStatus.UNAUTHORIZED, code, sentence);
    }
}
