package io.onevisit.processes;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = "processes/shared/document-reading.bpmn")
class DocumentReadingTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("document-reading", new Platform());

    @Test
    void aDocumentIsReadWhileItsApplicantStillWrites() {
        Story.begin(
                        engine.getProcessEngine(),
                        DocumentReading.PROCESS,
                        "5f0c3a52-1111-4222-8333-444455556666",
                        Map.of(DocumentReading.Variables.DOCUMENT_KIND, "birth-certificate"))
                .worker(Topics.MATERIAL_OCR, Map.of())
                .ended("documentRead");
    }
}
