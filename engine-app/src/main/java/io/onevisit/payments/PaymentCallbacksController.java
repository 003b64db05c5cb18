package io.onevisit.payments;

import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The payment platform tells here what was paid. */
@RestController
class PaymentCallbacksController {

    private final PaymentCallbacks callbacks;

    PaymentCallbacksController(PaymentCallbacks callbacks) {
        this.callbacks = callbacks;
    }

    @PostMapping("/api/payment-callbacks")
    Map<String, PaymentReceived> receive(
            @RequestHeader(name = "X-Signature", defaultValue = "") String signature, @RequestBody byte[] body) {
        return Map.of("status", callbacks.receive(signature, body));
    }
}
