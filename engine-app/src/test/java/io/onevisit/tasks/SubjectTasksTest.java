package io.onevisit.tasks;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.processes.Groups;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A task about something that is neither case nor application is listed, shown, taken and answered like any other. */
@PlatformTest
class SubjectTasksTest {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Processes processes;

    @Autowired
    RepositoryService models;

    @Autowired
    HistoryService history;

    private Account supervisor;
    private String no;
    private String instance;
    private String task;

    @BeforeEach
    void aNoteWaitsForASupervisor() {
        var model = Bpmn.createExecutableProcess("subject-note")
                .camundaHistoryTimeToLiveString("P90D")
                .startEvent()
                .userTask("answerNote")
                .name("答复记录")
                .camundaCandidateGroups(Groups.SUPERVISORS)
                .camundaFormRef("clerk-review")
                .camundaFormRefBinding("latest")
                .endEvent()
                .done();
        models.createDeployment()
                .name("subject-note")
                .enableDuplicateFiltering(true)
                .addModelInstance("subject-note.bpmn", model)
                .deploy();
        supervisor = new People(sql).officer(Role.SUPERVISOR, null, "430100");
        no = "note-430102-" + UUID.randomUUID().toString().substring(0, 8);
        instance = processes.start("subject-note", no, "", Map.of());
        task = sql.sql("select task_id from work_item where subject_no = ?")
                .param(no)
                .query(String.class)
                .single();
    }

    @Test
    void itIsOnTheListOfItsGroupAndRegion() throws Exception {
        web.perform(get("/api/tasks?q=" + no).with(as(supervisor)))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].subjectNo").value(no))
                .andExpect(jsonPath("$.items[0].applicationNo").isEmpty())
                .andExpect(jsonPath("$.items[0].itemName").value("一则记录"))
                .andExpect(jsonPath("$.items[0].applicantName").value("张*"))
                .andExpect(jsonPath("$.items[0].dueAt").value(NotedSubject.DUE.toString()));
        var elsewhere = new People(sql).officer(Role.SUPERVISOR, null, "430200");
        web.perform(get("/api/tasks?q=" + no).with(as(elsewhere)))
                .andExpect(jsonPath("$.total").value(0));
        web.perform(get("/api/tasks/" + task).with(as(elsewhere))).andExpect(status().isNotFound());
    }

    @Test
    void thePageShowsFactsAndForm() throws Exception {
        web.perform(get("/api/tasks/" + task).with(as(supervisor)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.form.id").value("clerk-review"))
                .andExpect(jsonPath("$.facts[0].label").value("事由"))
                .andExpect(jsonPath("$.link").value("/notes/" + no))
                .andExpect(jsonPath("$.materials").isEmpty());
    }

    @Test
    void theAnswerGoesToItsKindAndTheProcessGoesOn() throws Exception {
        web.perform(post("/api/tasks/" + task + "/claim").with(as(supervisor))).andExpect(status().isNoContent());

        answer(Map.of("outcome", "accept")).andExpect(status().isNoContent());

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getEndTime())
                .isNotNull();
        assertThat(sql.sql("select outcome from work_item where task_id = ?")
                        .param(task)
                        .query(String.class)
                        .single())
                .isEqualTo("accept");
        answer(Map.of("outcome", "accept"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("task-ended"));
    }

    @Test
    void whatItsKindRefusesStaysOpen() throws Exception {
        answer(Map.of("outcome", "accept", "opinion", "本人")).andExpect(status().isForbidden());
        answer(Map.of("outcome", "something else")).andExpect(status().isUnprocessableEntity());

        web.perform(get("/api/tasks?q=" + no).with(as(supervisor)))
                .andExpect(jsonPath("$.total").value(1));
    }

    private ResultActions answer(Map<String, Object> answers) throws Exception {
        return web.perform(post("/api/tasks/" + task + "/completion")
                .with(as(supervisor))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(answers)));
    }
}
