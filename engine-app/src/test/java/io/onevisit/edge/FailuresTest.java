package io.onevisit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.PlatformTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, what comes back is a sentence with the request's reference, and nothing of our inside. */
@PlatformTest
class FailuresTest {

    private static final String JSON = "Content-Type: application/json";
    private static final String COOKIE = "Cookie: XSRF-TOKEN=token-of-tests";
    private static final String TOKEN = "X-XSRF-TOKEN: token-of-tests";

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("JSON that ends early", 400, post("/api/session", "{\"username\":", JSON)),
                failure("JSON of another shape", 400, post("/api/session", "[1,2,3]", JSON)),
                failure("a word where an object belongs", 400, post("/api/session", "\"x\"", JSON)),
                failure("no body at all", 400, post("/api/session", "", JSON)),
                failure("fields missing", 422, post("/api/session", "{}", JSON)),
                failure(
                        "NUL in a text",
                        422,
                        post("/api/session", "{\"username\":\"a\\u0000\",\"password\":\"x\"}", JSON)),
                failure("bytes that are no UTF-8", 400, post("/api/session", "{\"username\":\"\u00c3\u0028\"}", JSON)),
                failure("half a character", 400, post("/api/session", "{\"username\":\"\u00e4\u00b8", JSON)),
                failure("a body of another kind", 415, post("/api/session", "<a/>", "Content-Type: application/xml")),
                failure("a kind that is no kind", 415, post("/api/session", "{}", "Content-Type: nonsense")),
                failure(
                        "a form instead of JSON",
                        415,
                        post("/api/session", "username=a", "Content-Type: application/x-www-form-urlencoded")),
                failure(
                        "a multipart without boundary",
                        400,
                        post("/api/session", "--x", "Content-Type: multipart/form-data")),
                failure("an answer nobody gives", 406, get("/api/regions", "Accept: image/png")),
                failure("another method of an open address", 401, line("DELETE", "/api/deadlines/preview", "{}", JSON)),
                failure("another method", 405, line("DELETE", "/v3/api-docs", "{}", JSON)),
                failure("another method unsigned", 401, line("PATCH", "/api/session", "{}", JSON)),
                failure("a method nobody knows", 400, line("BREW", "/api/session", "")),
                failure("a method that echoes", 400, line("TRACE", "/api/session", "")),
                failure("the wrong type in a path", 401, get("/api/drafts/not-a-uuid")),
                failure("the wrong type in a query", 400, get("/api/items?page=abc")),
                failure("an address of nobody", 401, get("/api/nowhere")),
                failure("a file of nobody", 404, get("/assets/nothing.js")),
                failure("climbing out", 400, get("/assets/../../../../etc/passwd")),
                failure("climbing out, escaped", 400, get("/assets/%2e%2e/%2e%2e/application.yaml")),
                failure("climbing out, slashes escaped", 400, get("/assets/..%2f..%2fapplication.yaml")),
                failure("climbing out, backslashes", 400, get("/assets/..%5c..%5capplication.yaml")),
                failure("climbing out, escaped twice", 400, get("/assets/%252e%252e%252fapplication.yaml")),
                failure("a parameter in the path", 400, get("/api/session;jsessionid=1")),
                failure("two slashes", 400, get("//api//session")),
                failure("NUL in the path", 400, get("/api/items/%00")),
                failure("line break in the path", 400, get("/api/items/%0d%0aSet-Cookie:x=1")),
                failure("invalid UTF-8 in the path", 400, get("/api/items/%c3%28")),
                failure("broken escape in the path", 400, get("/api/items/%zz")),
                failure("brackets in the path", 400, get("/api/items/<script>")),
                failure("NUL in the query", 400, get("/api/items?q=%00")),
                failure("invalid UTF-8 in the query", 400, get("/api/items?q=%c3%28")),
                failure("broken escape in the query", 400, get("/api/items?q=%f")),
                failure("a long query", 414, get("/api/items?q=" + "a".repeat(5_000))),
                failure("many parameters", 400, get("/api/items?" + "a=1&".repeat(200))),
                failure("an endless address", 400, get("/" + "a".repeat(20_000))),
                failure("an overlong header", 400, get("/api/regions", "X-Long: " + "a".repeat(20_000))),
                failure("thousands of headers", 400, get("/api/regions", "A: b\r\n".repeat(200) + "C: d")),
                failure("NUL in a header", 400, get("/api/regions", "X-Odd: a\0b")),
                failure("a bare line feed in a header", 400, get("/api/regions", "X-Odd: a\u0001b")),
                failure("a header without a name", 400, get("/api/regions", ": a")),
                failure("a header with a blank before the colon", 400, get("/api/regions", "Content-Length : 5")),
                failure("two lengths", 400, post("/api/session", "{}", JSON, "Content-Length: 7")),
                failure(
                        "a length and chunks with a typo",
                        501,
                        post("/api/session", "0\r\n\r\n", "Transfer-Encoding: xchunked")),
                failure("a length that is none", 400, line("POST", "/api/session", "", "Content-Length: -1")),
                failure("no host", 400, "GET /api/regions HTTP/1.1\r\nConnection: close\r\n\r\n"),
                failure("two hosts", 400, get("/api/regions", "Host: evil.example")),
                failure("no HTTP at all", 400, "\u0016\u0003\u0001\u0002\u0000 hello\r\n\r\n"),
                failure("the error page itself", 404, get("/error")),
                failure("a worker with a wrong secret", 401, get("/worker-api/nowhere", "Authorization: Bearer x")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("failures")
    void itIsTold(String what, int status, String request) throws Exception {
        var answer = new Wire(port).raw(request);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(answer.body()).startsWith("application/problem+json");
        var problem = json.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).matches("(?s).*\\p{IsHan}.*。");
        assertThat(problem.path("reference").asText())
                .isEqualTo(answer.header("X-Request-Id"))
                .isNotBlank();
        assertThat(answer.body().toLowerCase())
                .doesNotContain(
                        "exception:",
                        "java.",
                        "org.spring",
                        "io.onevisit",
                        "tomcat",
                        "jackson",
                        "\tat ",
                        "<html",
                        "select ");
        assertThat(answer.headers()).doesNotContainKey("server");
    }

    @Test
    void anOddHeaderOfOursIsNoFault() throws Exception {
        var answer = new Wire(port)
                .send(
                        "POST",
                        "/api/handoff/callbacks",
                        "{}",
                        JSON,
                        "X-Department: \u00e5\u00e4",
                        "X-Message-Id: " + "m".repeat(3_000),
                        "X-Timestamp: nonsense",
                        "X-Signature: \u00ff");

        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(json.readTree(answer.body()).path("reference").asText()).isNotBlank();
    }

    private static Arguments failure(String what, int status, String request) {
        return Arguments.of(what, status, request);
    }

    private static String get(String path, String... headers) {
        return line("GET", path, "", headers);
    }

    private static String post(String path, String body, String... headers) {
        return line("POST", path, body, headers);
    }

    private static String line(String method, String path, String body, String... headers) {
        var length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n%s\r\n%s%s\r\n\r\n%s"
                .formatted(method, path, COOKIE, TOKEN, length, String.join("\r\n", headers), body)
                .replace("\r\n\r\n\r\n", "\r\n\r\n");
    }
}
