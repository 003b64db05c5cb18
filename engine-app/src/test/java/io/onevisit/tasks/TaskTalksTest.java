package io.onevisit.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 留言: the applicant and whoever holds the case's task write to each other. */
class TaskTalksTest extends WorkTestCase {

    private Account owner;

    @BeforeEach
    void theApplicant() {
        owner = parent.person();
    }

    @Test
    void theApplicantWritesAndWhoHoldsTheTaskAnswers() throws Exception {
        send(officer, "presence", Map.of());
        write(owner, "请问还需要多久？").andExpect(status().isCreated());

        assertThat(row(officer, "mine").path("unread").asBoolean()).isTrue();
        assertThat(office.read(officer, "/api/messages").toString()).contains("申请人留言", "/tasks/" + task);
        assertThat(page(officer).at("/talk/0/text").asText()).isEqualTo("请问还需要多久？");
        send(colleague, "talk", Map.of("text", "请等待")).andExpect(status().isConflict());
        send(officer, "talk", Map.of("text", " "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("text"));
        send(officer, "talk", Map.of("text", "预计明天办结。")).andExpect(status().isCreated());

        var talk = talk(owner);
        assertThat(talk).hasSize(2);
        assertThat(talk.path(1).path("text").asText()).isEqualTo("预计明天办结。");
        assertThat(talk.path(1).path("name").asText()).isEqualTo(officer.name());
        assertThat(talk.path(1).path("byApplicant").asBoolean()).isFalse();
        assertThat(office.read(owner, "/api/messages").toString()).contains("承办人员答复了您的留言");
        assertThat(cases.journal(file.caseNo())).extracting(line -> line.what()).contains("申请人留言", "承办人答复留言");
        assertThat(cases.journal(file.caseNo()).toString()).doesNotContain("预计明天");
        assertThat(sql.sql("select text from application_talk where application_no = ?")
                        .param(file.applicationNo())
                        .query(String.class)
                        .list())
                .allMatch(text -> text.startsWith("enc:"));
    }

    @Test
    void onlyTheirOwnApplicationAndOnlyWhileItRuns() throws Exception {
        var stranger = office.parent().person();
        write(stranger, "请问").andExpect(status().isNotFound());
        send(officer, "talk", Map.of("text", "您好"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("talk-none"));
        var police = office.officer(Role.APPROVER, "police");
        send(police, "talk", Map.of("text", "您好")).andExpect(status().isNotFound());
        for (var n = 0; n < 10; n++) {
            write(owner, "请问 " + n).andExpect(status().isCreated());
        }
        write(owner, "再问").andExpect(jsonPath("$.code").value("talk-often"));

        sql.sql("delete from application_talk where application_no = ?")
                .param(file.applicationNo())
                .update();
        send(officer, "completion", Map.of("outcome", "grant")).andExpect(status().isNoContent());
        office.goOn(file);
        write(owner, "已经办结了吗").andExpect(jsonPath("$.code").value("talk-over"));
    }

    private org.springframework.test.web.servlet.ResultActions write(Account who, String text) throws Exception {
        return office.send(
                who,
                "/api/applications/" + file.applicationNo() + "/talk",
                Map.of("caseNo", file.caseNo(), "text", text));
    }

    private JsonNode talk(Account who) throws Exception {
        return office.read(who, "/api/applications/" + file.applicationNo() + "/talk");
    }
}
