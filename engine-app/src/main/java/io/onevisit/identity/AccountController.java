package io.onevisit.identity;

import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Masked;
import io.onevisit.privacy.Personal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own account: what it says, password, second factor, and where it is signed in. */
@PlatformWork("只涉及登录人自己的账号；口令和验证器不对任何人的数据范围开放")
@RestController
@RequestMapping("/api/account")
class AccountController {

    private final Accounts accounts;
    private final SignIn signIn;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final SecondFactors factors;
    private final Sessions sessions;

    AccountController(
            Accounts accounts,
            SignIn signIn,
            Passwords passwords,
            PasswordRules rules,
            SecondFactors factors,
            Sessions sessions) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.passwords = passwords;
        this.rules = rules;
        this.factors = factors;
        this.sessions = sessions;
    }

    @GetMapping
    Own own(HttpServletRequest request) {
        var account = accounts.current();
        var factor = factors.has(account.username());
        return new Own(
                account.name(),
                account.kind(),
                account.level(),
                account.idNo() == null ? null : Masked.idNo(account.idNo()),
                account.phone() == null ? null : Masked.phone(account.phone()),
                factor,
                factor ? factors.recoveryCodesLeft(account.username()) : 0,
                factors.requiredFor(stored(account, request)));
    }

    /** Every other session of the account is over afterwards. */
    @PutMapping("/password")
    @Noted(Verb.CHANGE_PASSWORD)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@Validated @RequestBody Change change, HttpServletRequest request, HttpServletResponse response) {
        var account = accounts.current();
        signIn.proveAgain(account.username(), change.current(), Source.of(request));
        rules.refuseWeak(change.password(), account.username(), account.idNo(), account.phone(), change.current());
        passwords.set(account.username(), change.password(), false);
        goOn(account, proved(request), request, response);
    }

    @PostMapping("/second-factor")
    @Noted(Verb.BIND_SECOND_FACTOR)
    Enrolment begin(@Validated @RequestBody Again again, HttpServletRequest request) {
        var account = accounts.current();
        signIn.proveAgain(account.username(), again.password(), Source.of(request));
        return Enrolment.of(account.username(), factors.begin(account.username()));
    }

    /** From here on the session counts as begun with two factors. */
    @PutMapping("/second-factor")
    @Noted(Verb.BIND_SECOND_FACTOR)
    Recovery confirm(@Validated @RequestBody Code code, HttpServletRequest request, HttpServletResponse response) {
        var account = accounts.current();
        var recovery = factors.confirm(account.username(), code.code().strip());
        goOn(account, true, request, response);
        return new Recovery(recovery);
    }

    @DeleteMapping("/second-factor")
    @Noted(Verb.UNBIND_SECOND_FACTOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@Validated @RequestBody Again again, HttpServletRequest request, HttpServletResponse response) {
        var account = accounts.current();
        signIn.proveAgain(account.username(), again.password(), Source.of(request));
        factors.remove(account.username());
        goOn(account, false, request, response);
    }

    @PostMapping("/recovery-codes")
    @Noted(Verb.BIND_SECOND_FACTOR)
    Recovery recovery(@Validated @RequestBody Again again, HttpServletRequest request) {
        var account = accounts.current();
        signIn.proveAgain(account.username(), again.password(), Source.of(request));
        return new Recovery(factors.newRecoveryCodes(account.username()));
    }

    @GetMapping("/sessions")
    List<Sessions.Line> sessions(HttpServletRequest request) {
        return sessions.of(accounts.current().username(), request);
    }

    @DeleteMapping("/sessions/{handle}")
    @Noted(Verb.END_SESSION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String handle) {
        sessions.end(accounts.current().username(), handle);
    }

    /** Signs out everywhere, here too. */
    @DeleteMapping("/sessions")
    @Noted(Verb.END_SESSION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll(HttpServletRequest request) {
        var username = accounts.current().username();
        var here = request.getSession(false);
        if (here != null) {
            here.invalidate();
        }
        sessions.endAll(username);
        SecurityContextHolder.clearContext();
    }

    private void goOn(Account account, boolean secondFactor, HttpServletRequest request, HttpServletResponse response) {
        var stored = stored(account, request);
        sessions.endAll(account.username());
        sessions.begin(new SignIn.Proved(stored, secondFactor), request, response);
    }

    private static boolean proved(HttpServletRequest request) {
        return SignedInContexts.of(request).map(Begun::secondFactor).orElse(false);
    }

    private Accounts.Stored stored(Account account, HttpServletRequest request) {
        var post = SignedInContexts.of(request).map(Begun::post).orElse(null);
        return accounts.stored(account.username(), post).orElseThrow();
    }

    /** @param secondFactorRequired whether officers of this kind must have one */
    record Own(
            @Personal(value = Mask.NAME, purpose = "本人账号", shown = Personal.Shown.TO_THE_PERSON) String name,
            AccountKind kind,
            int level,
            @Personal(value = Mask.ID_NO, purpose = "本人账号") String idNo,
            @Personal(value = Mask.PHONE, purpose = "本人账号") String phone,
            boolean secondFactor,
            int recoveryCodes,
            boolean secondFactorRequired) {}

    record Change(@NotBlank @Size(max = 200) String current, @NotBlank @Size(max = 200) String password) {}

    record Again(@NotBlank @Size(max = 200) String password) {}

    record Code(@NotBlank @Size(max = 40) String code) {}

    record Recovery(List<String> codes) {}
}
