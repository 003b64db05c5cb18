package io.onevisit.workers.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.onevisit.workers.Gone;
import io.onevisit.workers.Platform;
import io.onevisit.workers.Platform.Material;
import io.onevisit.workers.Tasks;
import io.onevisit.workers.ocr.DocumentReader;
import io.onevisit.workers.ocr.Scan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaterialOcrTest {

    private final Platform platform = mock(Platform.class);
    private final DocumentReader reader = mock(DocumentReader.class);
    private final MaterialOcr worker = new MaterialOcr(platform, reader, Tasks.RETRY);

    @Test
    void whatWasReadIsBroughtBackWithThePictureOfEachPage() {
        uploaded("birth-certificate", false);
        var line = new Scan.Line("母亲姓名李娜", List.of(0.9, 0.9, 0.9, 0.9, 0.95, 0.97), List.of(0, 0, 180, 30));
        when(reader.read(any(), any()))
                .thenReturn(new Scan(
                        "RapidOCR",
                        "PP-OCRv4",
                        List.of(new Scan.Page(1, 800, 600, "/tmp/p1.png", List.of(line))),
                        null));

        worker.work(Tasks.ofApplication());

        verify(platform).download(eq("d1"), any());
        verify(platform).putPage("d1", 1, Path.of("/tmp/p1.png"));
        verify(platform)
                .putReading(
                        eq("d1"),
                        argThat(reading -> reading.problem() == null
                                && reading.text().equals("母亲姓名李娜")
                                && reading.pages().get(0).width() == 800
                                && reading.fields().get(0).value().equals("李娜")));
    }

    @Test
    void aPageWithoutASingleFieldIsUnreadable() {
        var line = new Scan.Line("Pe", List.of(0.1, 0.2), List.of(0, 0, 60, 30));
        var scan = new Scan("RapidOCR", "PP-OCRv4", List.of(new Scan.Page(1, 800, 600, null, List.of(line))), null);

        assertThat(MaterialOcr.reading("birth-certificate", scan).problem()).isEqualTo(Scan.UNREADABLE);
    }

    @Test
    void whatWasReadBeforeOrNeedsNoReadingIsLeftAlone() {
        uploaded("birth-certificate", true);
        worker.work(Tasks.ofApplication());
        uploaded("none", false);
        worker.work(Tasks.ofApplication());

        verifyNoInteractions(reader);
    }

    @Test
    void oneDocumentIsReadWhileItsApplicantStillWrites() {
        when(reader.read(any(), any())).thenReturn(new Scan("RapidOCR", "PP-OCRv4", List.of(), Scan.UNREADABLE));

        worker.work(Tasks.ofDocument("d1", "birth-certificate"));

        verify(platform).download(eq("d1"), any());
        verify(platform).putReading(eq("d1"), argThat(reading -> Scan.UNREADABLE.equals(reading.problem())));
        verify(platform, never()).materials(any(), any());
    }

    @Test
    void aDocumentThatWasTakenBackNeedsNoReading() {
        doThrow(mock(Gone.class)).when(platform).download(any(), any());

        assertThat(worker.work(Tasks.ofDocument("d1", "birth-certificate"))).isEmpty();
        verify(platform, never()).putReading(any(), any());
    }

    private void uploaded(String kind, boolean read) {
        var material = new Material("m", "材料", true, kind, List.of(), "UPLOADED", "d1", "image/png", read);
        when(platform.materials(Tasks.APPLICATION, null)).thenReturn(List.of(material));
    }
}
