package io.onevisit.materials;

import io.onevisit.problems.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/** Looks at a file that arrived, without decoding it, and refuses in a sentence what must not come in. */
@Component
class Inspection {

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /** The type by content, which the name must agree with. */
    DocumentType inspect(Path file, String name) {
        try {
            var found = typeOf(file);
            var type = DocumentType.of(found).orElseThrow(() -> mismatch(name));
            if (!type.fits(name)) {
                throw mismatch(name);
            }
            switch (type) {
                case PNG -> PngCheck.check(file);
                case JPEG -> JpegCheck.check(file);
                case PDF -> PdfCheck.check(file);
            }
            return type;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String typeOf(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 131_072)) {
            return types.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    static Problem damaged() {
        return Problem.invalid("file-damaged", "文件已损坏或不完整，无法打开。请确认文件能正常查看后重新上传。");
    }

    static Problem tooManyPixels() {
        return Problem.invalid("image-too-large", "图片像素过大（超过 5000 万像素）。请缩小图片或降低扫描分辨率后重新上传。");
    }

    private static Problem mismatch(String name) {
        return Problem.invalid(
                "file-type-mismatch", "“" + name + "”的内容不是 PNG、JPG 图片或 PDF，或与文件扩展名不符。请上传原件的照片、扫描件或 PDF。");
    }
}
