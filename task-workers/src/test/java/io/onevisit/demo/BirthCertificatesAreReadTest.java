package io.onevisit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.workers.materials.Reader;
import io.onevisit.workers.ocr.Scan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From pixels to fields: generated certificates, the real recogniser in its own process. */
class BirthCertificatesAreReadTest {

    private static final BirthCertificate.Parent MOTHER =
            new BirthCertificate.Parent("李娜", "430104199608189043", "汉族", "长沙市岳麓区示例街8号");
    private static final BirthCertificate.Parent FATHER =
            new BirthCertificate.Parent("王磊", "430105199411239058", "汉族", "长沙市岳麓区示例街8号");

    @TempDir
    static Path folder;

    private static Reader reader;
    private static BirthCertificateScan scans;

    private final BirthCertificate certificate =
            BirthCertificate.random(new Random(42), LocalDate.of(2026, 11, 23), MOTHER, FATHER);

    @BeforeAll
    static void start() {
        scans = new BirthCertificateScan();
        reader = Reader.in(folder);
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @Test
    void aCleanScanIsReadWhole() {
        var reading = reader.read(scans.png(certificate));

        assertThat(reading.values()).isEqualTo(expected(certificate));
        assertThat(reading.lowestConfidence()).isGreaterThan(0.8);
        assertThat(reading.box("motherIdNo")).isNotNull();
    }

    @Test
    void aPhotographHeldAtASlantIsReadWhole() {
        assertThat(reader.read(scans.photo(certificate)).values()).isEqualTo(expected(certificate));
    }

    @Test
    void aPdfWithoutTextIsReadFromItsPicture() {
        var reading = reader.read(scans.scannedPdf(certificate));

        assertThat(reading.values()).isEqualTo(expected(certificate));
        assertThat(reading.engine()).isEqualTo("RapidOCR");
        assertThat(reading.pictures()).isEqualTo(List.of("page-1.png"));
    }

    @Test
    void aPdfWithTextNeedsNoRecognition() {
        var reading = reader.read(scans.textPdf(certificate));

        assertThat(reading.values()).isEqualTo(expected(certificate));
        assertThat(reading.engine()).isEqualTo("text-layer");
        assertThat(reading.lowestConfidence()).isEqualTo(1);
    }

    @Test
    void whatIsWrongOnThePaperIsReadAsItStandsThere() {
        var wrong = certificate.withWrongCheckDigit().bornOn(LocalDate.of(2026, 10, 30));

        assertThat(reader.read(scans.png(wrong)).values())
                .containsEntry("motherIdNo", wrong.mother().idNo())
                .containsEntry("birthDate", "2026-10-30");
    }

    @Test
    void whatNobodyCanReadIsUnreadable() {
        assertThat(reader.read(scans.blurred(certificate)).problem()).isEqualTo(Scan.UNREADABLE);
    }

    @Test
    void aLockedPdfIsSaidToBeLocked() {
        assertThat(reader.read(scans.lockedPdf(certificate)).problem()).isEqualTo(Scan.ENCRYPTED);
    }

    private static Map<String, String> expected(BirthCertificate certificate) {
        return Map.of(
                "certificateNo", certificate.certificateNo(),
                "childName", certificate.childName(),
                "childSex", certificate.childSex(),
                "birthDate", certificate.bornAt().toLocalDate().toString(),
                "motherName", "李娜",
                "motherIdNo", "430104199608189043",
                "fatherName", "王磊",
                "fatherIdNo", "430105199411239058",
                "issuer", certificate.issuer(),
                "issueDate", certificate.issueDate().toString());
    }
}
