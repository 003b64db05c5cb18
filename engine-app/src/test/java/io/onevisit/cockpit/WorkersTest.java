package io.onevisit.cockpit;

import static io.onevisit.cockpit.Running.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits for workers and departments is told with its lag, to whoever watches its region. */
@PlatformTest
class WorkersTest {

    private static final String TOPIC = "department-handoff";

    @Autowired
    Running running;

    @Autowired
    ExternalTaskService work;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    private Account changde;
    private Account elsewhere;

    @BeforeEach
    void threeWait() {
        var people = new People(sql);
        changde = people.officer(Role.OPERATOR, null, "430700");
        elsewhere = people.officer(Role.OPERATOR, null, "430900");
        running.publish("部门答复");
        for (var n = 1; n <= 3; n++) {
            var number = number(n);
            running.review(
                    running.start(number, Map.of("due", Date.from(time.instant().plus(Duration.ofDays(90))))));
            running.processes().correlate("answered-in-tests", number, Map.of());
        }
    }

    private static String number(int n) {
        return "430700202603010000000" + n;
    }

    @AfterEach
    void cleared() {
        time.reset();
        running.clear();
        sql.sql("delete from handoff_message where case_no like '4307%'").update();
        sql.sql("delete from handoff_inbox where case_no like '4307%'").update();
        sql.sql("delete from worker_seen where worker = 'seen-in-tests'").update();
    }

    @Test
    void aTopicTellsWhatWaitsIsHeldAndHasFailed() throws Exception {
        var began = time.instant();
        var held = work.fetchAndLock(1, "holds-in-tests")
                .topic(TOPIC, Duration.ofMinutes(5).toMillis());
        held.businessKey(number(1)).execute();
        var failing = work.fetchAndLock(1, "fails-in-tests")
                .topic(TOPIC, 1000)
                .businessKey(number(2))
                .execute()
                .get(0);
        work.handleFailure(failing.getId(), "fails-in-tests", "接口不通", 0, 0);

        var topic = topic(changde);

        assertThat(topic.path("name").asText()).isEqualTo("部门流转");
        assertThat(topic.path("waiting").asInt()).isEqualTo(1);
        assertThat(topic.path("locked").asInt()).isEqualTo(1);
        assertThat(topic.path("failed").asInt()).isEqualTo(1);
        assertThat(Instant.parse(topic.path("oldest").asText())).isBefore(began.plusSeconds(1));
        assertThat(topic(elsewhere).path("waiting").asInt()).isZero();

        var open =
                running.answer(changde, "/api/cockpit/workers/topics/" + TOPIC).path("items");
        assertThat(open).hasSize(3);
        assertThat(row(open, "state", "FAILED").path("number").asText()).isEqualTo(number(2));
        assertThat(row(open, "state", "LOCKED").path("worker").asText()).isEqualTo("holds-in-tests");
        assertThat(row(open, "state", "WAITING").path("element").asText()).isEqualTo("推送办件");
    }

    @Test
    void whatWasDoneInTheLastHourIsCounted() throws Exception {
        var task = work.fetchAndLock(1, "does-in-tests")
                .topic(TOPIC, 60_000)
                .businessKey(number(3))
                .execute()
                .get(0);
        work.complete(task.getId(), "does-in-tests");

        assertThat(topic(changde).path("doneInHour").asInt()).isEqualTo(1);
        assertThat(topic(elsewhere).path("doneInHour").asInt()).isZero();
        time.advance(Duration.ofMinutes(61));
        assertThat(topic(changde).path("doneInHour").asInt()).isZero();
    }

    @Test
    void aWorkerThatAsksIsSeen() throws Exception {
        running.web()
                .perform(
                        post("/engine/external-task/fetchAndLock")
                                .header("Authorization", "Bearer the-workers-of-the-tests")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                {"workerId": "seen-in-tests", "maxTasks": 1,
                                 "topics": [{"topicName": "department-handoff", "lockDuration": 1000, "businessKey": "none"}]}"""))
                .andExpect(status().isOk());

        var seen = row(topic(changde).path("workers"), "worker", "seen-in-tests");

        assertThat(Instant.parse(seen.path("fetchedAt").asText()))
                .isAfter(time.instant().minusSeconds(60));
    }

    @Test
    void anInterfaceTellsWhatWentOutCameBackAndIsMissing() throws Exception {
        message(1, "SENT", Duration.ofHours(30));
        message(2, "SENT", Duration.ofHours(20));
        message(3, "UNCERTAIN", Duration.ofHours(2));
        sql.sql(
                        """
                        insert into handoff_inbox (department, message_id, month, case_no, kind, sequence, body, status, received_at)
                        values ('health', 'in-tests-1', month_of(:no), :no, 'ACCEPTED', 1, '', 'APPLIED', :at)""")
                .param("no", number(2))
                .param("at", Timestamp.from(time.instant()))
                .update();

        var exchange = running.answer(changde, "/api/cockpit/workers").at("/departments/0/exchange");

        assertThat(exchange.path("department").asText()).isEqualTo("health");
        assertThat(exchange.path("messages").asInt()).isEqualTo(3);
        assertThat(exchange.path("accepted").asInt()).isEqualTo(2);
        assertThat(exchange.path("open").asInt()).isEqualTo(1);
        assertThat(exchange.path("answers").asInt()).isEqualTo(1);
        assertThat(exchange.path("unanswered").asInt()).isEqualTo(1);
        assertThat(Instant.parse(exchange.path("oldestUnanswered").asText()))
                .isBefore(time.instant().minus(Duration.ofHours(29)));
        assertThat(running.answer(elsewhere, "/api/cockpit/workers").path("departments"))
                .isEmpty();
        assertThat(running.answer(changde, "/api/cockpit/handoffs?department=health"))
                .hasSize(4);
        assertThat(running.answer(changde, "/api/cockpit/handoffs?department=police"))
                .isEmpty();
    }

    private void message(int n, String status, Duration ago) {
        sql.sql(
                        """
                        insert into handoff_message (month, key, case_no, department, kind, sequence, url, body, status,
                                                     prepared_at, changed_at)
                        values (month_of(:no), :key, :no, 'health', 'APPLY', 1, '', '', :status, :at, :at)""")
                .param("key", number(n) + ":APPLY:1")
                .param("no", number(n))
                .param("status", status)
                .param("at", Timestamp.from(time.instant().minus(ago)))
                .update();
    }

    private JsonNode topic(Account who) throws Exception {
        return row(running.answer(who, "/api/cockpit/workers").path("topics"), "topic", TOPIC);
    }
}
