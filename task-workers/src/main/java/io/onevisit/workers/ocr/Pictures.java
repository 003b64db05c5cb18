package io.onevisit.workers.ocr;

import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TIFF;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.image.JpegParser;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Opens photographs and scans, the right way up, and looks at their size before they are unpacked. */
final class Pictures {

    private Pictures() {}

    static BufferedImage open(Path file, String type) throws IOException, Problem {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Problem(Scan.DAMAGED);
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > Limits.PIXELS) {
                    throw new Problem(Scan.TOO_LARGE);
                }
                return upright(reader.read(0), "image/jpeg".equals(type) ? orientation(file) : 1);
            } catch (IOException | RuntimeException broken) {
                throw new Problem(Scan.DAMAGED);
            } finally {
                reader.dispose();
            }
        }
    }

    /** How the camera was held, as its EXIF data say; 1 is upright. */
    private static int orientation(Path file) throws IOException {
        var metadata = new Metadata();
        try (var in = Files.newInputStream(file)) {
            new JpegParser().parse(in, new DefaultHandler(), metadata, new ParseContext());
        } catch (TikaException | SAXException unknown) {
            return 1;
        }
        var orientation = metadata.get(TIFF.ORIENTATION);
        return orientation != null && orientation.matches("[1-8]") ? Integer.parseInt(orientation) : 1;
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        var turns = new AffineTransform();
        var sideways = orientation >= 5;
        var width = sideways ? picture.getHeight() : picture.getWidth();
        var height = sideways ? picture.getWidth() : picture.getHeight();
        switch (orientation) {
            case 2 -> turns.setTransform(-1, 0, 0, 1, width, 0);
            case 3 -> turns.setTransform(-1, 0, 0, -1, width, height);
            case 4 -> turns.setTransform(1, 0, 0, -1, 0, height);
            case 5 -> turns.setTransform(0, 1, 1, 0, 0, 0);
            case 6 -> turns.setTransform(0, 1, -1, 0, width, 0);
            case 7 -> turns.setTransform(0, -1, -1, 0, width, height);
            case 8 -> turns.setTransform(0, -1, 1, 0, 0, height);
            default -> {}
        }
        return drawn(picture, turns, width, height);
    }

    /** The picture as the recogniser is given it: no transparency, no side longer than it can take. */
    static BufferedImage atMost(BufferedImage picture, int side) {
        var longest = Math.max(picture.getWidth(), picture.getHeight());
        if (longest <= side) {
            return picture;
        }
        var scale = (double) side / longest;
        return drawn(
                picture,
                AffineTransform.getScaleInstance(scale, scale),
                Math.max(1, (int) (picture.getWidth() * scale)),
                Math.max(1, (int) (picture.getHeight() * scale)));
    }

    private static BufferedImage drawn(BufferedImage picture, AffineTransform how, int width, int height) {
        var result = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var g = result.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setColor(java.awt.Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.drawImage(picture, how, null);
        g.dispose();
        return result;
    }
}
