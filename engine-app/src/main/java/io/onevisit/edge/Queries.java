package io.onevisit.edge;

import io.onevisit.problems.ProblemAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what the container would quietly drop or mend: a query that is too long, has too many parameters, broken
 * escapes, bytes that are no UTF-8, or control characters in it.
 */
final class Queries extends OncePerRequestFilter {

    private static final int LONGEST = 4_096;
    private static final int MOST = 100;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        if (query != null && query.length() > LONGEST) {
            ProblemAnswer.write(response, HttpStatus.URI_TOO_LONG, "query-too-long", "查询条件过长，请缩短后重试。");
        } else if (query != null && query.chars().filter(sign -> sign == '&').count() >= MOST) {
            ProblemAnswer.write(response, HttpStatus.BAD_REQUEST, "query-too-many", "查询条件过多，请减少后重试。");
        } else if (query != null && !wellFormed(query)) {
            ProblemAnswer.write(response, HttpStatus.BAD_REQUEST, "query-unreadable", "查询条件中有无法识别的字符，请检查后重试。");
        } else {
            chain.doFilter(request, response);
        }
    }

    static boolean wellFormed(String query) {
        var bytes = new ByteArrayOutputStream(query.length());
        for (var i = 0; i < query.length(); i++) {
            var sign = query.charAt(i);
            if (sign == '%') {
                var high = i + 2 <= query.length() - 1 ? Character.digit(query.charAt(i + 1), 16) : -1;
                var low = i + 2 <= query.length() - 1 ? Character.digit(query.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return false;
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else if (sign > 0xFF) {
                return false;
            } else {
                bytes.write(sign);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .chars()
                    .noneMatch(sign -> sign < ' ' && sign != '\t' && sign != '\n' && sign != '\r' || sign == 0x7F);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
