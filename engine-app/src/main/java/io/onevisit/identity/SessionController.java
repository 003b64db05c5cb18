package io.onevisit.identity;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import io.onevisit.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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
    private final Posts posts;

    SessionController(Accounts accounts, SignIn signIn, Sessions sessions, SignedInContexts contexts, Posts posts) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
        this.contexts = contexts;
        this.posts = posts;
    }

    @GetMapping
    Present who(CsrfToken token, HttpServletRequest request) {
        token.getToken();
        var account = accounts.current();
        return SignedInContexts.of(request)
                .flatMap(signedIn -> accounts.stored(signedIn.username(), signedIn.post())
                        .map(stored -> present(stored, signedIn.secondFactor())))
                .orElseGet(() -> Present.of(account, null, (Long) null, List.of()));
    }

    @PostMapping
    @Noted(value = Verb.SIGN_IN, kind = Kind.ACCOUNT, number = "#credentials.username()")
    Present signIn(
            @Validated @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        var proved = signIn.prove(
                credentials.username().strip(), credentials.password(), credentials.code(), Source.of(request));
        var account = proved.account();
        if (credentials.post() != null) {
            account = accounts.stored(account.account().username(), credentials.post())
                    .orElse(account);
        }
        sessions.begin(new SignIn.Proved(account, proved.secondFactor()), request, response);
        return present(account, proved.secondFactor());
    }

    /** Goes on in another of one's posts, without signing in again; what the one before showed is not there any more. */
    @PutMapping("/post")
    @Noted(value = Verb.CHANGE_POST, kind = Kind.ACCOUNT, number = "#result.username()", why = "#result.acts()")
    Present act(@Validated @RequestBody Chosen chosen, HttpServletRequest request) {
        accounts.current();
        var begun = SignedInContexts.of(request).orElseThrow();
        var inPost = accounts.stored(begun.username(), chosen.post())
                .orElseThrow(() -> Problem.invalid("post-not-held", "您没有这个岗位，或者任期已满、已被收回，请重新选择。"));
        sessions.act(begun, inPost, request);
        return present(inPost, begun.secondFactor());
    }

    record Chosen(@NotNull Long post) {}

    private Present present(Accounts.Stored stored, boolean secondFactor) {
        return Present.of(accounts.current(), contexts.next(stored, secondFactor), stored, posts);
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

    /**
     * @param code of the authenticator, or a recovery code; asked for when password alone is not enough
     * @param post in which they go on after the session has ended; the one used last where it is not said or not theirs
     */
    record Credentials(
            @NotBlank @Size(max = 100) String username,
            @NotBlank @Size(max = 200) String password,
            @Size(max = 40) String code,
            Long post) {}

    /**
     * Who is signed in.
     *
     * @param next what has to be done first: {@code password}, {@code second-factor}; {@code null} when nothing is
     * @param post which of the posts they act in; {@code null} for who has none
     */
    record Present(
            String username,
            @Personal(value = Mask.NAME, purpose = "显示登录的本人", shown = Personal.Shown.TO_THE_PERSON) String name,
            Set<Role> roles,
            String department,
            String region,
            AccountKind kind,
            int level,
            String next,
            Long post,
            List<Post> posts) {
        /** Posts are shown to who has nothing left to do first. */
        static Present of(Account account, String next, Accounts.Stored stored, Posts posts) {
            return next == null
                    ? of(account, null, stored.post(), posts.held(account.username()))
                    : of(account, next, (Long) null, List.of());
        }

        static Present of(Account account, String next, Long post, List<Post> posts) {
            return new Present(
                    account.username(),
                    account.name(),
                    account.roles(),
                    account.department(),
                    account.region(),
                    account.kind(),
                    account.level(),
                    next,
                    post,
                    posts);
        }

        /** The post they act in, for the audit. */
        public String acts() {
            return posts.stream()
                    .filter(one -> one.id() == post)
                    .map(Post::inWords)
                    .collect(Collectors.joining());
        }
    }
}
