package io.onevisit.workers.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** The reading process with documents that want to break it; what it reads is shown by BirthCertificatesAreReadTest. */
class DocumentReaderTest {

    @TempDir
    static Path folder;

    private static DocumentReader reader;

    @BeforeAll
    static void start() {
        reader = reader(Duration.ofMinutes(3), Duration.ofMinutes(2));
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    private static DocumentReader reader(Duration within, Duration idle) {
        return new DocumentReader(new OcrProperties(
                folder.resolve("own" + System.nanoTime()),
                DataSize.ofMegabytes(256),
                within,
                idle,
                DataSize.ofMegabytes(8)));
    }

    @Test
    void aFileIsWhatItsContentSaysItIs() throws IOException {
        assertThat(problem("program.png", "MZ\u0090\u0000".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(Scan.UNSUPPORTED);
        assertThat(problem("page.jpg", "<html><body>hi</body></html>".getBytes()))
                .isEqualTo(Scan.UNSUPPORTED);
        assertThat(problem("empty.pdf", new byte[0])).isEqualTo(Scan.UNSUPPORTED);
    }

    @Test
    void aDamagedPdfIsSaidToBeDamaged() throws IOException {
        assertThat(problem("cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog".getBytes()))
                .isEqualTo(Scan.DAMAGED);
    }

    @Test
    void aDamagedPictureIsSaidToBeDamaged() throws IOException {
        var cut = java.util.Arrays.copyOf(png(60, 40), 45);

        assertThat(problem("cut.png", cut)).isEqualTo(Scan.DAMAGED);
    }

    @Test
    void aPictureOfTenBillionPixelsIsNotUnpacked() throws IOException {
        assertThat(problem("huge.png", headerOfPng(100_000, 100_000))).isEqualTo(Scan.TOO_LARGE);
    }

    @Test
    void aPdfOfTooManyPagesIsNotRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (int i = 0; i <= Limits.PAGES; i++) {
                document.addPage(new PDPage());
            }
            document.save(bytes);
        }

        assertThat(problem("thick.pdf", bytes.toByteArray())).isEqualTo(Scan.TOO_MANY_PAGES);
    }

    @Test
    void aProcessThatIsKilledIsReplaced() throws IOException {
        problem("one.txt", new byte[] {1});
        ProcessHandle.current().descendants().filter(DocumentReaderTest::reads).forEach(ProcessHandle::destroyForcibly);

        assertThat(problem("two.txt", new byte[] {1})).isEqualTo(Scan.UNSUPPORTED);
    }

    @Test
    void aDocumentThatTakesTooLongIsUnreadableAndTheNextOneIsRead() throws IOException {
        var hasty = reader(Duration.ofMillis(1), Duration.ofMinutes(2));
        try {
            var scan = hasty.read(file("slow.pdf", "%PDF-1.7".getBytes()), folder);

            assertThat(scan.problem()).isEqualTo(Scan.UNREADABLE);
            assertThat(hasty.isRunning()).isFalse();
        } finally {
            hasty.close();
        }
    }

    @Test
    void aProcessWithNothingToReadEnds() throws Exception {
        var brief = reader(Duration.ofMinutes(3), Duration.ofMillis(200));
        try {
            brief.read(file("any.txt", new byte[] {1}), folder);

            var latest = Instant.now().plusSeconds(60);
            while (brief.isRunning() && Instant.now().isBefore(latest)) {
                Thread.sleep(50);
            }
            assertThat(brief.isRunning()).isFalse();
        } finally {
            brief.close();
        }
    }

    private static boolean reads(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(OcrProcess.class.getName());
    }

    private static String problem(String name, byte[] content) throws IOException {
        return reader.read(file(name, content), folder).problem();
    }

    private static Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    /** A picture's first bytes that claim a size nobody has memory for. */
    private static byte[] headerOfPng(int width, int height) throws IOException {
        var bytes = png(8, 8);
        var header = java.nio.ByteBuffer.wrap(bytes);
        header.putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(bytes, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return bytes;
    }
}
