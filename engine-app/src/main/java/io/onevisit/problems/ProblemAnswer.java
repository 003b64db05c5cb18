package io.onevisit.problems;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Writes problem+json where no controller answers: in filters and below them. */
public final class ProblemAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemAnswer() {}

    public static void write(HttpServletResponse response, HttpStatus status, String code, String sentence)
            throws IOException {
        write(response, status, code, sentence, Reference.current());
    }

    public static void write(
            HttpServletResponse response, HttpStatus status, String code, String sentence, String reference)
            throws IOException {
        var body = JSON.writeValueAsBytes(body(status, code, sentence, reference));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Map<String, Object> body(HttpStatus status, String code, String sentence, String reference) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", Titles.of(status));
        body.put("status", status.value());
        body.put("detail", sentence);
        body.put("code", code);
        body.put(Reference.NAME, reference);
        return body;
    }
}
