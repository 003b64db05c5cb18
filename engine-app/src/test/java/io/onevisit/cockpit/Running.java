package io.onevisit.cockpit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.People;
import io.onevisit.engine.Deployments;
import io.onevisit.engine.Models;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Account;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A small process with everything one can wait for, and the cockpit's addresses as officers ask them. */
@Component
record Running(
        Deployments deployments,
        Processes processes,
        RuntimeService runtime,
        TaskService tasks,
        MockMvc web,
        ObjectMapper json) {

    static final String KEY = "watched-in-tests";

    /** Publishes another edition; {@code step} fails until it is mended. */
    void publish(String name) {
        var model = Models.process(KEY)
                .camundaVersionTag("r-" + name)
                .startEvent("begun")
                .name("开始")
                .userTask("review")
                .name("部门审查")
                .boundaryEvent("reviewDue")
                .name("审查期限届满")
                .cancelActivity(false)
                .timerWithDate("${due}")
                .endEvent("reviewOverdue")
                .name("已登记超期")
                .moveToActivity("review")
                .receiveTask("answered")
                .name("等待" + name)
                .message("answered-in-tests")
                .serviceTask("push")
                .name("推送办件")
                .camundaExternalTask("department-handoff")
                .serviceTask("step")
                .name("登记结果")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${failsInTests}")
                .endEvent("ended")
                .name("办结")
                .done();
        deployments.deploy(KEY, null, Models.file(KEY, model));
    }

    String start(String number, Map<String, Object> variables) {
        return processes.start(KEY, number, null, variables);
    }

    void review(String instance) {
        tasks.complete(tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId());
    }

    void clear() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .list()
                .forEach(open -> runtime.deleteProcessInstance(open.getId(), "test"));
    }

    JsonNode answer(Account who, String path) throws Exception {
        var response = ask(who, HttpMethod.GET, path, null).andReturn().getResponse();
        if (response.getStatus() != 200) {
            throw new AssertionError(path + ": " + response.getStatus() + " " + response.getContentAsString());
        }
        return json.readTree(response.getContentAsByteArray());
    }

    ResultActions ask(Account who, HttpMethod method, String path, Object body) throws Exception {
        var request = MockMvcRequestBuilders.request(method, path).with(People.as(who));
        return web.perform(
                body == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsBytes(body)));
    }

    /** The row of a list whose field has this value. */
    static JsonNode row(JsonNode list, String field, String value) {
        for (var row : list) {
            if (row.path(field).asText().equals(value)) return row;
        }
        throw new AssertionError("no " + field + " " + value + " in " + list);
    }
}
