package io.onevisit.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.identity.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 抄送 and 备注: colleagues know of a task and write down what the next one should know. */
class CopiesAndNotesTest extends WorkTestCase {

    @Test
    void aCopyIsUnreadInItsOwnViewUntilItIsOpened() throws Exception {
        copyTo(colleague.username());

        var copied = row(colleague, "copied");
        assertThat(copied.path("unread").asBoolean()).isTrue();
        assertThat(row(other, "copied").isMissingNode()).isTrue();
        assertThat(office.read(colleague, "/api/messages").toString()).contains("抄送给您", "请了解本案进展", "/tasks/" + task);
        assertThat(page(officer).path("copies").path(0).path("seen").asBoolean())
                .isFalse();

        send(colleague, "presence", Map.of());

        assertThat(row(colleague, "copied").path("unread").asBoolean()).isFalse();
        var copy = page(officer).path("copies").path(0);
        assertThat(copy.path("name").asText()).isEqualTo(colleague.name());
        assertThat(copy.path("byName").asText()).isEqualTo(officer.name());
        assertThat(copy.path("seen").asBoolean()).isTrue();
        copyTo(colleague.username());
        assertThat(row(colleague, "copied").path("unread").asBoolean())
                .as("sent anew")
                .isTrue();
    }

    @Test
    void aCopyChangesNothingAboutTheTaskAndStaysWhenItIsDone() throws Exception {
        copyTo(colleague.username());
        send(colleague, "completion", Map.of("outcome", "grant")).andExpect(status().isConflict());

        send(officer, "completion", Map.of("outcome", "grant")).andExpect(status().isNoContent());

        assertThat(row(colleague, "all").isMissingNode()).isTrue();
        assertThat(row(colleague, "copied").path("id").asText()).isEqualTo(task);
        assertThat(page(colleague).path("timeline").toString()).contains("抄送");
    }

    @Test
    void onlyColleaguesOfTheTaskGetACopy() throws Exception {
        var stranger = office.officer(Role.APPROVER, "police");
        send(officer, "copies", Map.of("to", List.of(stranger.username())))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("to"));
        send(officer, "copies", Map.of("to", List.of())).andExpect(status().isUnprocessableEntity());
        send(officer, "copies", Map.of("to", List.of(officer.username()))).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void aNoteIsSeenByTheDepartmentWhicheverTaskItWasWrittenAt() throws Exception {
        send(colleague, "notes", Map.of("text", " ")).andExpect(status().isUnprocessableEntity());
        send(colleague, "notes", Map.of("text", "申请人已电话说明搬家一事"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$[0].name").value(colleague.name()));
        assertThat(page(officer).path("notes").path(0).path("text").asText()).isEqualTo("申请人已电话说明搬家一事");
        assertThat(page(officer).path("notes").path(0).path("at").asText()).isNotEmpty();

        send(officer, "completion", Map.of("outcome", "extension", "days", 5, "opinion", "情况复杂"))
                .andExpect(status().isNoContent());
        office.goOn(file);
        var head = office.officer(Role.HEAD, "health");
        task = office.task(head, file.caseNo());

        assertThat(page(head).path("notes").path(0).path("text").asText())
                .as("at another step of the same case")
                .isEqualTo("申请人已电话说明搬家一事");
        assertThat(parent.read("/api/applications/" + file.applicationNo()).toString())
                .doesNotContain("搬家一事");
    }

    @Test
    void anEndedTaskTellsHowItEnded() throws Exception {
        assertThat(page(officer).path("ended").isNull()).isTrue();
        send(officer, "completion", Map.of("outcome", "extension", "days", 5, "opinion", "情况复杂"))
                .andExpect(status().isNoContent());

        var ended = page(colleague).path("ended");
        assertThat(ended.path("outcome").asText()).isEqualTo("extension");
        assertThat(ended.path("reason").asText()).isEqualTo("情况复杂");
        assertThat(ended.path("byName").asText()).isEqualTo(officer.name());
        assertThat(ended.path("at").asText()).isNotEmpty();
        assertThat(ended.path("answers").path("days").asInt()).isEqualTo(5);
        assertThat(sql.sql("select answers::text from task_answer where task_id = ?")
                        .param(task)
                        .query(String.class)
                        .single())
                .startsWith("\"enc:");
    }

    @Test
    void whoEndedTheCaseEndedTheTask() throws Exception {
        send(officer, "ending", Map.of("kind", "return", "reason", "申请人要求撤件")).andExpect(status().isNoContent());
        office.goOn(file);

        var ended = page(colleague).path("ended");
        assertThat(ended.path("outcome").asText()).isEqualTo("return");
        assertThat(ended.path("reason").asText()).isEqualTo("申请人要求撤件");
        assertThat(ended.path("byName").asText()).isEqualTo(officer.name());
    }

    private void copyTo(String... names) throws Exception {
        send(officer, "copies", Map.of("to", List.of(names), "words", "请了解本案进展"))
                .andExpect(status().isCreated());
    }
}
