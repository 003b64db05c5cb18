package io.onevisit.materials;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Opens scans that nobody has vouched for, in a process of its own: it draws small pictures of their pages, or puts pages
 * together into one PDF. It does one thing and ends; its exit code says what was wrong.
 */
public final class PageProcess {

    static final int DAMAGED = 2;
    static final int ENCRYPTED = 3;
    static final int TOO_MANY = 4;

    /** Longest side of a page's picture, enough to tell papers apart and to read their headings. */
    private static final int PICTURE = 900;

    /** Longest side of a photograph within a PDF: A4 at 300 dpi. */
    private static final int PHOTOGRAPH = 3508;

    private static final float MARGIN = 18;

    private PageProcess() {}

    /** {@code draw FILE TYPE FOLDER MOST} or {@code join PLAN FILE}; a line of a plan is file, type, page, turn. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        try {
            if (args[0].equals("draw")) {
                return draw(Path.of(args[1]), args[2], Path.of(args[3]), Integer.parseInt(args[4]));
            }
            join(Files.readAllLines(Path.of(args[1])), Path.of(args[2]));
            return 0;
        } catch (InvalidPasswordException locked) {
            return ENCRYPTED;
        } catch (IOException | RuntimeException broken) {
            broken.printStackTrace();
            return DAMAGED;
        }
    }

    private static int draw(Path file, String type, Path folder, int most) throws IOException {
        if (!type.equals(DocumentType.PDF.mediaType())) {
            write(picture(file, PICTURE), folder, 1);
            return 0;
        }
        try (var document = open(file)) {
            if (document.isEncrypted()) {
                return ENCRYPTED;
            }
            if (document.getNumberOfPages() > most) {
                return TOO_MANY;
            }
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            for (var at = 0; at < document.getNumberOfPages(); at++) {
                var box = document.getPage(at).getCropBox();
                var scale = Math.min(2, PICTURE / Math.max(1, Math.max(box.getWidth(), box.getHeight())));
                write(renderer.renderImage(at, scale, ImageType.RGB), folder, at + 1);
            }
            return document.getNumberOfPages() == 0 ? DAMAGED : 0;
        }
    }

    private static void write(BufferedImage picture, Path folder, int number) throws IOException {
        ImageIO.write(picture, "png", folder.resolve(number + ".png").toFile());
    }

    private static void join(List<String> plan, Path result) throws IOException {
        Map<String, PDDocument> sources = new HashMap<>();
        try (var joined = new PDDocument()) {
            for (var line : plan) {
                var said = line.split("\t");
                var turn = Integer.parseInt(said[3]);
                if (said[1].equals(DocumentType.PDF.mediaType())) {
                    if (!sources.containsKey(said[0])) {
                        sources.put(said[0], open(Path.of(said[0])));
                    }
                    copy(sources.get(said[0]).getPage(Integer.parseInt(said[2]) - 1), joined, turn);
                } else {
                    photograph(Path.of(said[0]), joined, turn);
                }
            }
            // In plain bytes, so that what stands in the result can be inspected as in any other file.
            joined.save(result.toFile(), CompressParameters.NO_COMPRESSION);
        } finally {
            for (var source : sources.values()) {
                source.close();
            }
        }
    }

    /** The page as it looks, without what it may do. */
    private static void copy(PDPage page, PDDocument joined, int turn) throws IOException {
        var copied = joined.importPage(page);
        copied.getCOSObject().removeItem(COSName.ANNOTS);
        copied.getCOSObject().removeItem(COSName.AA);
        copied.setResources(page.getResources());
        copied.setRotation(Math.floorMod(page.getRotation() + turn, 360));
    }

    private static void photograph(Path file, PDDocument joined, int turn) throws IOException {
        PDImageXObject image = JPEGFactory.createFromImage(joined, picture(file, PHOTOGRAPH), 0.85f, 200);
        var wide = image.getWidth() > image.getHeight();
        var a4 = PDRectangle.A4;
        var page = new PDPage(wide ? new PDRectangle(a4.getHeight(), a4.getWidth()) : a4);
        page.setRotation(turn);
        joined.addPage(page);
        var box = page.getMediaBox();
        var scale = Math.min(
                (box.getWidth() - 2 * MARGIN) / image.getWidth(), (box.getHeight() - 2 * MARGIN) / image.getHeight());
        var width = image.getWidth() * scale;
        var height = image.getHeight() * scale;
        try (var pen = new PDPageContentStream(joined, page)) {
            pen.drawImage(image, (box.getWidth() - width) / 2, (box.getHeight() - height) / 2, width, height);
        }
    }

    private static PDDocument open(Path file) throws IOException {
        return Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
    }

    /** Read in steps as coarse as the size allows, so that a huge picture is never in memory as a whole. */
    private static BufferedImage picture(Path file, int longest) throws IOException {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                var step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * longest));
                var how = reader.getDefaultReadParam();
                how.setSourceSubsampling(step, step, 0, 0);
                return atMost(reader.read(0, how), longest);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage atMost(BufferedImage picture, int longest) {
        var scale = Math.min(1, longest / (double) Math.max(picture.getWidth(), picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = result.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return result;
    }
}
