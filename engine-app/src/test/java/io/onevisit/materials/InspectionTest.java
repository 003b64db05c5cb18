package io.onevisit.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.onevisit.problems.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Good files come in; each kind of bad one is refused for its own reason, before anybody decodes it. */
class InspectionTest {

    private final Inspection inspection = new Inspection();

    @TempDir
    Path folder;

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("scan.png", SampleFiles.image("png", 120, 80), DocumentType.PNG),
                Arguments.of("scan.PNG", SampleFiles.pngClaiming(7_000, 7_000), DocumentType.PNG),
                Arguments.of("照片.jpg", SampleFiles.image("jpg", 120, 80), DocumentType.JPEG),
                Arguments.of("照片.JPEG", SampleFiles.image("jpg", 1, 1), DocumentType.JPEG),
                Arguments.of("出生医学证明.pdf", SampleFiles.pdf(), DocumentType.PDF));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void realImagesAndDocumentsComeIn(String name, byte[] bytes, DocumentType type) throws IOException {
        assertThat(inspection.inspect(file(bytes), name)).isEqualTo(type);
    }

    static Stream<Arguments> bad() {
        var png = SampleFiles.image("png", 120, 80);
        var jpg = SampleFiles.image("jpg", 120, 80);
        var flippedHeader = png.clone();
        flippedHeader[19] ^= 1;
        return Stream.of(
                Arguments.of("a program as a picture", "photo.png", SampleFiles.program(), "file-type-mismatch"),
                Arguments.of("an archive as a document", "papers.pdf", SampleFiles.zip(), "file-type-mismatch"),
                Arguments.of("an archive", "papers.zip", SampleFiles.zip(), "file-type-mismatch"),
                Arguments.of("a page of the web", "photo.jpg", bytes("<html><script>1</script>"), "file-type-mismatch"),
                Arguments.of(
                        "a drawing with scripts",
                        "photo.png",
                        bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                        "file-type-mismatch"),
                Arguments.of("a picture as a document", "papers.pdf", png, "file-type-mismatch"),
                Arguments.of("a picture of the other kind", "photo.jpg", png, "file-type-mismatch"),
                Arguments.of("no extension", "photo", png, "file-type-mismatch"),
                Arguments.of("half a PNG", "photo.png", SampleFiles.half(png), "file-damaged"),
                Arguments.of("a PNG with another header", "photo.png", flippedHeader, "file-damaged"),
                Arguments.of(
                        "an archive behind a PNG",
                        "photo.png",
                        SampleFiles.joined(png, SampleFiles.zip()),
                        "file-damaged"),
                Arguments.of(
                        "20,000 by 20,000", "photo.png", SampleFiles.pngClaiming(20_000, 20_000), "image-too-large"),
                Arguments.of("no width", "photo.png", SampleFiles.pngClaiming(0, 10), "file-damaged"),
                Arguments.of("half a JPEG", "photo.jpg", SampleFiles.half(jpg), "file-damaged"),
                Arguments.of("the start of a JPEG", "photo.jpg", Arrays.copyOf(jpg, 4), "file-damaged"),
                Arguments.of("half a PDF", "papers.pdf", SampleFiles.half(SampleFiles.pdf()), "file-damaged"),
                Arguments.of(
                        "an archive behind a PDF",
                        "papers.pdf",
                        SampleFiles.joined(SampleFiles.pdf(), SampleFiles.zip()),
                        "file-damaged"),
                Arguments.of(
                        "a PDF with a password",
                        "papers.pdf",
                        SampleFiles.pdf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "/Encrypt 9 0 R "),
                        "file-encrypted"),
                Arguments.of(
                        "a PDF with a program",
                        "papers.pdf",
                        SampleFiles.pdf(
                                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                "/OpenAction << /S /JavaScript /JS (app.alert(1)) >> "),
                        "file-active-content"),
                Arguments.of(
                        "10,000 pages",
                        "papers.pdf",
                        SampleFiles.pdf("<< /Type /Pages /Kids [3 0 R] /Count 10000 >>", ""),
                        "file-too-many-pages"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void badFilesAreRefusedForTheirReason(String what, String name, byte[] bytes, String code) throws IOException {
        var file = file(bytes);

        var problem = catchThrowableOfType(Problem.class, () -> inspection.inspect(file, name));

        assertThat(problem).isNotNull();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.status().value()).isEqualTo(422);
        assertThat(problem.getMessage()).matches(".*[\u4e00-\u9fff].*。");
    }

    @Test
    void whatHidesBehindTheFirstMegabyteIsSeenToo() throws IOException {
        var filler = "%" + "x".repeat((1 << 20) - 30) + "\n";
        var pdf = new String(
                SampleFiles.pdf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "/Encrypt 9 0 R "),
                StandardCharsets.ISO_8859_1);
        var file = file(bytes(pdf.replaceFirst("\n", "\n" + filler)));

        var problem = catchThrowableOfType(Problem.class, () -> inspection.inspect(file, "papers.pdf"));

        assertThat(problem.code()).isEqualTo("file-encrypted");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
