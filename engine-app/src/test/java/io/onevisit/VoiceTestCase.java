package io.onevisit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.Clocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What tests of ratings and hotline orders need: cases to speak of, people who speak, a desk that answers. */
@PlatformTest
public abstract class VoiceTestCase {

    @Autowired
    protected MockMvc web;

    @Autowired
    protected ObjectMapper json;

    @Autowired
    protected JdbcClient sql;

    @Autowired
    protected Jobs jobs;

    @Autowired
    protected Applications applications;

    @Autowired
    protected Cases cases;

    @Autowired
    protected Clocks clocks;

    @Autowired
    protected MutableClock clock;

    protected OfficeDesk desk;
    protected People people;

    @BeforeEach
    void deskAndPeople() {
        desk = new OfficeDesk(web, json, sql, jobs);
        people = new People(sql);
    }

    @AfterEach
    void timeGoesOnAsItDoes() {
        clock.reset();
    }

    protected Filing filing() {
        return new Filing(applications, cases, clocks, clock);
    }
}
