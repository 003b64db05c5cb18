package io.onevisit.identity;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import io.onevisit.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJackson2Module;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own passkeys, and signing in with one. */
@PlatformWork("只涉及登录人自己的通行密钥，不对任何人的数据范围开放")
@RestController
class PasskeysController {

    private static final String PENDING = "passkeyPending";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SignedInContexts contexts;
    private final Posts posts;
    private final Clock clock;
    private final ObjectMapper json;

    PasskeysController(
            Accounts accounts,
            Passkeys passkeys,
            SignIn signIn,
            Sessions sessions,
            SignedInContexts contexts,
            Posts posts,
            Clock clock,
            ObjectMapper json) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.sessions = sessions;
        this.contexts = contexts;
        this.posts = posts;
        this.clock = clock;
        this.json = json.copy().registerModule(new WebauthnJackson2Module());
    }

    @GetMapping("/api/account/passkeys")
    List<Passkeys.Line> list() {
        return passkeys.of(accounts.current().username());
    }

    /** Begins to bind a key, with the password shown again. Answers what the browser hands to the device. */
    @PostMapping("/api/account/passkeys/options")
    @Noted(Verb.BIND_PASSKEY)
    JsonNode begin(@Validated @RequestBody Again again, HttpServletRequest request) {
        var account = accounts.current();
        signIn.proveAgain(account.username(), again.password(), Source.of(request));
        var options = passkeys.asked(account);
        request.getSession().setAttribute(PENDING, new Pending(options.getChallenge(), null, until()));
        return json.valueToTree(options);
    }

    @PostMapping("/api/account/passkeys")
    @Noted(Verb.BIND_PASSKEY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bind(@Validated @RequestBody Made made, HttpServletRequest request) {
        var challenge = taken(request, Pending::challenge);
        var credential = read(
                made.credential(),
                new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {},
                "clientDataJSON",
                "attestationObject");
        passkeys.keep(
                accounts.current(),
                challenge,
                new RelyingPartyPublicKey(credential, made.label().strip()));
    }

    @DeleteMapping("/api/account/passkeys/{id}")
    @Noted(Verb.UNBIND_PASSKEY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @Validated @RequestBody Again again, HttpServletRequest request) {
        var account = accounts.current();
        signIn.proveAgain(account.username(), again.password(), Source.of(request));
        passkeys.remove(account.username(), id);
    }

    @PostMapping("/api/session/passkey/options")
    JsonNode challenge(HttpServletRequest request) {
        var options = passkeys.challenge();
        request.getSession().setAttribute(PENDING, new Pending(null, options, until()));
        return json.valueToTree(options);
    }

    @PostMapping("/api/session/passkey")
    @Noted(Verb.SIGN_IN)
    SessionController.Present signIn(
            @RequestBody JsonNode answer, HttpServletRequest request, HttpServletResponse response) {
        var options = taken(request, Pending::options);
        var credential = read(
                answer,
                new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {},
                "clientDataJSON",
                "authenticatorData",
                "signature");
        var account = accounts.stored(passkeys.proved(options, credential))
                .filter(stored -> stored.account().kind() != AccountKind.LEGAL)
                .orElseThrow(() -> new Problem(HttpStatus.UNAUTHORIZED, "sign-in-failed", "这个账号已停用，请联系管理员。"));
        sessions.begin(new SignIn.Proved(account, true), request, response);
        return SessionController.Present.of(accounts.current(), contexts.next(account, true), account, posts);
    }

    /** A challenge is answered once, and soon. */
    private <T> T taken(HttpServletRequest request, Function<Pending, T> what) {
        var session = request.getSession(false);
        var pending = session == null ? null : (Pending) session.getAttribute(PENDING);
        if (session != null) {
            session.removeAttribute(PENDING);
        }
        if (pending == null || what.apply(pending) == null || pending.until().isBefore(clock.instant())) {
            throw Problem.invalid("passkey-late", "等待时间过长或页面已刷新，请重新开始。");
        }
        return what.apply(pending);
    }

    private <T extends AuthenticatorResponse> PublicKeyCredential<T> read(
            JsonNode answer, TypeReference<PublicKeyCredential<T>> type, String... parts) {
        var whole = !answer.path("rawId").asText().isBlank()
                && Stream.of(parts)
                        .noneMatch(part ->
                                answer.path("response").path(part).asText().isBlank());
        try {
            if (whole) {
                return json.readValue(json.treeAsTokens(answer), type);
            }
        } catch (IOException | IllegalArgumentException e) {
            LoggerFactory.getLogger(PasskeysController.class).debug("A device's answer cannot be read", e);
        }
        throw Problem.invalid("passkey-unreadable", "设备的答复不完整，请重新开始。");
    }

    private Instant until() {
        return clock.instant().plus(PATIENCE);
    }

    /** What a browser has been asked: to make a key, or to prove that it has one. */
    private record Pending(Bytes challenge, PublicKeyCredentialRequestOptions options, Instant until)
            implements Serializable {}

    record Again(@NotBlank @Size(max = 200) String password) {}

    record Made(@NotBlank @Size(max = 60) String label, @NotNull JsonNode credential) {}
}
