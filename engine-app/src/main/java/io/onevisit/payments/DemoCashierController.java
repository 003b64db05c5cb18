package io.onevisit.payments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The cashier of the demonstration: nobody pays, but what it says is signed and taken in as the payment platform's word is. */
@RestController
@ConditionalOnProperty("onevisit.demo.enabled")
class DemoCashierController {

    private final PaymentOrderRows orders;
    private final PaymentSignature signature;
    private final PaymentCallbacks callbacks;
    private final ObjectMapper json;
    private final Clock time;

    DemoCashierController(
            PaymentOrderRows orders,
            PaymentSignature signature,
            PaymentCallbacks callbacks,
            ObjectMapper json,
            Clock time) {
        this.orders = orders;
        this.signature = signature;
        this.callbacks = callbacks;
        this.json = json;
        this.time = time;
    }

    @PostMapping("/api/payment-orders/{no}/simulated-payment")
    @Noted(value = Verb.PAY, kind = Kind.PAYMENT_ORDER, number = "#no")
    Map<String, PaymentReceived> pay(@PathVariable String no) throws JsonProcessingException {
        var transaction = "DEMO" + UUID.randomUUID().toString().replace("-", "");
        var paid = new PaymentCallbacks.Paid(
                transaction,
                no,
                orders.get(no).cents(),
                "示例票据" + transaction.substring(4, 12).toUpperCase(),
                time.instant());
        var body = json.writeValueAsString(paid).getBytes(StandardCharsets.UTF_8);
        return Map.of("status", callbacks.receive(signature.of(body), body));
    }
}
