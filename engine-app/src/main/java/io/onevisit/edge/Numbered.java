package io.onevisit.edge;

import io.onevisit.problems.Reference;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.apache.catalina.Globals;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its reference, or keeps that of a forwarder in front of us, and names it in the log and in the answer. */
final class Numbered extends OncePerRequestFilter {

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");
    private static final char[] SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ".toCharArray(); // none is mistaken for another
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var reference = of(request);
        response.setHeader(Reference.HEADER, reference);
        MDC.put(Reference.NAME, reference);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Reference.NAME);
        }
    }

    /** The same for all dispatches of one request. */
    static String of(HttpServletRequest request) {
        if (request.getAttribute(Reference.HEADER) instanceof String known) {
            return known;
        }
        var given = request.getHeader(Reference.HEADER);
        var trusted = Boolean.TRUE.equals(request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE));
        var reference = trusted && given != null && WELL_FORMED.matcher(given).matches() ? given : made();
        request.setAttribute(Reference.HEADER, reference);
        return reference;
    }

    static String made() {
        var signs = new char[LENGTH];
        for (var i = 0; i < LENGTH; i++) {
            signs[i] = SIGNS[RANDOM.nextInt(SIGNS.length)];
        }
        return new String(signs);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
