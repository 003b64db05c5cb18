package io.onevisit.handoff;

import io.onevisit.handoff.Signature.Signed;
import io.onevisit.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Departments' systems tell here what became of the cases they were handed. */
@RestController
class CallbacksController {

    private static final int LARGEST = 1 << 20;

    private final Signature signature;
    private final Callbacks callbacks;

    CallbacksController(Signature signature, Callbacks callbacks) {
        this.signature = signature;
        this.callbacks = callbacks;
    }

    @PostMapping("/api/handoff/callbacks")
    Map<String, Received> receive(
            @RequestHeader(name = "X-Department", defaultValue = "") String department,
            @RequestHeader(name = "X-Message-Id", defaultValue = "") String messageId,
            @RequestHeader(name = "X-Timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "X-Signature", defaultValue = "") String given,
            HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Problem(HttpStatus.PAYLOAD_TOO_LARGE, "callback-too-large", "消息超过 1 MB，请精简后重新发送。");
        }
        signature.check(new Signed(department, messageId, timestamp, given), body);
        return Map.of("status", callbacks.receive(department, messageId, new String(body, StandardCharsets.UTF_8)));
    }
}
