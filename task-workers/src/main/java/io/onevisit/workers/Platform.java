package io.onevisit.workers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** What workers ask of the platform and tell it; every call may be repeated. */
@Component
public class Platform {

    private static final int EXPLANATION = 16_384;

    private final RestClient rest;

    Platform(PlatformProperties properties, WorkerSecret secret) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(properties.answerWithin());
        rest = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(properties.url() + "/worker-api")
                .requestInitializer(request ->
                        secret.bearer().ifPresent(bearer -> request.getHeaders().set("Authorization", bearer)))
                .defaultStatusHandler(status -> !status.is2xxSuccessful(), Platform::refuse)
                .build();
    }

    /** @param caseNo limits to what this case needs; {@code null} for the whole application */
    public List<Material> materials(String applicationNo, String caseNo) {
        return ask(() -> rest.get()
                .uri(uri -> {
                    var path = uri.path("/applications/{no}/materials");
                    return caseNo == null
                            ? path.build(applicationNo)
                            : path.queryParam("caseNo", "{case}").build(applicationNo, caseNo);
                })
                .retrieve()
                .body(new ParameterizedTypeReference<>() {}));
    }

    public Lookup lookUp(LookupRequest wanted) {
        return ask(() -> rest.post()
                .uri("/licenses/lookup")
                .contentType(MediaType.APPLICATION_JSON)
                .body(wanted)
                .retrieve()
                .body(Lookup.class));
    }

    /** Brings a document to a file of ours. */
    public void download(String documentId, Path target) {
        ask(() -> rest.get().uri("/documents/{id}/content", documentId).exchange((request, response) -> {
            if (!response.getStatusCode().is2xxSuccessful()) {
                refuse(request, response);
            }
            return Files.copy(response.getBody(), target, StandardCopyOption.REPLACE_EXISTING);
        }));
    }

    public void putReading(String documentId, Reading reading) {
        ask(() -> rest.put()
                .uri("/documents/{id}/reading", documentId)
                .contentType(MediaType.APPLICATION_JSON)
                .body(reading)
                .retrieve()
                .toBodilessEntity());
    }

    public void putPage(String documentId, int page, Path png) {
        ask(() -> rest.put()
                .uri("/documents/{id}/pages/{n}", documentId, page)
                .contentType(MediaType.IMAGE_PNG)
                .body(new FileSystemResource(png))
                .retrieve()
                .toBodilessEntity());
    }

    public List<Facts> facts(String applicationNo) {
        return ask(() -> rest.get()
                .uri("/applications/{no}/facts", applicationNo)
                .retrieve()
                .body(new ParameterizedTypeReference<>() {}));
    }

    public void putComparisons(String applicationNo, List<Comparison> materials) {
        ask(() -> rest.put()
                .uri("/applications/{no}/comparisons", applicationNo)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("materials", materials))
                .retrieve()
                .toBodilessEntity());
    }

    /** The message that is due for the case; the platform gives the same one until it hears how it went. */
    public Handoff handoff(String caseNo) {
        return ask(
                () -> rest.post().uri("/cases/{no}/handoff", caseNo).retrieve().body(Handoff.class));
    }

    public void handedOver(String messageKey, int httpStatus, String receipt) {
        ask(() -> rest.put()
                .uri("/handoff/{key}", messageKey)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("httpStatus", httpStatus, "receipt", receipt))
                .retrieve()
                .toBodilessEntity());
    }

    public String issueLicense(String caseNo) {
        return ask(() -> rest.post()
                        .uri("/cases/{no}/license", caseNo)
                        .retrieve()
                        .body(Issued.class))
                .identifier();
    }

    public void notice(Notice notice) {
        ask(() -> rest.post()
                .uri("/notices")
                .contentType(MediaType.APPLICATION_JSON)
                .body(notice)
                .retrieve()
                .toBodilessEntity());
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (ResourceAccessException e) {
            throw new Unavailable("平台暂时没有应答，稍后自动重试", e);
        }
    }

    private static void refuse(HttpRequest request, ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode().value();
        var sentence = "平台答复 %d：%s".formatted(status, explanation(response));
        if (status == 404) {
            throw new Gone(sentence);
        }
        var passing = status >= 500 || List.of(401, 403, 408, 425, 429).contains(status);
        throw passing ? new Unavailable(sentence) : new Refused(sentence);
    }

    private static String explanation(ClientHttpResponse response) throws IOException {
        var body = response.getBody().readNBytes(EXPLANATION);
        try {
            var problem = new ObjectMapper().readTree(body);
            return problem.path("detail").asText(problem.path("title").asText("没有说明"));
        } catch (IOException notJson) {
            var text = new String(body, StandardCharsets.UTF_8);
            return text.isBlank() ? "没有说明" : text.substring(0, Math.min(200, text.length()));
        }
    }

    /**
     * @param kind what the document is for the reader, e.g. {@code birth-certificate}; {@code none} where nothing is read
     * @param status {@code OPEN}, {@code EXEMPTED} or {@code UPLOADED}
     */
    public record Material(
            String key,
            String name,
            boolean required,
            String kind,
            List<String> licenseTypes,
            String status,
            String documentId,
            String documentType,
            boolean readingDone) {

        public boolean open() {
            return !"EXEMPTED".equals(status) && !"UPLOADED".equals(status);
        }

        public boolean toBeRead() {
            return documentId != null && kind != null && !"none".equals(kind) && !readingDone;
        }
    }

    /** @param caseNo {@code null} for the whole application */
    public record LookupRequest(String applicationNo, String caseNo, String materialKey, String purpose) {}

    /** @param why {@code NONE}, {@code EXPIRED}, {@code REVOKED} or {@code NO_CONSENT} where nothing was found */
    public record Lookup(boolean found, String identifier, String why) {}

    /** @param problem why nothing could be read, {@code null} where something was */
    public record Reading(
            String engine, String version, List<Page> pages, List<Field> fields, String text, String problem) {

        public record Page(int number, int width, int height) {}

        /** @param box left, top, width, height in pixels of the page */
        public record Field(String key, String label, String value, double confidence, int page, List<Integer> box) {}
    }

    /** What was read from one material and what it must agree with. */
    public record Facts(String materialKey, String documentId, Reading reading, List<Expected> expected) {

        /** @param source where the platform knows it from, e.g. {@code 居民身份证} */
        public record Expected(String field, String label, String expected, String source) {}
    }

    /** How the fields of one material compare. */
    public record Comparison(String materialKey, String documentId, List<Result> results) {

        /** @param verdict {@code MATCH}, {@code MISMATCH}, {@code UNREADABLE} or {@code MISSING} */
        public record Result(
                String field,
                String label,
                String read,
                String expected,
                String source,
                double confidence,
                String verdict,
                String note) {}
    }

    /** @param body the message as it goes out, byte for byte the same each time */
    public record Handoff(String messageKey, String department, String url, String body, boolean alreadySent) {}

    record Issued(String identifier) {}

    /** @param key one message in the inbox per key */
    public record Notice(String key, String applicationNo, String caseNo, String notice) {}
}
