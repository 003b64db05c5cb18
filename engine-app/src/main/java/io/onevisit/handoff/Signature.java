package io.onevisit.handoff;

import io.onevisit.problems.Problem;
import io.onevisit.vault.HexMac;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Checks that a request comes from the department it names, as it was sent, and now. */
@Component
class Signature {

    private static final int MILLISECOND_DIGITS = 13;

    private final DepartmentSystems systems;
    private final HandoffProperties properties;
    private final Clock time;

    Signature(DepartmentSystems systems, HandoffProperties properties, Clock time) {
        this.systems = systems;
        this.properties = properties;
        this.time = time;
    }

    /** A 401 problem, the same whatever of department, signature or time is wrong. */
    void check(Signed request, byte[] body) {
        var secret = systems.enabled(request.department()).map(DepartmentSystem::secret);
        var expected = mac(secret.orElse("nobody"), request.timestamp(), request.messageId(), body);
        if (secret.isEmpty()
                || !HexMac.equal(expected, request.signature())
                || !inWindow(request.timestamp())
                || request.messageId().isBlank()) {
            throw new Problem(
                    HttpStatus.UNAUTHORIZED, "signature-invalid", "签名或时间戳不正确：请核对部门编码、密钥、系统时间（误差不超过 5 分钟）后重新签名发送。");
        }
    }

    /** Hex MAC over timestamp, newline, message id, newline, body. */
    String mac(String secret, String timestamp, String messageId, byte[] body) {
        return HexMac.of(
                properties.mac(),
                secret.getBytes(StandardCharsets.UTF_8),
                (timestamp + "\n" + messageId + "\n").getBytes(StandardCharsets.UTF_8),
                body);
    }

    private boolean inWindow(String timestamp) {
        try {
            return Duration.between(instant(timestamp), time.instant()).abs().compareTo(properties.window()) <= 0;
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return false;
        }
    }

    /** Seconds or milliseconds since 1970, or ISO 8601 with an offset. */
    private static Instant instant(String timestamp) {
        if (!timestamp.matches("\\d{1,18}")) {
            return OffsetDateTime.parse(timestamp).toInstant();
        }
        var number = Long.parseLong(timestamp);
        return timestamp.length() >= MILLISECOND_DIGITS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    /** The headers of a signed request. */
    record Signed(String department, String messageId, String timestamp, String signature) {}
}
