package io.onevisit.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.event.EventListener;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Somebody signed in asked for an address that is not for their roles. Those not signed in are only asked to sign in. */
@Component
class Refusals {

    private final Audit audit;

    Refusals(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void denied(AuthorizationDeniedEvent<?> event) {
        var request = event.getObject() instanceof RequestAuthorizationContext context
                ? context.getRequest()
                : event.getObject() instanceof HttpServletRequest plain ? plain : null;
        if (request != null && audit.current().isPresent()) {
            audit.refused(
                    Note.of(Verb.ENTER, Kind.ADDRESS, request.getMethod() + " " + request.getRequestURI()),
                    "not-allowed");
        }
    }
}
