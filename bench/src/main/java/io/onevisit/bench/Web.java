package io.onevisit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Somebody of the demonstration's staff, signed in over HTTP. */
final class Web implements AutoCloseable {

    private static final String PASSWORD = "onevisit";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String base;

    Web(Platform platform, String username) throws Exception {
        base = "http://localhost:" + platform.port();
        client.send(request("/api/session").GET().build(), HttpResponse.BodyHandlers.discarding());
        var token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("没有收到 XSRF-TOKEN"))
                .getValue();
        var body = json.writeValueAsString(Map.of("username", username, "password", PASSWORD));
        var answer = client.send(
                request("/api/session")
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        refuse("/api/session", answer);
    }

    JsonNode get(String path) throws Exception {
        var answer = client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
        refuse(path, answer);
        return json.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private static void refuse(String path, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s 返回 %d：%s".formatted(path, answer.statusCode(), answer.body()));
        }
    }

    @Override
    public void close() {
        cookies.getCookieStore().removeAll();
    }
}
