package io.onevisit.catalogue;

import io.onevisit.problems.Problem;
import java.io.IOException;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Looks into a workbook before anything else does: a small file that would fill the memory is refused. */
final class Workbooks {

    static final int LARGEST = 20 * 1024 * 1024;
    private static final long MOST_INFLATED = 256L * 1024 * 1024;
    private static final int MOST_ENTRIES = 500;

    private Workbooks() {}

    static void refuseHostile(byte[] file) {
        if (file.length > LARGEST) {
            throw Problem.invalid("file-too-large", "文件超过 20 MB，请分批导入。");
        }
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            throw Problem.invalid("file-unreadable", "文件不是 XLSX 工作簿。旧版 XLS 请另存为 XLSX。");
        }
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            var buffer = new byte[64 * 1024];
            var inflated = 0L;
            var entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                throw tooMuch();
            }
            for (var entry : entries) {
                try (var content = zip.getInputStream(entry)) {
                    for (int read; (read = content.read(buffer)) > 0; ) {
                        inflated += read;
                        if (inflated > MOST_INFLATED) {
                            throw tooMuch();
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw Problem.invalid("file-unreadable", "文件已损坏，无法读取。");
        }
    }

    private static Problem tooMuch() {
        return Problem.invalid("file-too-large", "文件解压后过大，请检查内容或分批导入。");
    }
}
