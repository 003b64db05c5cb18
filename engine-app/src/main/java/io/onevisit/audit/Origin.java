package io.onevisit.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where an act came from.
 *
 * @param agent the browser or program as it names itself, shortened
 * @param correlation by which the entries of one call and its log lines are found together, empty where there is none
 */
record Origin(String address, String agent, Channel channel, String correlation) {

    private static final int LONGEST_AGENT = 120;
    private static final Pattern CORRELATION = Pattern.compile("[0-9A-Za-z-]{8,64}");

    static Origin here() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? of(request.getRequest())
                : new Origin("", "", Channel.PLATFORM, correlation(null));
    }

    private static Origin of(HttpServletRequest request) {
        return new Origin(
                request.getRemoteAddr(),
                Masks.text(request.getHeader("User-Agent"), LONGEST_AGENT),
                channel(request.getRequestURI()),
                correlation(request.getHeader("X-Request-Id")));
    }

    private static Channel channel(String path) {
        if (path.startsWith("/worker-api/") || path.startsWith("/engine/")) {
            return Channel.WORKER;
        }
        return path.startsWith("/api/handoff/") ? Channel.DEPARTMENT : Channel.WEB;
    }

    private static String correlation(String sent) {
        var known = MDC.get("requestId");
        var id = known == null ? sent : known;
        return id != null && CORRELATION.matcher(id).matches() ? id : "";
    }
}
