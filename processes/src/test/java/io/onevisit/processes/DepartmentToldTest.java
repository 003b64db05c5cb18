package io.onevisit.processes;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = "processes/shared/department-told.bpmn")
class DepartmentToldTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("department-told", new Platform());

    @Test
    void theDepartmentIsToldThatACaseItWasGivenEnded() {
        Story.begin(engine.getProcessEngine(), DepartmentTold.PROCESS, "C1", Map.of())
                .worker(Topics.DEPARTMENT_HANDOFF, Map.of())
                .ended("departmentKnows");
    }
}
