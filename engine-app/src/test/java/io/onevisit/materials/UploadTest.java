package io.onevisit.materials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.PlatformTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What a browser hears when it sends a file, over a real connection: an answer, never a cut line. */
@PlatformTest
class UploadTest {

    private static final String BOUNDARY = "----upload";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    ObjectMapper json;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private String draft;

    @BeforeEach
    void aDraftOfASignedInMother() throws Exception {
        sql.sql(
                        """
                        insert into account (username, name, password, roles, region, id_no, level)
                        values ('upload.mother', '测试母亲', ?, '{CITIZEN}', '430100', '11010519491231002X', 4)
                        on conflict do nothing""")
                .param(encoder.encode("secret"))
                .update();
        json(HttpRequest.newBuilder(at("/api/session")).GET());
        var signedIn = json(post("/api/session", Map.of("username", "upload.mother", "password", "secret")));
        assertThat(signedIn.path("name").asText()).as(signedIn.toString()).isEqualTo("测试母亲");
        json(HttpRequest.newBuilder(at("/api/session")).GET());
        var begun = json(post("/api/drafts", Map.of("bundle", "newborn", "region", "430100")));
        draft = begun.path("id").asText();
        var saved = json(HttpRequest.newBuilder(at("/api/drafts/" + draft))
                .PUT(BodyPublishers.ofString(json.writeValueAsString(Map.of(
                        "answers", Map.of("certificateHeld", true, "inWedlock", true, "childBirthDate", "2026-10-01"),
                        "items", List.of("birthRegistration"),
                        "revision", begun.path("revision").asInt())))));
        assertThat(saved.path("items")).as(saved.toString()).isNotEmpty();
    }

    @Test
    void aPictureComesIn() throws Exception {
        var answer = upload("出生医学证明.png", new ByteArrayInputStream(SampleFiles.image("png", 50, 50)));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json.readTree(answer.body()).path("type").asText()).isEqualTo("image/png");
    }

    @Test
    void whoHandedItInSeesItWithoutRoomForScriptsAndNobodyElseSeesIt() throws Exception {
        var uploaded = json.readTree(upload("原件.png", new ByteArrayInputStream(SampleFiles.image("png", 51, 51)))
                .body());
        var content = HttpRequest.newBuilder(
                        at("/api/documents/" + uploaded.path("id").asText() + "/content"))
                .build();

        var mine = http.send(content, BodyHandlers.ofByteArray());
        var stranger = HttpClient.newHttpClient().send(content, BodyHandlers.ofByteArray());

        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(mine.body()).isEqualTo(SampleFiles.image("png", 51, 51));
        assertThat(mine.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox");
        assertThat(mine.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(stranger.statusCode()).isEqualTo(401);
    }

    @Test
    void thirtyMegabytesAreRefusedInASentenceThatNamesTheFile() throws Exception {
        var answer = upload("大文件.pdf", zeros(30));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json.readTree(answer.body()).path("code").asText()).isEqualTo("file-too-large");
        assertThat(answer.body()).contains("大文件.pdf");
    }

    @Test
    void aHundredMegabytesAreRefusedWithoutCuttingTheLine() throws Exception {
        var answer = upload("更大.pdf", zeros(100));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json.readTree(answer.body()).path("code").asText()).isEqualTo("file-too-large");
    }

    @Test
    void aProgramCalledAPictureIsRefused() throws Exception {
        var answer = upload("照片.png", new ByteArrayInputStream(SampleFiles.program()));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json.readTree(answer.body()).path("code").asText()).isEqualTo("file-type-mismatch");
    }

    private HttpResponse<String> upload(String name, InputStream content) throws Exception {
        var head = "--%s\r\nContent-Disposition: form-data; name=\"materialKey\"\r\n\r\nbirth-certificate\r\n"
                        .formatted(BOUNDARY)
                + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n".formatted(BOUNDARY, name)
                + "Content-Type: application/octet-stream\r\n\r\n";
        var body = new SequenceInputStream(
                new SequenceInputStream(stream(head), content), stream("\r\n--" + BOUNDARY + "--\r\n"));
        return http.send(
                HttpRequest.newBuilder(at("/api/drafts/" + draft + "/documents"))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .header("X-XSRF-TOKEN", token())
                        .POST(BodyPublishers.ofInputStream(() -> body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder post(String path, Object body) throws IOException {
        return HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private JsonNode json(HttpRequest.Builder request) throws Exception {
        var answer = http.send(
                request.header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token())
                        .build(),
                BodyHandlers.ofString());
        return answer.body().isBlank() ? json.createObjectNode() : json.readTree(answer.body());
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("none");
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream zeros(int megabytes) {
        return new InputStream() {
            private long left = megabytes * 1024L * 1024L;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                var n = (int) Math.min(length, left);
                left -= n;
                return n;
            }
        };
    }
}
