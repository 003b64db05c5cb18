package io.onevisit.problems;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Tells the caller, in a Chinese sentence that can be acted on, why what was asked for is impossible; nothing has changed. */
public class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final Map<String, Object> extras = new LinkedHashMap<>();

    /**
     * @param status the HTTP status of the answer
     * @param code a kebab-case word for machines, e.g. {@code draft-unknown}
     * @param sentence what is wrong and what to do, for people
     */
    public Problem(HttpStatus status, String code, String sentence) {
        super(sentence);
        this.status = status;
        this.code = code;
    }

    public static Problem notFound(String code, String sentence) {
        return new Problem(HttpStatus.NOT_FOUND, code, sentence);
    }

    public static Problem conflict(String code, String sentence) {
        return new Problem(HttpStatus.CONFLICT, code, sentence);
    }

    public static Problem invalid(String code, String sentence) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, code, sentence);
    }

    public static Problem forbidden(String code, String sentence) {
        return new Problem(HttpStatus.FORBIDDEN, code, sentence);
    }

    /** Adds a property to the answer, e.g. the field at fault. */
    public Problem with(String name, Object value) {
        extras.put(name, value);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> extras() {
        return extras;
    }
}
