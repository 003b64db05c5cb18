package io.onevisit.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Jobs;
import io.onevisit.cases.CaseState;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.processes.ItemHandling.Elements;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 退回 to an earlier step: it waits there again for the same officer, with the alarms that the clock's ledger says. */
class StepsBackTest extends WorkTestCase {

    private static final String REVIEW = "departmentReview";

    @Autowired
    Jobs jobs;

    @Test
    void aSecondReviewGoesBackToTheFirstOfficer() throws Exception {
        var alarms = alarms();
        assertThat(alarms).isNotEmpty();
        secondReview();
        assertThat(page(colleague).path("steps").path(0).path("key").asText()).isEqualTo(REVIEW);
        assertThat(page(colleague).path("steps").path(0).path("byName").asText())
                .isEqualTo(officer.name());

        send(colleague, "step-back", Map.of("to", REVIEW))
                .andExpect(jsonPath("$.field").value("reason"));
        send(colleague, "step-back", Map.of("to", "nowhere", "reason", "x"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("to"));
        send(colleague, "step-back", Map.of("to", REVIEW, "reason", "请补充审查意见")).andExpect(status().isNoContent());

        var again = row(officer, "mine");
        assertThat(again.path("key").asText()).isEqualTo(REVIEW);
        assertThat(again.path("assignee").asText()).isEqualTo(officer.username());
        assertThat(office.read(officer, "/api/messages").toString()).contains("退回重办", "请补充审查意见");
        assertThat(alarms()).as("the scope around them never ended").isEqualTo(alarms);
        send(colleague, "step-back", Map.of("to", REVIEW, "reason", "再退"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.outcome").value("step-back"));
        task = again.path("id").asText();
        send(officer, "completion", Map.of("outcome", "grant")).andExpect(status().isNoContent());
        office.goOn(file);
        assertThat(row(colleague, "group").path("key").asText()).isEqualTo(Elements.SECOND_REVIEW);
    }

    @Test
    void whatIsSentBackToComeStraightIsTheirsAgainWhoSentIt() throws Exception {
        secondReview();
        send(colleague, "step-back", Map.of("to", REVIEW, "reason", "请补充审查意见", "straight", true))
                .andExpect(status().isNoContent());
        task = row(officer, "mine").path("id").asText();
        var returned = page(officer).path("returned");
        assertThat(returned.path("officerName").asText()).isEqualTo(colleague.name());
        assertThat(returned.path("reason").asText()).isEqualTo("请补充审查意见");
        assertThat(returned.path("straight").asBoolean()).isTrue();

        send(officer, "completion", Map.of("outcome", "grant")).andExpect(status().isNoContent());

        var again = row(colleague, "mine");
        assertThat(again.path("key").asText()).isEqualTo(Elements.SECOND_REVIEW);
        assertThat(office.read(colleague, "/api/messages").toString())
                .contains("直接回到您", "/tasks/" + again.path("id").asText());
        task = again.path("id").asText();
        send(colleague, "completion", Map.of("outcome", "agree")).andExpect(status().isNoContent());
        office.goOn(file);
        assertThat(state()).isEqualTo(CaseState.DELIVERED);
    }

    @Test
    void anExtensionSentBackIsAskedForNoMore() throws Exception {
        var head = office.officer(Role.HEAD, "health");
        send(officer, "completion", Map.of("outcome", "extension", "days", 5, "opinion", "情况复杂"))
                .andExpect(status().isNoContent());
        office.goOn(file);
        task = office.task(head, file.caseNo());

        send(head, "step-back", Map.of("to", REVIEW, "reason", "可以按期办结")).andExpect(status().isNoContent());

        task = row(officer, "all").path("id").asText();
        assertThat(page(officer).path("facts").toString()).doesNotContain("情况复杂");
        send(officer, "completion", Map.of("outcome", "grant")).andExpect(status().isNoContent());
        office.goOn(file);
        assertThat(state()).isEqualTo(CaseState.DELIVERED);
    }

    @Test
    void whatThePlatformDidInBetweenClosesTheWay() throws Exception {
        var steps = page(officer).path("steps");

        assertThat(steps).isEmpty();
        assertThat(verb(officer, "stepBack").path("why").asText()).contains("没有");
        send(officer, "step-back", Map.of("to", "clerkReview", "reason", "x"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(row(officer, "mine").isMissingNode()).as("nothing happened").isFalse();
    }

    @Test
    void eachVerbSaysWhatItDoesToTheClockAndWhyItIsClosed() throws Exception {
        assertThat(verb(officer, "extension").path("allowed").asBoolean()).isTrue();
        assertThat(verb(officer, "extension").path("effect").asText()).contains("10 个工作日");
        assertThat(verb(colleague, "decide").path("why").asText()).contains(officer.name());
        assertThat(verb(officer, "claim").path("allowed").asBoolean()).isFalse();
        ask("BEFORE", colleague);
        assertThat(verb(officer, "decide").path("why").asText()).contains(colleague.name());
    }

    private JsonNode verb(Account who, String name) throws Exception {
        for (var verb : page(who).path("verbs")) {
            if (verb.path("verb").asText().equals(name)) {
                return verb;
            }
        }
        throw new AssertionError("no verb " + name);
    }

    private void secondReview() throws Exception {
        sql.sql("update case_file set substantive = true where case_no = ?")
                .param(file.caseNo())
                .update();
        sql.sql(
                        "update act_ru_variable set long_ = 1 where name_ = 'substantive' and proc_inst_id_ in (select proc_inst_id_ from act_ru_execution where business_key_ = ?)")
                .param(file.caseNo())
                .update();
        send(officer, "completion", Map.of("outcome", "grant")).andExpect(status().isNoContent());
        office.goOn(file);
        task = office.task(colleague, file.caseNo());
    }

    /** When the timers of the case go off. */
    private List<Date> alarms() {
        return jobs.waiting(file.caseNo()).stream()
                .filter(job -> job.getDuedate() != null)
                .map(Job::getDuedate)
                .sorted()
                .toList();
    }
}
