package io.onevisit.identity;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What an authenticator needs to know, for its camera and for who types.
 *
 * @param picture the address as a QR code, an SVG in a data URI
 */
record Enrolment(String secret, String address, String picture) {

    static Enrolment of(String username, String secret) {
        var address = "otpauth://totp/OneVisit:%s?secret=%s&issuer=OneVisit".formatted(username, secret);
        return new Enrolment(secret.replaceAll("(.{4})(?!$)", "$1 "), address, drawn(address));
    }

    private static String drawn(String text) {
        try {
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            var path = new StringBuilder();
            for (var y = 0; y < matrix.getHeight(); y++) {
                for (var x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y)) {
                        path.append("M%d %dh1v1h-1z".formatted(x, y));
                    }
                }
            }
            var svg =
                    """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" shape-rendering="crispEdges">\
                    <rect width="%1$d" height="%2$d" fill="#fff"/><path d="%3$s"/></svg>"""
                            .formatted(matrix.getWidth(), matrix.getHeight(), path);
            return "data:image/svg+xml;base64,"
                    + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
