package io.onevisit.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Who is signed in, for the issuer: it keeps a name beside the code it hands out, not an account that will have changed. */
record IssuerContexts(SignedInContexts contexts) implements SecurityContextRepository {

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var context = SecurityContextHolder.createEmptyContext();
        var authentication =
                contexts.loadDeferredContext(holder.getRequest()).get().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Account account) {
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    account.username(), null, authentication.getAuthorities()));
        }
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return contexts.containsContext(request);
    }
}
