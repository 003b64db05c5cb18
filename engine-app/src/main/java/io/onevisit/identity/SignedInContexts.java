package io.onevisit.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Finds with each request who stands behind its session, as the account is now: closed or changed, or its post ended, the session is over. */
@Component
class SignedInContexts implements SecurityContextRepository {

    /** Held in place of all roles by who has to set a password or a second factor first. */
    static final String UNFINISHED = "UNFINISHED";

    private final Accounts accounts;
    private final SecondFactors factors;

    SignedInContexts(Accounts accounts, SecondFactors factors) {
        this.accounts = accounts;
        this.factors = factors;
    }

    static Optional<Begun> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (Begun) session.getAttribute(Begun.ATTRIBUTE));
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        var context = SingletonSupplier.of(() -> load(request));
        return new Deferred(context, request);
    }

    private SecurityContext load(HttpServletRequest request) {
        var context = SecurityContextHolder.createEmptyContext();
        of(request).ifPresent(signedIn -> {
            var account = accounts.stored(signedIn.username(), signedIn.post())
                    .filter(stored -> stored.stamp() == signedIn.stamp());
            if (account.isEmpty()) {
                request.getSession().invalidate();
            } else {
                context.setAuthentication(authentication(account.get(), signedIn.secondFactor()));
            }
        });
        return context;
    }

    Authentication authentication(Accounts.Stored stored, boolean secondFactor) {
        var account = stored.account();
        if (next(stored, secondFactor) != null) {
            return UsernamePasswordAuthenticationToken.authenticated(
                    account.withRoles(Set.of()), null, AuthorityUtils.createAuthorityList(UNFINISHED));
        }
        var authorities = account.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(account, null, authorities);
    }

    /** What is to be done before the session is worth anything: {@code password}, {@code second-factor} or {@code null}. */
    String next(Accounts.Stored stored, boolean secondFactor) {
        if (stored.temporary()) {
            return "password";
        }
        return !secondFactor && factors.requiredFor(stored) ? "second-factor" : null;
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    /** Sessions begin in {@link Sessions#begin} and nowhere else. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return of(request).isPresent();
    }

    private record Deferred(Supplier<SecurityContext> context, HttpServletRequest request)
            implements DeferredSecurityContext {
        @Override
        public SecurityContext get() {
            return context.get();
        }

        @Override
        public boolean isGenerated() {
            return of(request).isEmpty();
        }
    }
}
