package io.onevisit.materials;

import io.onevisit.engine.DataFolder;
import io.onevisit.problems.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Takes scans apart into pages and puts pages together, by {@link PageProcess}: a file that kills it, hangs it or asks for too
 * much memory is refused in a sentence, and nothing else is harmed.
 */
@Component
public class PageWork {

    private static final Logger LOG = LoggerFactory.getLogger(PageWork.class);
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final int AT_ONCE = 2;
    private static final int SECONDS = 90;

    private final Path root;
    private final Documents documents;
    private final DocumentStore store;
    private final DocumentPages pages;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    PageWork(DataFolder data, Documents documents, DocumentStore store, DocumentPages pages) {
        this.root = data.resolve("pages");
        this.documents = documents;
        this.store = store;
        this.pages = pages;
    }

    /** Draws the pages of a document, to be looked at one by one; returns how many there are. */
    public int draw(Document document, int most) {
        return inFolder(folder -> {
            run(
                    document.name(),
                    folder,
                    "draw",
                    store.path(document.sha256()).toString(),
                    document.type(),
                    folder.toString(),
                    String.valueOf(most));
            var number = 0;
            for (var page = folder.resolve("1.png"); Files.exists(page); page = folder.resolve(number + 1 + ".png")) {
                number++;
                try (var picture = Files.newInputStream(page)) {
                    pages.keep(document.id(), number, picture);
                }
            }
            return number;
        });
    }

    /** Puts pages together as one PDF in their order, inspected and kept like any other file. */
    public Document join(String owner, String name, List<Sheet> sheets) {
        return inFolder(folder -> {
            var plan = new ArrayList<String>();
            for (var sheet : sheets) {
                var source = documents.document(sheet.document());
                plan.add("%s\t%s\t%d\t%d"
                        .formatted(store.path(source.sha256()), source.type(), sheet.page(), sheet.turn()));
            }
            var result = folder.resolve("joined.pdf");
            run(name, folder, "join", Files.write(folder.resolve("plan"), plan).toString(), result.toString());
            try (var joined = Files.newInputStream(result)) {
                return documents.store(owner, name, joined);
            }
        });
    }

    private <T> T inFolder(Work<T> work) {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(root), "work");
            try {
                return work.in(folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String name, Path folder, String... asked) throws IOException {
        var code = PageProcess.DAMAGED;
        try {
            if (!turns.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
            try {
                code = ended(command(folder, asked), folder);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        switch (code) {
            case 0 -> {}
            case PageProcess.ENCRYPTED ->
                throw Problem.invalid("file-encrypted", "“" + name + "”设有密码或权限限制，无法拆分。请取消密码后重新扫描或上传。");
            case PageProcess.TOO_MANY ->
                throw Problem.invalid("file-too-many-pages", "“" + name + "”页数太多，超过本次收件还能接收的页数。请分次扫描，只扫需要的页面。");
            default -> throw Problem.invalid("file-damaged", "“" + name + "”已损坏或不完整，无法逐页打开。请重新扫描后上传。");
        }
    }

    private static int ended(List<String> command, Path folder) throws IOException, InterruptedException {
        var log = folder.resolve("log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                if (process.exitValue() != 0) {
                    LOG.info("Pages were not opened, exit {}", process.exitValue());
                }
                return process.exitValue();
            }
            LOG.warn("Pages were not opened within {} s", SECONDS);
            return PageProcess.DAMAGED;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static List<String> command(Path folder, String... asked) {
        var packed =
                PageProcess.class.getResource("PageProcess.class").toString().startsWith("jar:nested:");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Dpdfbox.fontcache=" + folder.getParent(),
                "-Dloader.main=" + PageProcess.class.getName(),
                "-cp",
                System.getProperty("java.class.path"),
                packed ? LAUNCHER : PageProcess.class.getName()));
        command.addAll(List.of(asked));
        return command;
    }

    private static Problem busy() {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "pages-busy", "正在处理其他扫描件，请稍后重试。已上传的内容没有丢失。");
    }

    private interface Work<T> {
        T in(Path folder) throws IOException;
    }

    /** One page of a scan, turned clockwise by so many degrees. */
    public record Sheet(UUID document, int page, int turn) {}
}
