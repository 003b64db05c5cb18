package io.onevisit.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which requests a rule is about; a path is compared as the server will understand it, escapes resolved. */
record Asked(String method, PathPattern path) {

    static List<Asked> all(List<String> requests) {
        return requests.stream().map(Asked::of).toList();
    }

    private static Asked of(String request) {
        var words = request.strip().split("\\s+");
        var path = PathPatternParser.defaultInstance.parse(words[words.length - 1]);
        return new Asked(words.length == 1 ? "" : words[0], path);
    }

    boolean matches(HttpServletRequest request, PathContainer asked) {
        return (method.isEmpty() || method.equals(request.getMethod())) && path.matches(asked);
    }

    static PathContainer path(HttpServletRequest request) {
        return PathContainer.parsePath(request.getRequestURI());
    }
}
