package io.onevisit.audit;

import io.onevisit.problems.Reference;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where an act came from.
 *
 * @param agent the browser or program as it names itself, shortened
 * @param correlation the reference of the request, by which its log lines are found, empty outside of one
 */
record Origin(String address, String agent, Channel channel, String correlation) {

    private static final int LONGEST_AGENT = 120;

    static Origin here() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? of(request.getRequest())
                : new Origin("", "", Channel.PLATFORM, Reference.current());
    }

    private static Origin of(HttpServletRequest request) {
        return new Origin(
                request.getRemoteAddr(),
                Masks.text(request.getHeader("User-Agent"), LONGEST_AGENT),
                channel(request.getRequestURI()),
                Reference.current());
    }

    private static Channel channel(String path) {
        if (path.startsWith("/worker-api/") || path.startsWith("/engine/")) {
            return Channel.WORKER;
        }
        return path.startsWith("/api/handoff/") ? Channel.DEPARTMENT : Channel.WEB;
    }
}
