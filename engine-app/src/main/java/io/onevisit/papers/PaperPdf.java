package io.onevisit.papers;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.springframework.stereotype.Component;

/** Draws a paper as a page of A4: heading, number, text, signature with an example seal, and a QR code to verify it by. */
@Component
public class PaperPdf {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(ZoneId.of("Asia/Shanghai"));
    private static final float LEFT = 80;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float SIZE = 14;
    private static final float LEADING = 26;
    private static final float LOWEST = 240;
    private static final float QR = 86;
    private static final Pattern PIECE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]*|.");
    private static final String CLOSING = "，。；：、！？）》”";
    private static final String OPENING = "（《“";
    private static final Color SEAL = new Color(0xC0, 0x2B, 0x2B);

    private final ChineseFont fonts;

    PaperPdf(ChineseFont fonts) {
        this.fonts = fonts;
    }

    /** @param verifyUrl what the QR code leads to */
    public byte[] draw(Paper paper, String verifyUrl) {
        try (var document = new PDDocument()) {
            document.getDocumentInformation().setTitle(paper.title() + " " + paper.no());
            var font = fonts.into(document);
            var lines = new ArrayList<String>();
            lines.add(paper.addressee() + "：");
            paper.paragraphs().forEach(text -> lines.addAll(wrapped(font, "　　" + text)));
            var rest = List.copyOf(lines);
            for (var first = true; first || !rest.isEmpty(); first = false) {
                rest = page(document, font, paper, verifyUrl, rest, first);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A paper cannot be drawn", e);
        }
    }

    /** @return the lines that did not fit */
    private static List<String> page(
            PDDocument document, PDFont font, Paper paper, String verifyUrl, List<String> lines, boolean first)
            throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var pen = new PDPageContentStream(document, page)) {
            var y = PDRectangle.A4.getHeight() - 100;
            if (first) {
                centred(pen, font, 24, y, paper.title());
                centred(pen, font, 11, y - 30, "文书号：" + paper.no());
                y -= 76;
            }
            var n = 0;
            for (; n < lines.size() && y > LOWEST; n++, y -= LEADING) {
                text(pen, font, SIZE, LEFT, y, lines.get(n));
            }
            if (n == lines.size()) {
                signature(pen, font, paper);
                verification(pen, font, paper, verifyUrl);
            }
            return lines.subList(n, lines.size());
        }
    }

    private static void signature(PDPageContentStream pen, PDFont font, Paper paper) throws IOException {
        var right = LEFT + WIDTH;
        var day = DAY.format(paper.issuedAt());
        text(pen, font, SIZE, right - width(font, SIZE, paper.issuer()), 164, paper.issuer());
        text(pen, font, SIZE, right - width(font, SIZE, day), 140, day);
        pen.setStrokingColor(SEAL);
        pen.setNonStrokingColor(SEAL);
        pen.setLineWidth(2);
        circle(pen, right - 60, 178, 46);
        small(pen, font, right - 60, 204, "电子样章");
        small(pen, font, right - 60, 191, "示例 无效力");
        pen.setNonStrokingColor(Color.BLACK);
    }

    private static void verification(PDPageContentStream pen, PDFont font, Paper paper, String url) throws IOException {
        try {
            var matrix = new QRCodeWriter().encode(url, BarcodeFormat.QR_CODE, 0, 0);
            var cell = QR / matrix.getWidth();
            for (var row = 0; row < matrix.getHeight(); row++) {
                for (var column = 0; column < matrix.getWidth(); column++) {
                    if (matrix.get(column, row)) {
                        pen.addRect(LEFT + column * cell, 90 + QR - (row + 1) * cell, cell, cell);
                    }
                }
            }
            pen.fill();
        } catch (WriterException e) {
            throw new IOException(e);
        }
        text(pen, font, 9, LEFT, 76, "扫码或凭文书号和验证码 " + paper.code() + " 核验真伪");
        text(pen, font, 9, LEFT, 60, "OneVisit 演示系统生成，印章为电子样章，不具有法律效力。");
    }

    /** Breaks where the line is full; punctuation stays with what it opens or closes, and a number with itself. */
    static List<String> wrapped(PDFont font, String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : text.strip().isEmpty() ? List.<String>of() : pieces(font, text)) {
            if (!line.isEmpty() && width(font, SIZE, line + piece) > WIDTH && CLOSING.indexOf(piece) < 0) {
                var opened = OPENING.indexOf(line.charAt(line.length() - 1)) < 0 ? line.length() : line.length() - 1;
                lines.add(line.substring(0, opened));
                line.delete(0, opened);
            }
            line.append(piece);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Characters, and words and numbers that fit into a line, each as a whole. */
    private static List<String> pieces(PDFont font, String text) {
        return PIECE.matcher(text.replaceAll("\\p{Cntrl}", " "))
                .results()
                .map(found -> found.group())
                .flatMap(word -> width(font, SIZE, word) > WIDTH
                        ? word.codePoints().mapToObj(Character::toString)
                        : Stream.of(word))
                .toList();
    }

    private static void circle(PDPageContentStream pen, float x, float y, float r) throws IOException {
        var k = r * 0.5523f;
        pen.moveTo(x - r, y);
        pen.curveTo(x - r, y + k, x - k, y + r, x, y + r);
        pen.curveTo(x + k, y + r, x + r, y + k, x + r, y);
        pen.curveTo(x + r, y - k, x + k, y - r, x, y - r);
        pen.curveTo(x - k, y - r, x - r, y - k, x - r, y);
        pen.stroke();
    }

    private static void centred(PDPageContentStream pen, PDFont font, float size, float y, String text)
            throws IOException {
        text(pen, font, size, (PDRectangle.A4.getWidth() - width(font, size, text)) / 2, y, text);
    }

    private static void small(PDPageContentStream pen, PDFont font, float x, float y, String text) throws IOException {
        text(pen, font, 9, x - width(font, 9, text) / 2, y, text);
    }

    private static void text(PDPageContentStream pen, PDFont font, float size, float x, float y, String text)
            throws IOException {
        pen.beginText();
        pen.setFont(font, size);
        pen.newLineAtOffset(x, y);
        pen.showText(shown(font, text));
        pen.endText();
    }

    private static float width(PDFont font, float size, String text) {
        try {
            return font.getStringWidth(shown(font, text)) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A character the font does not have is shown as a box, it doesn't spoil the paper. */
    private static String shown(PDFont font, String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            try {
                font.encode(Character.toString(c));
                shown.appendCodePoint(c);
            } catch (IOException | IllegalArgumentException e) {
                shown.append('□');
            }
        });
        return shown.toString();
    }
}
