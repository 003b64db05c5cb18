package io.onevisit.identity;

import io.onevisit.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of browsers: begun with a new identifier each, listed to their owner, ended one by one or all. */
@Component
class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final SignedInContexts contexts;
    private final KnownDevices devices;
    private final Posts posts;
    private final Clock clock;

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> repository,
            SignedInContexts contexts,
            KnownDevices devices,
            Posts posts,
            Clock clock) {
        this.repository = repository;
        this.contexts = contexts;
        this.devices = devices;
        this.posts = posts;
        this.clock = clock;
    }

    /** One session as its owner sees it. */
    record Line(String handle, String device, String address, Instant since, Instant lastSeen, boolean thisOne) {}

    /** Begins a session for who has just proved who they are; whatever the browser had before is gone. */
    void begin(SignIn.Proved proved, HttpServletRequest request, HttpServletResponse response) {
        var source = Source.of(request);
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var username = proved.account().account().username();
        devices.remember(username, source, request, response);
        var session = request.getSession(true);
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, username);
        session.setAttribute(
                Begun.ATTRIBUTE,
                new Begun(
                        UUID.randomUUID().toString(),
                        username,
                        proved.account().post(),
                        proved.account().stamp(),
                        proved.secondFactor(),
                        clock.instant(),
                        source.address(),
                        source.agent()));
        posts.use(proved.account().post());
        signIn(proved.account(), proved.secondFactor());
    }

    /** From here on they act in another of their posts in this browser. */
    void act(Begun begun, Accounts.Stored inPost, HttpServletRequest request) {
        request.getSession().setAttribute(Begun.ATTRIBUTE, begun.in(inPost.post()));
        posts.use(inPost.post());
        signIn(inPost, begun.secondFactor());
    }

    private void signIn(Accounts.Stored stored, boolean secondFactor) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(contexts.authentication(stored, secondFactor));
        SecurityContextHolder.setContext(context);
    }

    List<Line> of(String username, HttpServletRequest request) {
        var here = SignedInContexts.of(request).map(Begun::handle).orElse("");
        return repository.findByPrincipalName(username).values().stream()
                .filter(session -> !session.isExpired())
                .flatMap(session -> signedIn(session)
                        .map(one -> new Line(
                                one.handle(),
                                Devices.named(one.agent()),
                                one.address(),
                                one.since(),
                                session.getLastAccessedTime(),
                                one.handle().equals(here)))
                        .stream())
                .sorted(Comparator.comparing(Line::thisOne)
                        .thenComparing(Line::lastSeen)
                        .reversed())
                .toList();
    }

    void end(String username, String handle) {
        var ended = repository.findByPrincipalName(username).values().stream()
                .filter(session -> signedIn(session)
                        .map(Begun::handle)
                        .filter(handle::equals)
                        .isPresent())
                .map(Session::getId)
                .toList();
        if (ended.isEmpty()) {
            throw Problem.notFound("session-unknown", "这次登录已经结束，请刷新列表。");
        }
        ended.forEach(repository::deleteById);
    }

    /** Signs an account out everywhere. */
    void endAll(String username) {
        List.copyOf(repository.findByPrincipalName(username).keySet()).forEach(repository::deleteById);
    }

    private static Optional<Begun> signedIn(Session session) {
        return Optional.ofNullable(session.getAttribute(Begun.ATTRIBUTE));
    }
}
