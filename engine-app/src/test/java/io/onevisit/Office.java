package io.onevisit;

import static io.onevisit.People.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A parent, the officers and the workers around one registration of a birth (生育登记), over the API. */
@Component
public class Office {

    private final MockMvc web;
    private final ObjectMapper json;
    private final Cases cases;
    private final WorkerHands workers;
    private final People people;

    Office(MockMvc web, ObjectMapper json, Cases cases, JdbcClient sql, ExternalTaskService external, Jobs jobs) {
        this.web = web;
        this.json = json;
        this.cases = cases;
        this.workers = new WorkerHands(external, jobs);
        this.people = new People(sql);
    }

    public Applying parent() {
        return new Applying(web, json, people.citizen());
    }

    public Account officer(Role role, String department) {
        return people.officer(role, department, "430102");
    }

    public Account supervisor() {
        return people.officer(Role.SUPERVISOR, null, "430000");
    }

    /** The case of a fertility registration just submitted. */
    public CaseFile submitted(Applying parent) throws Exception {
        var no = parent.submitted(List.of("fertilityRegistration"))
                .path("applicationNo")
                .asText();
        return cases.ofApplication(no).get(0);
    }

    /** The case under review. */
    public CaseFile underReview(Applying parent) throws Exception {
        var file = submitted(parent);
        goOn(file);
        return cases.get(file.caseNo());
    }

    public void goOn(CaseFile file) {
        workers.goOn(file.applicationNo());
        workers.goOn(file.caseNo());
        workers.goOn(file.applicationNo());
    }

    public void goOn(CaseFile file, Map<String, Object> results) {
        workers.goOn(file.applicationNo(), results);
    }

    /** The open task somebody sees under a number, {@code null} where there is none. */
    public String task(Account officer, String no) throws Exception {
        var found = read(officer, "/api/tasks?size=100&q=" + no).path("items");
        return found.isEmpty() ? null : found.path(0).path("id").asText();
    }

    public ResultActions answer(Account officer, String task, Map<String, Object> answers) throws Exception {
        return send(officer, "/api/tasks/" + task + "/completion", answers);
    }

    public ResultActions send(Account account, String path, Object body) throws Exception {
        return web.perform(post(path)
                .with(as(account))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    public JsonNode read(Account account, String path) throws Exception {
        return json(web.perform(get(path).with(as(account))));
    }

    public JsonNode json(ResultActions answer) throws Exception {
        return json.readTree(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
