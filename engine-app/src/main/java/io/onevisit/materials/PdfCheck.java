package io.onevisit.materials;

import io.onevisit.problems.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Recognises at the door what a PDF tells in plain bytes: cut off, encrypted, with programs or files inside, too long. What
 * hides in compressed objects is found by the reader of scans, in a process of its own.
 */
final class PdfCheck {

    private static final int MAX_PAGES = 100;
    private static final int TAIL = 2_048;
    private static final int BLOCK = 1 << 20;
    private static final int OVERLAP = 512;
    private static final Pattern HEADER = Pattern.compile("^%PDF-[12]\\.\\d");
    private static final Pattern END = Pattern.compile("startxref\\s+\\d+\\s+%%EOF\\s*$");
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt\\s*(\\d+\\s+\\d+\\s+R|<<)");
    private static final Pattern ACTIVE = Pattern.compile("/(JavaScript|Launch|EmbeddedFile|RichMedia|XFA)\\b");
    private static final Pattern PAGES = Pattern.compile(
            "/Type\\s*/Pages\\b[^>]{0,400}?/Count\\s+(\\d{1,9})|/Count\\s+(\\d{1,9})[^>]{0,400}?/Type\\s*/Pages\\b");

    private PdfCheck() {}

    static void check(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var size = file.length();
            if (!HEADER.matcher(read(file, 0, 16)).find()
                    || !END.matcher(read(file, Math.max(0, size - TAIL), TAIL)).find()) {
                throw Inspection.damaged();
            }
            for (var at = 0L; at < size; at += BLOCK - OVERLAP) {
                block(read(file, at, BLOCK));
            }
        }
    }

    private static void block(String bytes) {
        if (ENCRYPTED.matcher(bytes).find()) {
            throw Problem.invalid("file-encrypted", "PDF 设有密码或权限限制，无法核验。请取消密码后重新上传。");
        }
        if (ACTIVE.matcher(bytes).find()) {
            throw Problem.invalid("file-active-content", "PDF 中含有脚本、附件或可执行内容，不能接收。请打印为普通 PDF 后重新上传。");
        }
        var pages = PAGES.matcher(bytes);
        while (pages.find()) {
            var count = pages.group(1) == null ? pages.group(2) : pages.group(1);
            if (Integer.parseInt(count) > MAX_PAGES) {
                throw Problem.invalid("file-too-many-pages", "PDF 超过 " + MAX_PAGES + " 页。请只上传需要的页面。");
            }
        }
    }

    private static String read(RandomAccessFile file, long at, int length) throws IOException {
        file.seek(at);
        var bytes = new byte[(int) Math.min(length, file.length() - at)];
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
