package io.onevisit.payments;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.problems.Problem;
import java.io.IOException;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What the payment platform says was paid. */
@Component
class PaymentCallbacks {

    private static final int LONGEST = 64;

    private final PaymentSignature signature;
    private final Payments payments;
    private final ObjectMapper json;

    PaymentCallbacks(PaymentSignature signature, Payments payments, ObjectMapper json) {
        this.signature = signature;
        this.payments = payments;
        this.json = json;
    }

    PaymentReceived receive(String signed, byte[] body) {
        signature.check(signed, body);
        var paid = parse(body);
        need("transaction", paid.transaction());
        need("orderNo", paid.orderNo());
        need("receipt", paid.receipt());
        if (paid.cents() <= 0) {
            throw Problem.invalid("callback-invalid", "cents 应为正整数，单位为分。").with("field", "cents");
        }
        return payments.online(paid.orderNo(), paid.transaction(), paid.cents(), paid.receipt(), paid.paidAt());
    }

    private Paid parse(byte[] body) {
        try {
            return json.readValue(body, Paid.class);
        } catch (IOException e) {
            throw Problem.invalid("callback-unreadable", "消息内容不是约定的 JSON：请核对字段类型和时间格式。");
        }
    }

    private static void need(String field, String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST || text.indexOf(0) >= 0) {
            throw Problem.invalid("callback-invalid", "%s 应为 1 至 %d 个字。".formatted(field, LONGEST))
                    .with("field", field);
        }
    }

    /**
     * @param transaction the platform's own number of the payment
     * @param cents what was paid, in 分
     * @param receipt number of the electronic receipt
     * @param paidAt when, {@code null} for now
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Paid(String transaction, String orderNo, long cents, String receipt, Instant paidAt) {}
}
