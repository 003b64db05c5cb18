package io.onevisit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.workers.Neighbour;
import io.onevisit.workers.Neighbour.Answer;
import io.onevisit.workers.Neighbour.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepartmentSimulatorTest {

    private static final String CASE = "4301002026112300000019";
    private static final String SECRET = "s3cret";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Neighbour platform;
    private DepartmentSimulator simulator;

    @BeforeEach
    void open() throws IOException {
        platform = new Neighbour(request -> new Answer(200, "{\"status\":\"APPLIED\"}"));
        simulator = simulator();
    }

    @AfterEach
    void close() {
        simulator.close();
        platform.close();
    }

    private DepartmentSimulator simulator() throws IOException {
        var sender = new CallbackSender(URI.create(platform.url()), () -> Optional.of(SECRET));
        var office = new DepartmentOffice(new SimulatedCases(folder), new Behaviour(20), sender);
        return new DepartmentSimulator(0, office);
    }

    @Test
    void aCaseIsAnsweredStepByStepWithValidSignatures() throws Exception {
        var receipt = post("police", CASE + ":APPLY:1", message("APPLY", "岳麓区示例街8号"));

        assertThat(receipt.statusCode()).isEqualTo(201);
        assertThat(kinds(5)).containsExactly("RECEIVED", "ACCEPTED", "STEP", "DECIDED", "CLOSED");
        assertThat(platform.requests()).allSatisfy(DepartmentSimulatorTest::isSigned);
        assertThat(platform.requests())
                .extracting(request -> content(request).get("sequence"))
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void theSameKeyGetsTheSameReceiptAlsoAfterARestart() throws Exception {
        var key = CASE + ":APPLY:1";
        var first = post("police", key, message("APPLY", "")).body();
        kinds(5);

        simulator.close();
        simulator = simulator();

        assertThat(post("police", key, message("APPLY", "")).body()).isEqualTo(first);
        assertThat(get("/police/cases/receipts/" + key).body()).isEqualTo(first);
        assertThat(get("/police/cases/receipts/" + CASE + ":APPLY:2").statusCode())
                .isEqualTo(404);
        assertThat(get("/tax/cases/receipts/" + key).statusCode()).isEqualTo(404);
        assertThat(kinds(5)).hasSize(5);
    }

    @Test
    void aCaseThatEndedIsReceiptedAndNothingMoreIsSaidOfIt() throws Exception {
        var ended = post("police", CASE + ":ENDED:2", message("ENDED", ""));
        assertThat(ended.statusCode()).isEqualTo(201);
        assertThat(post("police", CASE + ":ENDED:2", message("ENDED", "")).body())
                .isEqualTo(ended.body());
        assertThat(post("police", CASE + ":APPLY:1", message("APPLY", "")).statusCode())
                .isEqualTo(201);

        var file = new SimulatedCases(folder).find("police", CASE).orElseThrow();
        assertThat(file.answers()).isEmpty();
        assertThat(file.hasEnded()).isTrue();
    }

    @Test
    void aCaseThatEndsStopsWhatWasStillToBeTold() {
        var file = new SimulatedCase("police", CASE, "出生登记", new LinkedHashMap<>(), new ArrayList<>());
        file.add("RECEIVED", Map.of(), 0);
        file.add("DECIDED", Map.of(), 0);
        file.mark(file.answers().get(0), "TOLD");

        file.ended();

        assertThat(file.answers()).extracting(SimulatedCase.Answer::state).containsExactly("TOLD", "GIVEN_UP");
    }

    @Test
    void aKeyUsedForAnotherMessageIsAConflict() throws Exception {
        post("police", CASE + ":APPLY:1", message("APPLY", ""));

        assertThat(post("police", CASE + ":APPLY:1", message("APPLY", "别处")).statusCode())
                .isEqualTo(409);
        assertThat(post("police", "other:APPLY:1", message("APPLY", "")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void answersAreRepeatedWithTheSameMessageUntilTheyAreHeard() throws Exception {
        var tries = new AtomicInteger();
        platform.behave(request -> tries.incrementAndGet() <= 1 ? new Answer(503, "") : new Answer(200, "{}"));

        post("tax", CASE + ":APPLY:1", message("APPLY", ""));

        assertThat(kinds(6)).containsExactly("RECEIVED", "RECEIVED", "ACCEPTED", "STEP", "DECIDED", "CLOSED");
        assertThat(platform.requests().get(0).body())
                .isEqualTo(platform.requests().get(1).body());
        assertThat(platform.requests().get(0).header("X-Message-Id"))
                .isEqualTo(platform.requests().get(1).header("X-Message-Id"));
    }

    @Test
    void whatTheOfficeOwesIsToldAfterARestart() throws Exception {
        platform.behave(request -> new Answer(503, ""));
        post("tax", CASE + ":APPLY:1", message("APPLY", ""));
        kinds(1);
        simulator.close();
        var before = platform.requests().size();
        platform.behave(request -> new Answer(200, "{}"));

        simulator = simulator();

        assertThat(kinds(before + 5).subList(before, before + 5))
                .containsExactly("RECEIVED", "ACCEPTED", "STEP", "DECIDED", "CLOSED");
    }

    @Test
    void aSupplementIsAskedForOnceAndThenTheCaseGoesOn() throws Exception {
        post("police", CASE + ":APPLY:1", message("APPLY", "示例街8号" + Behaviour.SUPPLEMENT));
        assertThat(kinds(2)).containsExactly("RECEIVED", "SUPPLEMENT_REQUESTED");

        post("police", CASE + ":SUPPLEMENT:2", message("SUPPLEMENT", "示例街8号" + Behaviour.SUPPLEMENT));

        assertThat(kinds(6))
                .containsExactly("RECEIVED", "SUPPLEMENT_REQUESTED", "ACCEPTED", "STEP", "DECIDED", "CLOSED");
    }

    @ParameterizedTest
    @CsvSource({
        "〔不予受理〕, RECEIVED ACCEPTANCE_REFUSED",
        "〔不予办理〕, RECEIVED ACCEPTED STEP DECIDED",
        "〔特别程序〕, RECEIVED ACCEPTED SPECIAL_PROCEDURE_STARTED SPECIAL_PROCEDURE_ENDED STEP DECIDED CLOSED",
    })
    void aWordInTheAnswersMakesTheDepartmentDecideOtherwise(String word, String kinds) throws Exception {
        var expected = List.of(kinds.split(" "));

        post("police", CASE + ":APPLY:1", message("APPLY", word));

        assertThat(kinds(expected.size())).isEqualTo(expected);
    }

    @Test
    void whatThePlatformWillNeverTakeIsNotRepeated() throws Exception {
        platform.behave(request -> new Answer(409, "{\"code\":\"case-ended\"}"));
        post("tax", CASE + ":APPLY:1", message("APPLY", ""));
        kinds(1);

        simulator.close();
        simulator = simulator();
        post("tax", CASE + "2:APPLY:1", message("APPLY", "").replace(CASE, CASE + "2"));

        assertThat(kinds(2)).containsExactly("RECEIVED", "RECEIVED");
    }

    @Test
    void aDepartmentCanBeMadeToFail() throws Exception {
        send("PUT", "/police/mood", "failing", Map.of());

        assertThat(post("police", CASE + ":APPLY:1", message("APPLY", "")).statusCode())
                .isEqualTo(503);
        assertThat(post("tax", CASE + ":APPLY:1", message("APPLY", "")).statusCode())
                .isEqualTo(201);
    }

    private static void isSigned(Request request) {
        var expected = CallbackSender.sign(
                SECRET, request.header("X-Timestamp"), request.header("X-Message-Id"), request.body());
        assertThat(request.path()).isEqualTo("/api/handoff/callbacks");
        assertThat(request.header("X-Department")).isEqualTo("police");
        assertThat(request.header("X-Signature")).isEqualTo(expected).matches("[0-9a-f]{64}");
    }

    /** The kinds of the first answers, once there are so many. */
    private List<String> kinds(int count) throws InterruptedException {
        for (int i = 0; i < 600 && platform.requests().size() < count; i++) {
            Thread.sleep(50);
        }
        return platform.requests().stream()
                .map(request -> (String) content(request).get("kind"))
                .toList();
    }

    private static Map<String, Object> content(Request request) {
        try {
            return new ObjectMapper().readValue(request.body(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String message(String kind, String address) {
        return """
                {"kind":"%s","caseNo":"%s","item":{"name":"出生登记"},"answers":{"registerAddress":"%s"},
                 "materials":[{"key":"birth-certificate","name":"出生医学证明"}]}"""
                .formatted(kind, CASE, address);
    }

    private HttpResponse<String> post(String department, String key, String body) throws Exception {
        return send("POST", "/" + department + "/cases", body, Map.of("Idempotency-Key", key));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, "", Map.of());
    }

    private HttpResponse<String> send(String method, String path, String body, Map<String, String> headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + simulator.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
