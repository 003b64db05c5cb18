package io.onevisit.engine;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;

/** Small models drawn in code, for tests of the engine itself. */
public final class Models {

    private Models() {}

    public static ProcessBuilder process(String key) {
        return Bpmn.createExecutableProcess(key).name(key).camundaHistoryTimeToLiveString("P90D");
    }

    public static Map<String, byte[]> file(String key, BpmnModelInstance model) {
        return Map.of(key + ".bpmn", Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8));
    }
}
