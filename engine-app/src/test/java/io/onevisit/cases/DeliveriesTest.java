package io.onevisit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.Instances;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which results are delivered by themselves, and which wait for somebody who fetches or signs for them. */
@PlatformTest
class DeliveriesTest {

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock time;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Instances instances;

    @Autowired
    JdbcClient sql;

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "LICENSED,ELECTRONIC,ONLINE,电子证照",
                "LICENSED,ELECTRONIC,WINDOW,电子证照",
                "LICENSED,COUNTER,ONLINE,-",
                "LICENSED,POST,WINDOW,-",
                "DONE,ELECTRONIC,ONLINE,电子送达",
                "DONE,ELECTRONIC,WINDOW,-",
                "DONE,COUNTER,ONLINE,-",
                "DENIED,ELECTRONIC,ONLINE,电子送达",
                "DENIED,COUNTER,ONLINE,电子送达",
                "DENIED,POST,ONLINE,电子送达",
                "DENIED,ELECTRONIC,WINDOW,-",
                "DENIED,POST,WINDOW,-"
            })
    void aResultIsDeliveredByItsKindAndTheApplicantsChannel(
            CaseResult result, String delivery, String channel, String how) {
        var no = closed(result, delivery, channel);

        deliveries.deliver(no);

        assertThat(cases.get(no).state()).isEqualTo(how == null ? CaseState.CLOSED : CaseState.DELIVERED);
        assertThat(sql.sql("select delivered_how from case_file where case_no = ?")
                        .param(no)
                        .query(String.class)
                        .optional())
                .isEqualTo(java.util.Optional.ofNullable(how));
        assertThat(instances.of(no).stream().anyMatch(one -> one.processKey().equals("delivery")))
                .isEqualTo(how == null);
    }

    private String closed(CaseResult result, String delivery, String channel) {
        var file = new Filing(applications, cases, clocks, time).underReview("delivery", Map.of());
        sql.sql("update case_file set delivery = ?, channel = ? where case_no = ?")
                .params(delivery, channel, file.caseNo())
                .update();
        var decided = result == CaseResult.DENIED ? CaseState.DENIED : CaseState.GRANTED;
        cases.move(file.caseNo(), decided, "承办人", "", "");
        if (result == CaseResult.LICENSED) {
            cases.licensed(file.caseNo(), "license-" + file.caseNo());
        }
        cases.end(file.caseNo(), CaseState.CLOSED, result, "平台", "");
        return file.caseNo();
    }
}
