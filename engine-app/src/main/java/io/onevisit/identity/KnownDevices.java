package io.onevisit.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Browsers in which an account has been signed in before, told by a cookie of their own that outlives sessions. */
@Component
class KnownDevices {

    private static final String COOKIE = "ONEVISIT_DEVICE";
    private static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KnownDevices(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    static String cookie(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || !cookie.getValue().matches("[0-9a-f]{64}") ? "" : cookie.getValue();
    }

    boolean knows(String username, String device) {
        return !device.isEmpty()
                && sql.sql(
                                "select exists (select from known_device where username = ? and device = ? and last_used > ?)")
                        .params(username, Digests.sha256(device), now().minus(KEPT))
                        .query(Boolean.class)
                        .single();
    }

    /** Remembers where somebody has just signed in; a browser without the cookie gets one. */
    void remember(String username, Source source, HttpServletRequest request, HttpServletResponse response) {
        var device = source.device();
        if (device.isEmpty()) {
            var fresh = new byte[32];
            random.nextBytes(fresh);
            device = HexFormat.of().formatHex(fresh);
            var cookie = ResponseCookie.from(COOKIE, device)
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .path("/")
                    .maxAge(KEPT)
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        sql.sql(
                        """
                        insert into known_device (username, device, last_used) values (?, ?, ?)
                        on conflict (username, device) do update set last_used = excluded.last_used""")
                .params(username, Digests.sha256(device), now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
