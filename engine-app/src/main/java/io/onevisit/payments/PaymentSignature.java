package io.onevisit.payments;

import io.onevisit.problems.Problem;
import io.onevisit.vault.HexMac;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Checks that a message comes from the payment platform, as it was sent. */
@Component
class PaymentSignature {

    private static final int SECRET_BYTES = 32;

    private final PaymentProperties properties;
    private final byte[] secret;

    /** @param demo the demonstration signs and checks within this server: any secret will do */
    PaymentSignature(PaymentProperties properties, @Value("${onevisit.demo.enabled:false}") boolean demo) {
        this.properties = properties;
        this.secret = demo && properties.secret().isBlank()
                ? madeUp()
                : properties.secret().getBytes(StandardCharsets.UTF_8);
    }

    /** A 401 problem where it does not. */
    void check(String signature, byte[] body) {
        if (secret.length == 0 || !HexMac.equal(of(body), signature)) {
            throw new Problem(HttpStatus.UNAUTHORIZED, "signature-invalid", "签名不正确：请核对密钥后重新签名发送。");
        }
    }

    private static byte[] madeUp() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** Hex MAC over the body. */
    String of(byte[] body) {
        return HexMac.of(properties.mac(), secret, body);
    }
}
