package io.onevisit;

import static io.onevisit.People.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.identity.Account;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Asks the API as somebody and answers the one open task about a rating or a work order, as an officer does. */
public record OfficeDesk(MockMvc web, ObjectMapper json, JdbcClient sql, Jobs jobs) {

    public ResultActions send(Account person, String path, Object body) throws Exception {
        return web.perform(post(path)
                .with(as(person))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    public JsonNode read(Account person, String path) throws Exception {
        return node(web.perform(get(path).with(as(person))));
    }

    public JsonNode node(ResultActions answer) throws Exception {
        return json.readTree(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    /** Answers the open task and lets the process go on to the next wait. */
    public ResultActions answer(Account officer, String no, Map<String, Object> answers) throws Exception {
        jobs.runReady(no);
        var answered = send(officer, "/api/tasks/" + task(no) + "/completion", answers);
        jobs.runReady(no);
        return answered;
    }

    /** Id of the open task about this number. */
    public String task(String no) {
        return sql.sql("select task_id from work_item where subject_no = ? and ended_at is null")
                .param(no)
                .query(String.class)
                .single();
    }

    /** Element of the model at which a person is waited for, the empty text where nobody is. */
    public String waitsAt(String no) {
        jobs.runReady(no);
        return sql.sql("select key from work_item where subject_no = ? and ended_at is null")
                .param(no)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
