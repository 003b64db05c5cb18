package io.onevisit.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Makes pictures and PDFs of birth certificates that do not exist, good enough to be read by a real reader. */
public class BirthCertificateScan {

    private static final float A4_POINTS = 842f / BirthCertificateDrawing.WIDTH;

    private final CjkFont font = CjkFont.find();

    /** As a flat-bed scanner gives it. */
    public byte[] png(BirthCertificate certificate) {
        return written("png", draw(certificate), 1f);
    }

    /** As a telephone gives it: held at a slant, in uneven light, grainy, saved small. */
    public byte[] photo(BirthCertificate certificate) {
        return written("jpg", photographed(draw(certificate), 2.2), 0.55f);
    }

    /** Too far out of focus to be read by anybody. */
    public byte[] blurred(BirthCertificate certificate) {
        var image = draw(certificate);
        var size = 21;
        var weights = new float[size * size];
        java.util.Arrays.fill(weights, 1f / weights.length);
        var blur = new ConvolveOp(new Kernel(size, size, weights), ConvolveOp.EDGE_NO_OP, null);
        return written("jpg", blur.filter(blur.filter(image, null), null), 0.4f);
    }

    /** A PDF that holds nothing but the picture. */
    public byte[] scannedPdf(BirthCertificate certificate) {
        return pdf((document, page) -> {
            var picture = JPEGFactory.createFromImage(document, draw(certificate), 0.8f);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        picture,
                        0,
                        0,
                        page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
            }
        });
    }

    /** A PDF as an office program makes it: the text is text. */
    public byte[] textPdf(BirthCertificate certificate) {
        return pdf((document, page) -> {
            try (var content = new PDPageContentStream(document, page)) {
                var embedded = embedded(document);
                for (var words : new BirthCertificateDrawing(certificate, font).words()) {
                    content.beginText();
                    content.setFont(embedded, words.size() * A4_POINTS);
                    content.newLineAtOffset(
                            words.x() * A4_POINTS, page.getMediaBox().getHeight() - words.y() * A4_POINTS);
                    content.showText(words.text());
                    content.endText();
                }
            }
        });
    }

    /** The same PDF, closed with a password. */
    public byte[] lockedPdf(BirthCertificate certificate) {
        var bytes = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(scannedPdf(certificate))) {
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private BufferedImage draw(BirthCertificate certificate) {
        return new BirthCertificateDrawing(certificate, font).draw();
    }

    private static BufferedImage photographed(BufferedImage sheet, double degrees) {
        var photo = new BufferedImage(sheet.getWidth() + 120, sheet.getHeight() + 140, BufferedImage.TYPE_INT_RGB);
        var g = photo.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setColor(new Color(0x8d7b68));
        g.fillRect(0, 0, photo.getWidth(), photo.getHeight());
        g.rotate(Math.toRadians(degrees), photo.getWidth() / 2.0, photo.getHeight() / 2.0);
        g.drawImage(sheet, 60, 70, null);
        g.setTransform(new java.awt.geom.AffineTransform());
        g.setPaint(new GradientPaint(
                0, 0, new Color(0, 0, 0, 0), photo.getWidth(), photo.getHeight(), new Color(0, 0, 0, 70)));
        g.fillRect(0, 0, photo.getWidth(), photo.getHeight());
        g.dispose();
        var grain = new Random(7);
        for (int y = 0; y < photo.getHeight(); y++) {
            for (int x = 0; x < photo.getWidth(); x++) {
                var shift = (int) (grain.nextGaussian() * 9);
                var color = photo.getRGB(x, y);
                photo.setRGB(
                        x,
                        y,
                        shifted(color >> 16, shift) << 16 | shifted(color >> 8, shift) << 8 | shifted(color, shift));
            }
        }
        return photo;
    }

    private static int shifted(int channel, int by) {
        return Math.max(0, Math.min(255, (channel & 0xff) + by));
    }

    private static byte[] written(String format, BufferedImage image, float quality) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            if (format.equals("jpg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private PDFont embedded(PDDocument document) throws IOException {
        var file = font.file().toFile();
        if (!file.getName().endsWith(".ttc")) {
            return PDType0Font.load(document, file);
        }
        try (var collection = new TrueTypeCollection(file)) {
            return PDType0Font.load(
                    document, collection.getFontByName(font.font().getPSName()), true);
        }
    }

    private interface Content {
        void write(PDDocument document, PDPage page) throws IOException;
    }

    private static byte[] pdf(Content content) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(842, 595));
            document.addPage(page);
            content.write(document, page);
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes one of each kind into a folder, for whoever wants to try the upload by hand. */
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        var folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "data/samples"));
        var mother = new BirthCertificate.Parent("李娜", "430104199608189043", "汉族", "长沙市岳麓区示例街8号");
        var father = new BirthCertificate.Parent("王磊", "430105199411239058", "汉族", "长沙市岳麓区示例街8号");
        var right = BirthCertificate.random(new Random(), LocalDate.now(), mother, father);
        var scan = new BirthCertificateScan();
        Files.write(folder.resolve("出生医学证明-扫描件.png"), scan.png(right));
        Files.write(folder.resolve("出生医学证明-照片.jpg"), scan.photo(right));
        Files.write(folder.resolve("出生医学证明-模糊.jpg"), scan.blurred(right));
        Files.write(folder.resolve("出生医学证明-扫描件.pdf"), scan.scannedPdf(right));
        Files.write(folder.resolve("出生医学证明-文字版.pdf"), scan.textPdf(right));
        Files.write(folder.resolve("出生医学证明-加密.pdf"), scan.lockedPdf(right));
        Files.write(folder.resolve("出生医学证明-母亲证号不符.png"), scan.png(right.withAnotherMothersNumber()));
        Screen.line("已在 %s 写入 7 个样例文件，婴儿 %s，编号 %s".formatted(folder, right.childName(), right.certificateNo()));
    }
}
