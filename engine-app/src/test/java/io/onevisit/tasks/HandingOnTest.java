package io.onevisit.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.identity.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 转办, alone and several at once. */
class HandingOnTest extends WorkTestCase {

    @Test
    void aTaskHandedOnIsTheColleagues() throws Exception {
        var reason = Map.of("to", colleague.username(), "reason", "明天休假");
        send(other, "transfer", reason).andExpect(status().isConflict());
        send(officer, "transfer", Map.of("to", colleague.username()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("reason"));
        send(
                        officer,
                        "transfer",
                        Map.of("to", office.officer(Role.APPROVER, "police").username(), "reason", "x"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("to"));
        send(officer, "transfer", reason).andExpect(status().isNoContent());

        assertThat(row(officer, "mine").isMissingNode()).isTrue();
        assertThat(row(colleague, "mine").path("unread").asBoolean()).isTrue();
        assertThat(office.read(colleague, "/api/messages").toString()).contains("转来任务", "明天休假");
        assertThat(page(colleague).path("timeline").findValuesAsText("what")).contains("转办");
        send(officer, "completion", Map.of("outcome", "grant")).andExpect(status().isConflict());
        send(colleague, "completion", Map.of("outcome", "grant")).andExpect(status().isNoContent());
    }

    @Test
    void whoIsAPartyIsNoColleague() throws Exception {
        var colleagues = office.read(officer, "/api/tasks/" + task + "/colleagues");
        assertThat(colleagues.findValuesAsText("username"))
                .contains(colleague.username(), other.username())
                .doesNotContain(officer.username());

        sql.sql("update application set agent = ? where application_no = ?")
                .params(other.username(), file.applicationNo())
                .update();

        assertThat(office.read(officer, "/api/tasks/" + task + "/colleagues").findValuesAsText("username"))
                .contains(colleague.username())
                .doesNotContain(other.username());
    }

    @Test
    void severalAreHandedOnAtOnceAndEachThatIsNotSaysWhy() throws Exception {
        var second = office.task(officer, office.underReview(office.parent()).caseNo());
        var taken = office.task(officer, office.underReview(office.parent()).caseNo());
        office.send(other, "/api/tasks/" + taken + "/claim", Map.of());
        var ids = List.of(task, second, taken, "nothing");
        var wanted = Map.of("act", "transfer", "ids", ids, "to", colleague.username(), "reason", "均衡任务量");

        var preview = bulk(wanted, true);

        assertThat(preview.findValuesAsText("ok")).containsExactly("true", "true", "false", "false");
        assertThat(preview.path(2).path("why").asText()).contains(other.name() + " 已领取");
        assertThat(preview.path(0).path("title").asText()).contains("生育登记");
        assertThat(row(officer, "mine").isMissingNode())
                .as("a preview changes nothing")
                .isFalse();
        assertThat(bulk(wanted, false)).isEqualTo(preview);
        assertThat(row(colleague, "mine").isMissingNode()).isFalse();
        assertThat(sql.sql(
                                "select number || ' ' || result from audit_entry where verb = 'HAND_ON' and account = ? order by id")
                        .param(officer.username())
                        .query(String.class)
                        .list())
                .containsExactly(task + " DONE", second + " DONE", taken + " REFUSED");
        assertThat(office.json(office.send(officer, "/api/tasks/bulk", Map.of("act", "grant", "ids", ids)))
                        .path("field")
                        .asText())
                .isEqualTo("act");
        assertThat(office.json(office.send(officer, "/api/tasks/bulk", Map.of("act", "claim", "ids", List.of())))
                        .path("field")
                        .asText())
                .isEqualTo("ids");
    }

    private JsonNode bulk(Map<String, Object> wanted, boolean preview) throws Exception {
        var body = new HashMap<>(wanted);
        body.put("preview", preview);
        return office.json(office.send(officer, "/api/tasks/bulk", body)).path("rows");
    }
}
