package io.onevisit.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.Clocks;
import io.onevisit.licenses.Issuing;
import io.onevisit.licenses.License;
import io.onevisit.materials.Expectations.Expected;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a scan is held against: a license where one was found, the application where none was; and the way of a reading. */
@PlatformTest
class ExpectationsTest {

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock time;

    @Autowired
    Materials materials;

    @Autowired
    MaterialChanges changes;

    @Autowired
    Documents documents;

    @Autowired
    Evidence evidence;

    @Autowired
    Expectations expectations;

    @Autowired
    Issuing issuing;

    private CaseFile file;
    private UUID scan;

    @BeforeEach
    void aScanOfABirthCertificateAndAMothersLicense() {
        file = new Filing(applications, cases, clocks, time)
                .submitted(
                        "expectation-health",
                        Map.of("childName", "周小一", "childSex", "female", "motherName", "陈精", "fatherName", "周强"));
        materials.open(
                file.applicationNo(),
                List.of(
                        needed("birth-certificate", "birth-certificate", "mother"),
                        needed("mother-id", "none", "mother")));
        scan = documents
                .store(Filing.OWNER, "证明.pdf", new ByteArrayInputStream(SampleFiles.pdf()))
                .id();
        materials.attach(file.applicationNo(), "birth-certificate", scan);
        var made = "face-" + file.caseNo().substring(8, 20);
        issuing.tell(made, Map.of("name", "陈静"));
        var license = issuing.issue(made, "resident-id", new License.Holder("陈静", Filing.ID_NO), Map.of());
        var mother = materials.find(file.applicationNo(), "mother-id").orElseThrow();
        changes.exempt(mother, license.identifier(), UUID.randomUUID());
    }

    @Test
    void whatALicenseSaysCountsMoreThanWhatTheApplicationSays() {
        evidence.read(scan, reading());

        var fact = expectations.facts(file.applicationNo()).get(0);

        assertThat(fact.expected())
                .extracting(Expected::field, Expected::expected, Expected::source)
                .contains(
                        tuple("motherName", "陈静", "居民身份证"),
                        tuple("fatherName", "周强", "申报信息"),
                        tuple("childSex", "女", "申报信息"));
        assertThat(fact.expected()).extracting(Expected::field).doesNotContain("certificateNo");
    }

    @Test
    void aMaterialThatWasNotReadHasNothingToCompare() {
        assertThat(expectations.facts(file.applicationNo())).isEmpty();
    }

    @Test
    void aReadingComesInOverTheWorkersAddressAndIsShownWithItsPages() throws Exception {
        send(put("/worker-api/documents/{id}/pages/1", scan)
                .contentType(MediaType.IMAGE_PNG)
                .content(SampleFiles.image("png", 60, 80)));
        send(put("/worker-api/documents/{id}/reading", scan)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(reading())));

        assertThat(evidence.reading(scan)).contains(reading());
        assertThat(documents.pageAnswer(scan, 1).getHeaders().getContentType()).isEqualTo(MediaType.IMAGE_PNG);
        var rows = send(get("/worker-api/applications/{no}/materials", file.applicationNo()));
        assertThat(json.readTree(rows.getContentAsByteArray())
                        .path(0)
                        .path("readingDone")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void comparisonsComeInOverTheWorkersAddress() throws Exception {
        var result = new Comparison.Result("motherName", "母亲姓名", "陈净", "陈静", "居民身份证", 0.97, "MISMATCH", "");

        send(put("/worker-api/applications/{no}/comparisons", file.applicationNo())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(
                        Map.of("materials", List.of(new Comparison("birth-certificate", scan, List.of(result)))))));

        assertThat(evidence.comparisons(file.applicationNo()))
                .singleElement()
                .satisfies(comparison -> assertThat(comparison.results()).containsExactly(result));
    }

    @Test
    void aPageThatIsNoPictureIsRefused() throws Exception {
        var response = answer(put("/worker-api/documents/{id}/pages/1", scan)
                .contentType(MediaType.IMAGE_PNG)
                .content(SampleFiles.zip()));

        assertThat(response.getStatus()).isEqualTo(422);
    }

    private NeededMaterial needed(String key, String kind, String role) {
        return new NeededMaterial(
                key,
                key,
                true,
                kind,
                List.of(),
                List.of("application/pdf"),
                new NeededMaterial.Holder(role, "陈静", Filing.ID_NO),
                List.of("testItem"),
                List.of(file.caseNo()));
    }

    private static Reading reading() {
        return new Reading(
                "test",
                "1",
                List.of(new Reading.Page(1, 60, 80)),
                List.of(new Reading.Field("motherName", "母亲姓名", "陈静", 0.98, 1, List.of(1, 2, 30, 10))),
                "母亲姓名 陈静",
                null);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        var response = answer(request);
        assertThat(response.getStatus()).isBetween(200, 204);
        return response;
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.header("Authorization", "Bearer the-workers-of-the-tests"))
                .andReturn()
                .getResponse();
    }
}
