package io.onevisit.handoff;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.Deployments;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What tests of the exchange with departments need: cases, their systems, a process that waits for them. */
@PlatformTest
abstract class HandoffTestCase {

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock time;

    @Autowired
    Deployments deployments;

    @Autowired
    DepartmentSystems systems;

    @AfterEach
    void realTime() {
        time.reset();
    }

    Filing filing() {
        return new Filing(applications, cases, clocks, time);
    }

    void deployAModelThatWaits() throws IOException {
        var model = new ClassPathResource("handoff/waits-for-department.bpmn");
        deployments.deploy(
                "waits-for-department", null, Map.of("waits-for-department.bpmn", model.getContentAsByteArray()));
    }
}
