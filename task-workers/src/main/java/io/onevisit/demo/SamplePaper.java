package io.onevisit.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** Draws a page of any material: its name, and what the applicant has written; marked as a sample. */
class SamplePaper {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 1414;
    private static final int MOST_LINES = 22;

    private final CjkFont font = CjkFont.find();

    /** A page as a file. */
    record Page(String fileName, String type, byte[] content) {}

    /** @param accept the formats that the material may have, with commas between them; empty: any */
    Page page(String material, List<String> lines, String accept) {
        var image = drawn(material, lines);
        if (accept.isEmpty() || accept.contains("image/png")) {
            return new Page(material + ".png", "image/png", written("png", image));
        }
        return accept.contains("image/jpeg")
                ? new Page(material + ".jpg", "image/jpeg", written("jpg", image))
                : new Page(material + ".pdf", "application/pdf", pdf(image));
    }

    private BufferedImage drawn(String material, List<String> lines) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(Color.BLACK);
        Font title = font.bold(material.length() > 16 ? 34 : 52);
        g.setFont(title);
        g.drawString(material, Math.max(60, (WIDTH - g.getFontMetrics().stringWidth(material)) / 2), 150);
        g.setFont(font.size(28));
        var y = 250;
        for (var line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
            g.drawString(line, 90, y);
            y += 46;
        }
        g.setFont(font.size(22));
        g.drawString("本图为系统演示样例，人员和机构均为虚构，不具有任何效力。", 90, HEIGHT - 80);
        g.dispose();
        return image;
    }

    private static byte[] written(String format, BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(document, image),
                        0,
                        0,
                        PDRectangle.A4.getWidth(),
                        PDRectangle.A4.getHeight());
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
