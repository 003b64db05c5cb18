package io.onevisit.identity;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign in, sign out, who am I. */
@PlatformWork("只涉及登录人自己的会话；口令和验证器不对任何人的数据范围开放")
@RestController
@RequestMapping("/api/session")
class SessionController {

    private final Accounts accounts;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SignedInContexts contexts;

    SessionController(Accounts accounts, SignIn signIn, Sessions sessions, SignedInContexts contexts) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
        this.contexts = contexts;
    }

    @GetMapping
    Present who(CsrfToken token, HttpServletRequest request) {
        token.getToken();
        var account = accounts.current();
        var next = SignedInContexts.of(request)
                .flatMap(signedIn -> accounts.stored(signedIn.username())
                        .map(stored -> contexts.next(stored, signedIn.secondFactor())))
                .orElse(null);
        return Present.of(account, next);
    }

    @PostMapping
    @Noted(value = Verb.SIGN_IN, kind = Kind.ACCOUNT, number = "#credentials.username()")
    Present signIn(
            @Validated @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        var proved = signIn.prove(
                credentials.username().strip(), credentials.password(), credentials.code(), Source.of(request));
        sessions.begin(proved, request, response);
        return Present.of(accounts.current(), contexts.next(proved.account(), proved.secondFactor()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(Verb.SIGN_OUT)
    void signOut(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** @param code of the authenticator, or a recovery code; asked for when password alone is not enough */
    record Credentials(
            @NotBlank @Size(max = 100) String username,
            @NotBlank @Size(max = 200) String password,
            @Size(max = 40) String code) {}

    /**
     * Who is signed in.
     *
     * @param next what has to be done first: {@code password}, {@code second-factor}; {@code null} when nothing is
     */
    record Present(
            String username,
            @Personal(value = Mask.NAME, purpose = "显示登录的本人", shown = Personal.Shown.TO_THE_PERSON) String name,
            Set<Role> roles,
            String department,
            String region,
            AccountKind kind,
            int level,
            String next) {
        static Present of(Account account, String next) {
            return new Present(
                    account.username(),
                    account.name(),
                    account.roles(),
                    account.department(),
                    account.region(),
                    account.kind(),
                    account.level(),
                    next);
        }
    }
}
