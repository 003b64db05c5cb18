package io.onevisit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Somebody who is signed in and uses the platform as a browser does: session, CSRF token, JSON, uploads. */
class Person {

    private final URI platform;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .cookieHandler(cookies)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private Duration patience = Duration.ofSeconds(30);
    private String name;

    private Person(URI platform) {
        this.platform = platform;
    }

    /** What the platform would not do, in its own words. */
    static class Declined extends RuntimeException {
        Declined(String what, int status, String why) {
            super("%s：平台答复 %d，%s".formatted(what, status, why));
        }
    }

    static Person signedIn(URI platform, String username, String password) {
        var person = new Person(platform);
        // Brings the CSRF token, whatever it says.
        person.send(person.request("GET", "/api/session", null, "application/json", Duration.ofSeconds(30)));
        var session = person.post("/api/session", Map.of("username", username, "password", password));
        person.name = session.path("name").asText(username);
        return person;
    }

    String name() {
        return name;
    }

    /** Waits longer for an answer: for questions that read everything. */
    Person waiting(Duration patience) {
        this.patience = patience;
        return this;
    }

    JsonNode get(String path) {
        return answer("GET", path, null, "application/json", Map.of());
    }

    /** For an answer that may take long. */
    JsonNode get(String path, Duration patience) {
        return answer(request("GET", path, null, "application/json", patience), "GET " + path);
    }

    JsonNode post(String path, Object content) {
        return post(path, content, Map.of());
    }

    JsonNode post(String path, Object content, Map<String, String> headers) {
        return answer("POST", path, bytes(content), "application/json", headers);
    }

    JsonNode put(String path, Object content) {
        return answer("PUT", path, bytes(content), "application/json", Map.of());
    }

    JsonNode upload(String path, String materialKey, String fileName, String type, byte[] file) {
        var boundary = "part-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                """
                --%1$s\r
                Content-Disposition: form-data; name="materialKey"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%3$s"\r
                Content-Type: %4$s\r
                \r
                """
                        .formatted(boundary, materialKey, fileName, type)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return answer("POST", path, body.toByteArray(), "multipart/form-data; boundary=" + boundary, Map.of());
    }

    private JsonNode answer(String method, String path, byte[] body, String type, Map<String, String> headers) {
        var request = request(method, path, body, type, Duration.ofSeconds(30));
        headers.forEach(request::header);
        return answer(request, method + " " + path);
    }

    private JsonNode answer(HttpRequest.Builder request, String what) {
        var response = send(request);
        var content = content(response.body());
        if (response.statusCode() >= 400) {
            var errors = content.path("errors").isMissingNode() ? "" : " " + content.path("errors");
            throw new Declined(
                    what, response.statusCode(), content.path("detail").asText("没有说明") + errors);
        }
        return content;
    }

    private HttpRequest.Builder request(String method, String path, byte[] body, String type, Duration patience) {
        var request = HttpRequest.newBuilder(platform.resolve(path))
                .timeout(patience)
                .header("Accept", "application/json")
                .header("Content-Type", type)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        token().ifPresent(value -> request.header("X-XSRF-TOKEN", value));
        return request;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("中断", e);
        }
    }

    private java.util.Optional<String> token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(cookie -> cookie.getValue())
                .findFirst();
    }

    private byte[] bytes(Object content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode content(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
