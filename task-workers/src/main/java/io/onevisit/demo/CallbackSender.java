package io.onevisit.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells the platform what became of a case, signed as the contract asks. */
class CallbackSender {

    private final URI platform;
    private final Supplier<Optional<String>> secret;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    CallbackSender(URI platform, Supplier<Optional<String>> secret) {
        this.platform = platform;
        this.secret = secret;
    }

    /** @param status 0 where the platform could not be reached */
    record Told(int status, String body) {
        boolean accepted() {
            return status >= 200 && status < 300;
        }

        /** The message is at fault, not the moment. */
        boolean neverWill() {
            return status >= 400 && status < 500 && status != 401 && status != 408 && status != 429;
        }
    }

    Told tell(SimulatedCase file, SimulatedCase.Answer answer) {
        var key = secret.get();
        if (key.isEmpty()) {
            return new Told(0, "部门密钥还没有生成");
        }
        var body = body(file, answer);
        var timestamp = Instant.now().toString();
        var request = HttpRequest.newBuilder(platform.resolve("/api/handoff/callbacks"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("X-Department", file.department())
                .header("X-Message-Id", answer.messageId())
                .header("X-Timestamp", timestamp)
                .header("X-Signature", sign(key.get(), timestamp, answer.messageId(), body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Told(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Told(0, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Told(0, "中断");
        }
    }

    /** The same bytes each time: the message id stands for them. */
    private String body(SimulatedCase file, SimulatedCase.Answer answer) {
        var content = new LinkedHashMap<String, Object>();
        content.put("caseNo", file.caseNo());
        content.put("kind", answer.kind());
        content.put("sequence", answer.sequence());
        content.put("at", Instant.ofEpochMilli(answer.due()).toString());
        content.putAll(answer.content());
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sign(String secret, String timestamp, String messageId, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = timestamp + "\n" + messageId + "\n" + body;
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
