package io.onevisit.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

/** A caller's number is hidden from everybody but the officer who holds the task and says what for. */
class OrderContactTest extends HotlineTestCase {

    private static final String PHONE = "13812345678";

    private String no;

    @BeforeEach
    void somebodyCalled() throws Exception {
        var call = call("HELP", "medical-insurance", "430102");
        call.put("contactPhone", PHONE);
        call.put("text", "请回电 138 1234 5678，我的号码是13812345678，缴费查不到");
        no = desk.node(desk.send(agent, "/api/hotline/intake", call)).path("no").asText();
        desk.waitsAt(no);
    }

    @Test
    void listsTasksAndFiguresShowTheNumberMasked() throws Exception {
        var supervisor = people.officer(Role.SUPERVISOR, null, "430100");
        var list = desk.read(unit, "/api/tasks?q=" + no).toString();
        var task = desk.read(unit, "/api/tasks/" + desk.task(no)).toString();
        var whole = desk.read(supervisor, "/api/cockpit/orders/" + no).toString();

        assertThat(list).contains("求助工单：医保").doesNotContain(PHONE, "1234 5678", "请回电");
        assertThat(task).contains("王* 138****5678").doesNotContain(PHONE, "王五");
        assertThat(whole).contains("王* 138****5678").doesNotContain(PHONE, "王五");
        assertThat(desk.read(supervisor, "/api/cockpit/orders/list").toString()).doesNotContain(PHONE);
        assertThat(desk.read(agent, "/api/hotline/intake").toString()).doesNotContain(PHONE);
    }

    @Test
    void whoHoldsTheTaskLearnsItWithAReasonThatIsWrittenDown() throws Exception {
        reveal(unit, "联系诉求人")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("task-not-taken"));
        desk.send(unit, "/api/tasks/" + desk.task(no) + "/claim", Map.of()).andExpect(status().isNoContent());
        reveal(unit, " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("reason"));
        reveal(unit, "长".repeat(201)).andExpect(status().isUnprocessableEntity());

        reveal(unit, "联系诉求人核对缴费凭证")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.value").value("王五 " + PHONE));

        assertThat(cases.journal(no)).anySatisfy(entry -> {
            assertThat(entry.what()).isEqualTo("查看联系方式");
            assertThat(entry.who()).isEqualTo(unit.name());
            assertThat(entry.detail()).isEqualTo("联系诉求人核对缴费凭证");
        });
        assertThat(cases.journal(no).toString()).doesNotContain(PHONE);
    }

    @Test
    void nobodyElseLearnsIt() throws Exception {
        desk.send(unit, "/api/tasks/" + desk.task(no) + "/claim", Map.of());
        var colleague = people.officer(Role.APPROVER, "insurance", "430100");

        reveal(colleague, "好奇")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("task-taken"));
        reveal(people.officer(Role.APPROVER, "police", "430100"), "好奇").andExpect(status().isNotFound());
        reveal(people.officer(Role.SUPERVISOR, null, "430100"), "好奇").andExpect(status().isNotFound());
        desk.send(unit, "/api/tasks/" + desk.task(no) + "/reveal", Map.of("fact", "text", "reason", "好奇"))
                .andExpect(status().isNotFound());
        assertThat(cases.journal(no))
                .noneSatisfy(entry -> assertThat(entry.what()).isEqualTo("查看联系方式"));
    }

    @Test
    void whatIsDoneIsNotRevealedAnyMore() throws Exception {
        var task = desk.task(no);
        answer(unit, no, Map.of("outcome", "accept"));

        desk.send(unit, "/api/tasks/" + task + "/reveal", Map.of("fact", "contact", "reason", "再看一眼"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("task-ended"));
    }

    private ResultActions reveal(Account officer, String reason) throws Exception {
        return desk.send(
                officer, "/api/tasks/" + desk.task(no) + "/reveal", Map.of("fact", "contact", "reason", reason));
    }
}
