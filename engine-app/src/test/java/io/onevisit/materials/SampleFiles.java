package io.onevisit.materials;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Good files as programs write them, and what goes wrong with them. */
final class SampleFiles {

    private SampleFiles() {}

    static byte[] image(String format, int width, int height) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A real small PNG whose header claims another size, with the right check sum. */
    static byte[] pngClaiming(int width, int height) {
        var png = image("png", 8, 8);
        var header = ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return png;
    }

    static byte[] pdf() {
        return pdf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "");
    }

    /** A PDF with the offsets of its objects in place. */
    static byte[] pdf(String pages, String trailer) {
        var text = new StringBuilder("%PDF-1.4\n");
        var objects = new String[] {
            "<< /Type /Catalog /Pages 2 0 R >>", pages, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"
        };
        var offsets = new int[objects.length];
        for (var i = 0; i < objects.length; i++) {
            offsets[i] = text.length();
            text.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        var xref = text.length();
        text.append("xref\n0 4\n0000000000 65535 f \n");
        for (var offset : offsets) {
            text.append("%010d 00000 n \n".formatted(offset));
        }
        text.append("trailer\n<< /Size 4 /Root 1 0 R ").append(trailer).append(">>\nstartxref\n");
        return text.append(xref).append("\n%%EOF\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] zip() {
        try (var out = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("bomb.txt"));
            zip.write(new byte[1 << 20]);
            zip.closeEntry();
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning of a Windows program. */
    static byte[] program() {
        var exe = new byte[1024];
        exe[0] = 'M';
        exe[1] = 'Z';
        exe[0x3c] = (byte) 0x80;
        exe[0x80] = 'P';
        exe[0x81] = 'E';
        return exe;
    }

    static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    static byte[] joined(byte[] first, byte[] then) {
        return ByteBuffer.allocate(first.length + then.length)
                .put(first)
                .put(then)
                .array();
    }
}
