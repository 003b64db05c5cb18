package io.onevisit.edge;

import io.onevisit.problems.BodyTooLarge;
import io.onevisit.problems.ProblemAnswer;
import io.onevisit.problems.Sentences;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that is larger than its address takes: by its announced length unread, otherwise where it grows too long. */
final class Bodies extends OncePerRequestFilter {

    private final List<Rule> rules;
    private final long largest;

    Bodies(EdgeProperties edge) {
        this.rules = edge.bodies().stream()
                .map(rule -> new Rule(Asked.all(rule.requests()), rule.size().toBytes()))
                .toList();
        this.largest = edge.body().toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var most = most(request);
        if (request.getContentLengthLong() > most) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            var upload = String.valueOf(request.getContentType()).startsWith("multipart/");
            ProblemAnswer.write(
                    response,
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    upload ? "file-too-large" : BodyTooLarge.CODE,
                    upload ? "文件过大，请压缩或分次上传后重试。" : Sentences.of(413));
            return;
        }
        chain.doFilter(new LimitedRequest(request, most), response);
    }

    private long most(HttpServletRequest request) {
        var path = Asked.path(request);
        return rules.stream()
                .filter(rule -> rule.requests().stream().anyMatch(asked -> asked.matches(request, path)))
                .mapToLong(Rule::size)
                .findFirst()
                .orElse(largest);
    }

    private record Rule(List<Asked> requests, long size) {}
}
