package io.onevisit.identity;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** For whom the current request acts where that is not the signed-in person; the audit keeps it. */
public final class OnBehalf {

    private static final String ATTRIBUTE = OnBehalf.class.getName();

    private OnBehalf() {}

    /** @param whom user name of the principal, a masked name where they have no account */
    public static void of(String whom) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, whom, RequestAttributes.SCOPE_REQUEST);
        }
    }

    static String current() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof String whom
                ? whom
                : "";
    }
}
