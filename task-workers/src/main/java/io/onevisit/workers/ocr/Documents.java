package io.onevisit.workers.ocr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.tika.Tika;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PDF;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/** Reads one document whatever it is: its content says what it is, never its name. Lives in the child process only. */
class Documents {

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg");
    private static final int A_SENTENCE = 15;

    private final RapidOcr ocr = new RapidOcr();
    private final Tika tika = new Tika();

    /** @param folder where pictures of PDF pages are left for the caller */
    Scan read(Path file, Path folder) throws IOException {
        try {
            var type = type(file);
            if (PICTURES.contains(type)) {
                return picture(file, type, folder);
            }
            if ("application/pdf".equals(type)) {
                return pdf(file, folder);
            }
            return Scan.failed(Scan.UNSUPPORTED);
        } catch (Problem problem) {
            return Scan.failed(problem.code());
        }
    }

    private String type(Path file) throws IOException {
        try (var content = TikaInputStream.get(Files.newInputStream(file))) {
            return tika.detect(content);
        }
    }

    private Scan picture(Path file, String type, Path folder) throws IOException, Problem {
        var picture = Pictures.open(file, type);
        var small = Pictures.atMost(picture, Limits.LONGEST_SIDE);
        var lines = ocr.read(small, folder);
        var scale = (double) picture.getWidth() / small.getWidth();
        var page = new Scan.Page(1, picture.getWidth(), picture.getHeight(), null, scaled(lines, scale));
        return scan(RapidOcr.NAME, RapidOcr.VERSION, List.of(page));
    }

    private Scan pdf(Path file, Path folder) throws IOException, Problem {
        try (var document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() > Limits.PAGES) {
                throw new Problem(Scan.TOO_MANY_PAGES);
            }
            if (document.getNumberOfPages() == 0) {
                throw new Problem(Scan.DAMAGED);
            }
            var layered = pagesWithText(file);
            var pages = new ArrayList<Scan.Page>();
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                pages.add(page(document, number, layered.contains(number), folder));
            }
            return layered.size() == pages.size()
                    ? scan("text-layer", Tika.getString(), pages)
                    : scan(RapidOcr.NAME, RapidOcr.VERSION, pages);
        } catch (InvalidPasswordException locked) {
            throw new Problem(Scan.ENCRYPTED);
        } catch (IOException | RuntimeException broken) {
            throw new Problem(Scan.DAMAGED);
        }
    }

    private Scan.Page page(PDDocument document, int number, boolean hasText, Path folder) throws IOException, Problem {
        var box = document.getPage(number - 1).getCropBox();
        var longest = Math.max(box.getWidth(), box.getHeight());
        var dpi = Math.min(Limits.DPI, 72f * Limits.LONGEST_SIDE / Math.max(1, longest));
        var picture = new PDFRenderer(document).renderImageWithDPI(number - 1, dpi, ImageType.RGB);
        var image = folder.resolve("page-" + number + ".png");
        ImageIO.write(picture, "png", image.toFile());
        var lines = hasText ? TextLayer.of(document, number, dpi) : ocr.read(picture, folder);
        return new Scan.Page(number, picture.getWidth(), picture.getHeight(), image.toString(), lines);
    }

    /** Pages whose text layer can be trusted: enough characters, and all of them with a meaning. */
    private static List<Integer> pagesWithText(Path file) throws IOException {
        var config = new PDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        var parser = new PDFParser();
        parser.setPDFParserConfig(config);
        var metadata = new Metadata();
        try (var in = Files.newInputStream(file)) {
            parser.parse(in, new BodyContentHandler(Limits.CHARACTERS), metadata, new ParseContext());
        } catch (TikaException | SAXException unreadable) {
            return List.of();
        }
        var characters = metadata.getIntValues(PDF.CHARACTERS_PER_PAGE);
        var meaningless = metadata.getIntValues(PDF.UNMAPPED_UNICODE_CHARS_PER_PAGE);
        var pages = new ArrayList<Integer>();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] >= A_SENTENCE && (i >= meaningless.length || meaningless[i] * 10 <= characters[i])) {
                pages.add(i + 1);
            }
        }
        return pages;
    }

    private static Scan scan(String engine, String version, List<Scan.Page> pages) {
        var nothing = pages.stream().allMatch(page -> page.lines().isEmpty());
        return new Scan(engine, version, pages, nothing ? Scan.UNREADABLE : null);
    }

    private static List<Scan.Line> scaled(List<Scan.Line> lines, double by) {
        return by == 1
                ? lines
                : lines.stream()
                        .map(line -> new Scan.Line(
                                line.text(),
                                line.confidences(),
                                line.box().stream()
                                        .map(edge -> (int) Math.round(edge * by))
                                        .toList()))
                        .toList();
    }
}
