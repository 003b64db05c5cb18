package io.onevisit.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** A browser with its own cookies against the running server. */
final class Browser {

    private final CookieManager cookies;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();
    private final int port;
    private final String agent;

    Browser(int port) {
        this(port, "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36");
    }

    Browser(int port, String agent) {
        this(port, agent, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    Browser(int port, String agent, CookieManager cookies) {
        this.cookies = cookies;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.port = port;
        this.agent = agent;
    }

    record Answer(int status, JsonNode body, HttpResponse<String> whole) {
        String code() {
            return body.path("code").asText();
        }
    }

    Answer signIn(String username, String password) throws Exception {
        return post("/api/session", Map.of("username", username, "password", password));
    }

    Answer signIn(String username, String password, String code) throws Exception {
        return post("/api/session", Map.of("username", username, "password", password, "code", code));
    }

    Answer get(String path) throws Exception {
        return send("GET", path, null);
    }

    Answer post(String path, Object body) throws Exception {
        return send("POST", path, body);
    }

    Answer put(String path, Object body) throws Exception {
        return send("PUT", path, body);
    }

    Answer delete(String path, Object body) throws Exception {
        return send("DELETE", path, body);
    }

    String cookie(String name) {
        return cookies.getCookieStore().get(URI.create("http://localhost:" + port)).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    void plant(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0); // as browsers send it
        cookies.getCookieStore().add(URI.create("http://localhost:" + port), cookie);
    }

    private Answer send(String method, String path, Object body) throws Exception {
        if (!method.equals("GET") && cookie("XSRF-TOKEN").isEmpty()) {
            get("/api/session");
        }
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("User-Agent", agent)
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(json.writeValueAsString(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        var text = answer.body();
        var parsed = text.startsWith("{") || text.startsWith("[") ? json.readTree(text) : json.createObjectNode();
        return new Answer(answer.statusCode(), parsed, answer);
    }
}
