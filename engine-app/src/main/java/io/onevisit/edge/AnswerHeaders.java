package io.onevisit.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.security.web.header.HeaderWriter;

/** What every answer tells the browser; an answer that has said it stricter itself (a stranger's file) is left alone. */
final class AnswerHeaders implements HeaderWriter {

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "X-Permitted-Cross-Domain-Policies", "none",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                    "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(),"
                            + " gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(),"
                            + " screen-wake-lock=(), serial=(), hid=(), xr-spatial-tracking=()");

    private static final String ONE_YEAR = "max-age=31536000; includeSubDomains";

    private static final String NO_PAGE =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** First parts of addresses whose answers are data, most of them personal. */
    private static final Set<String> DATA = Set.of("api", "worker-api", "engine", "actuator", "v3", "error", "oauth2");

    private final String pages;

    AnswerHeaders(String pages) {
        this.pages = pages;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        ALWAYS.forEach((name, value) -> unlessSaid(response, name, value));
        if (request.isSecure()) { // on our own TLS, or a trusted forwarder's
            unlessSaid(response, "Strict-Transport-Security", ONE_YEAR);
        }
        var data = isData(request);
        var html = String.valueOf(response.getContentType()).startsWith("text/html");
        var page = (!data || html) && response.getStatus() < 400;
        unlessSaid(response, "Content-Security-Policy", page ? pages : NO_PAGE);
        if (data || response.getStatus() >= 400) {
            response.setHeader("Cache-Control", "no-store");
        } else {
            unlessSaid(response, "Cache-Control", "no-cache");
        }
    }

    private static boolean isData(HttpServletRequest request) {
        var uri = request.getRequestURI(); // none where the container could not read the request line
        var parts = uri == null ? new String[0] : uri.split("/", 3);
        return parts.length > 1 && DATA.contains(parts[1]);
    }

    private static void unlessSaid(HttpServletResponse response, String name, String value) {
        if (!response.containsHeader(name)) {
            response.setHeader(name, value);
        }
    }
}
