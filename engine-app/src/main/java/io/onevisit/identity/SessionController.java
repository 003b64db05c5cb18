package io.onevisit.identity;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
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
@RestController
@RequestMapping("/api/session")
class SessionController {

    private final Accounts accounts;
    private final AuthenticationManager manager;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SessionController(Accounts accounts, AuthenticationManager manager) {
        this.accounts = accounts;
        this.manager = manager;
    }

    @GetMapping
    Session who(CsrfToken token) {
        token.getToken();
        return Session.of(accounts.current());
    }

    @PostMapping
    @Noted(value = Verb.SIGN_IN, kind = Kind.ACCOUNT, number = "#credentials.username()")
    Session signIn(
            @Validated @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        try {
            var authentication = manager.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(
                    credentials.username().strip(), credentials.password()));
            if (request.getSession(false) != null) {
                request.changeSessionId();
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(authentication);
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
            return Session.of((Account) authentication.getPrincipal());
        } catch (AuthenticationException e) {
            throw new Problem(HttpStatus.UNAUTHORIZED, "sign-in-failed", "用户名或密码不正确，请重新输入。");
        }
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

    record Credentials(@NotBlank String username, @NotBlank String password) {}

    record Session(String username, String name, Set<Role> roles, String department, String region) {
        static Session of(Account account) {
            return new Session(
                    account.username(), account.name(), account.roles(), account.department(), account.region());
        }
    }
}
