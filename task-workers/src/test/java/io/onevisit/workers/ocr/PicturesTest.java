package io.onevisit.workers.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {

    @TempDir
    Path folder;

    /** A picture 80 wide and 40 high, red in its upper left corner: where that corner is once it is upright. */
    @ParameterizedTest
    @CsvSource({
        "1, 80, 40, 10, 10",
        "2, 80, 40, 70, 10",
        "3, 80, 40, 70, 30",
        "4, 80, 40, 10, 30",
        "5, 40, 80, 10, 10",
        "6, 40, 80, 30, 10",
        "7, 40, 80, 30, 70",
        "8, 40, 80, 10, 70",
    })
    void aPhotographIsTurnedTheWayTheCameraWasHeld(int orientation, int width, int height, int x, int y)
            throws Exception {
        var file = Files.write(folder.resolve("photo"), jpeg(orientation));

        var picture = Pictures.open(file, "image/jpeg");

        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
        var corner = new Color(picture.getRGB(x, y));
        assertThat(corner.getRed()).isGreaterThan(200);
        assertThat(corner.getGreen()).isLessThan(80);
    }

    @Test
    void aLargePictureIsMadeSmallerForTheReader() {
        var large = new BufferedImage(9_000, 300, BufferedImage.TYPE_INT_RGB);

        assertThat(Pictures.atMost(large, 6_000).getWidth()).isEqualTo(6_000);
        assertThat(Pictures.atMost(large, 6_000).getHeight()).isEqualTo(200);
        assertThat(Pictures.atMost(large, 9_000)).isSameAs(large);
    }

    private static byte[] jpeg(int orientation) throws Exception {
        var image = new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(Color.BLUE);
        g.fillRect(0, 0, 80, 40);
        g.setColor(Color.RED);
        g.fillRect(0, 0, 20, 20);
        g.dispose();
        var plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", plain);
        var bytes = plain.toByteArray();
        var turned = new ByteArrayOutputStream();
        turned.write(bytes, 0, 2);
        turned.writeBytes(exif(orientation));
        turned.write(bytes, 2, bytes.length - 2);
        return turned.toByteArray();
    }

    /** The smallest EXIF block: one directory with one entry, tag 0x0112. */
    private static byte[] exif(int orientation) {
        var segment = ByteBuffer.allocate(36);
        segment.putShort((short) 0xFFE1).putShort((short) 34);
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        segment.put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        segment.putShort((short) 1);
        segment.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        segment.putInt(0);
        return segment.array();
    }
}
