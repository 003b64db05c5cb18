package io.onevisit.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.onevisit.PlatformTest;
import io.onevisit.engine.DataFolder;
import io.onevisit.problems.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;

/** Files are kept whole, under the name of their content, and given out as nothing but what they are. */
@PlatformTest
class DocumentsTest {

    @Autowired
    Documents documents;

    @Autowired
    DocumentStore store;

    @Autowired
    DataFolder data;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aFileIsKeptUnderItsContentsNameAndComesBackByteForByte() throws IOException {
        var bytes = SampleFiles.image("png", 41, 43);

        var document = documents.store("documents.owner", "../../etc/../扫描件.png", in(bytes));

        assertThat(document.name()).isEqualTo("扫描件.png");
        assertThat(document.type()).isEqualTo("image/png");
        assertThat(document.size()).isEqualTo(bytes.length);
        assertThat(Files.readAllBytes(place(document))).isEqualTo(bytes);
        assertThat(documents.answer(document.id()).getBody().getContentAsByteArray())
                .isEqualTo(bytes);
        assertThat(documents.find(document.id())).isPresent();
    }

    @Test
    void equalContentLiesOnceAndBelongsToEachWhoHandedItIn() {
        var bytes = SampleFiles.image("png", 44, 44);

        var first = documents.store("documents.first", "a.png", in(bytes));
        var second = documents.store("documents.second", "b.png", in(bytes));

        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(place(first)).isEqualTo(place(second));
        assertThat(documents.find(second.id())).map(Document::owner).contains("documents.second");
    }

    @Test
    void aContentIsDeletedWithTheLastWhoHandedItIn() {
        var bytes = SampleFiles.image("png", 45, 46);
        var first = documents.store("documents.first", "a.png", in(bytes));
        var second = documents.store("documents.second", "b.png", in(bytes));

        documents.forget(first.id());
        assertThat(documents.find(first.id())).isEmpty();
        assertThat(place(first)).exists();

        transaction.executeWithoutResult(status -> {
            documents.forget(second.id());
            status.setRollbackOnly();
        });
        assertThat(documents.find(second.id())).isPresent();
        assertThat(place(second)).exists();

        documents.forget(second.id());
        assertThat(place(second)).doesNotExist();
    }

    @Test
    void anEmptyFileIsRefusedInASentence() {
        var problem = refused("空.png", InputStream.nullInputStream());

        assertThat(problem.code()).isEqualTo("file-empty");
        assertThat(problem.getMessage()).contains("空.png").contains("空文件");
    }

    @Test
    void thirtyMegabytesAreRefusedInASentenceAndNotReadToTheEnd() throws IOException {
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                return given++ < 30L * 1024 * 1024 ? 0 : -1;
            }
        };

        var problem = refused("大.pdf", endless);

        assertThat(problem.code()).isEqualTo("file-too-large");
        assertThat(problem.getMessage()).contains("20 MB");
        assertThat(endless.read()).isZero();
    }

    @Test
    void whatWasRefusedLeavesNothingBehind() throws IOException {
        refused("照片.png", in(SampleFiles.program()));
        refused("照片.png", InputStream.nullInputStream());

        try (var incoming = Files.list(data.resolve("documents").resolve("incoming"))) {
            assertThat(incoming).isEmpty();
        }
    }

    @Test
    void whatACrashLeftHalfReceivedIsRemovedAfterADay() throws IOException {
        var incoming = Files.createDirectories(data.resolve("documents").resolve("incoming"));
        var old = Files.createFile(incoming.resolve("old.part"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        var fresh = Files.createFile(incoming.resolve("fresh.part"));

        store.sweep();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        Files.delete(fresh);
    }

    @Test
    void aDocumentWhoseTransactionFailsIsNotThere() {
        var ids = new UUID[1];

        transaction.executeWithoutResult(status -> {
            ids[0] = documents
                    .store("documents.owner", "x.png", in(SampleFiles.image("png", 45, 45)))
                    .id();
            status.setRollbackOnly();
        });

        assertThat(documents.find(ids[0])).isEmpty();
    }

    @Test
    void imagesAreShownAndDocumentsSavedWithoutRoomForGuesses() {
        var image = documents.store("documents.owner", "照片.png", in(SampleFiles.image("png", 46, 46)));
        var pdf = documents.store("documents.owner", "证明.pdf", in(SampleFiles.pdf()));

        assertThat(disposition(documents.answer(image.id()))).startsWith("inline");
        assertThat(disposition(documents.answer(pdf.id()))).startsWith("attachment");
        var headers = documents.answer(pdf.id()).getHeaders();
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy")).contains("sandbox");
        assertThat(headers.getContentType()).hasToString("application/pdf");
    }

    private static String disposition(ResponseEntity<Resource> answer) {
        return answer.getHeaders().getFirst("Content-Disposition");
    }

    private Problem refused(String name, InputStream in) {
        var problem = catchThrowableOfType(Problem.class, () -> documents.store("documents.owner", name, in));
        assertThat(problem).isNotNull();
        assertThat(problem.status().value()).isEqualTo(422);
        return problem;
    }

    private Path place(Document document) {
        var hash = document.sha256();
        return data.resolve("documents")
                .resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
