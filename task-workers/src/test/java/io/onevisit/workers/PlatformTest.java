package io.onevisit.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.workers.Neighbour.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {

    @TempDir
    Path folder;

    private Neighbour server;
    private Platform platform;

    @BeforeEach
    void start() throws IOException {
        server = new Neighbour(request -> new Answer(200, "[]"));
        platform = platform(server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Platform platform(String url) {
        var properties = new WorkerProperties(
                true,
                "",
                folder.resolve("worker.secret"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1));
        var here = new PlatformProperties(URI.create(url), Duration.ofSeconds(5));
        return new Platform(here, new WorkerSecret(properties));
    }

    @Test
    void materialsOfOneCaseAreAskedForWithTheSecretThePlatformLeft() throws IOException {
        Files.writeString(folder.resolve("worker.secret"), "s3cret\n");
        server.behave(
                request -> new Answer(
                        200,
                        """
                [{"key":"birth-certificate","name":"出生医学证明","required":true,"kind":"birth-certificate","licenseTypes":[],
                  "holder":{"role":"mother"},"status":"UPLOADED","documentId":"d1","documentType":"image/png","readingDone":false}]"""));

        var materials = platform.materials(Tasks.APPLICATION, Tasks.CASE);

        assertThat(materials).singleElement().satisfies(material -> {
            assertThat(material.toBeRead()).isTrue();
            assertThat(material.open()).isFalse();
        });
        var request = server.requests().get(0);
        assertThat(request.header("Authorization")).isEqualTo("Bearer s3cret");
        assertThat(request.exchange().getRequestURI().toString())
                .isEqualTo("/worker-api/applications/%s/materials?caseNo=%s".formatted(Tasks.APPLICATION, Tasks.CASE));
    }

    @Test
    void whatThePlatformRefusesIsToldInItsOwnWords() {
        server.behave(request -> new Answer(404, "{\"title\":\"Not Found\",\"detail\":\"没有这个办件。\"}"));

        assertThatThrownBy(() -> platform.issueLicense(Tasks.CASE))
                .isInstanceOf(Refused.class)
                .hasMessage("平台答复 404：没有这个办件。");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 500, 503})
    void whatMayPassIsTriedAgain(int status) {
        server.behave(request -> new Answer(status, ""));

        assertThatThrownBy(() -> platform.handoff(Tasks.CASE)).isInstanceOf(Unavailable.class);
    }

    @Test
    void aPlatformThatIsDownIsWaitedFor() {
        server.close();

        assertThatThrownBy(() -> platform.facts(Tasks.APPLICATION)).isInstanceOf(Unavailable.class);
    }

    @Test
    void documentsComeAsTheyAreAndPagesGoBackAsPictures() throws IOException {
        server.behave(request -> new Answer(200, request.method().equals("GET") ? "content" : ""));
        var file = folder.resolve("document");

        platform.download("d1", file);
        platform.putPage("d1", 2, file);
        platform.putReading("d1", new Platform.Reading("none", "", List.of(), List.of(), "", "ENCRYPTED"));

        assertThat(file).hasContent("content");
        assertThat(server.lines())
                .containsExactly(
                        "GET /worker-api/documents/d1/content",
                        "PUT /worker-api/documents/d1/pages/2",
                        "PUT /worker-api/documents/d1/reading");
        assertThat(server.requests().get(1).header("Content-Type")).isEqualTo("image/png");
        assertThat(server.requests().get(1).body()).isEqualTo("content");
        assertThat(server.requests().get(2).body()).contains("\"problem\":\"ENCRYPTED\"");
    }

    @Test
    void aDocumentThatIsNotThereLeavesNoFile() {
        server.behave(request -> new Answer(404, "{\"detail\":\"没有这个文件。\"}"));

        assertThatThrownBy(() -> platform.download("d1", folder.resolve("document")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("没有这个文件。");
        assertThat(folder.resolve("document")).doesNotExist();
    }
}
