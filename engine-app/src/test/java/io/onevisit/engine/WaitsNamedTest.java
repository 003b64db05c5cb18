package io.onevisit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.PlatformTest;
import io.onevisit.studio.ElementTemplates;
import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whatever a process of the release can wait for has a Chinese name to show to operators: timers, messages, topics, steps. */
@PlatformTest
class WaitsNamedTest {

    private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*");

    @Autowired
    RepositoryService models;

    @Autowired
    Editions editions;

    @Autowired
    ElementTemplates templates;

    @Test
    void everyWaitOfTheReleasedModelsHasAName() throws IOException {
        var files = Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/*.bpmn"))
                .map(Resource::getFilename)
                .toList();
        var nameless = new TreeSet<String>();
        var waits = 0;
        var released = editions.all().stream()
                .filter(edition -> files.contains(edition.key() + ".bpmn"))
                .toList();
        for (var edition : released) {
            var model = models.getBpmnModelInstance(edition.id());
            var elements = editions.elements(edition.id());
            for (var node : model.getModelElementsByType(FlowNode.class)) {
                if (!waits(node)) continue;
                waits++;
                if (!CHINESE.matcher(elements.get(node.getId()).name()).matches()) {
                    nameless.add(edition.key() + " " + node.getId());
                }
            }
            topics(model).stream()
                    .filter(topic -> !templates.topics().containsKey(topic))
                    .forEach(topic -> nameless.add(edition.key() + " topic " + topic));
        }

        assertThat(released).hasSizeGreaterThan(10);
        assertThat(waits).isGreaterThan(60);
        assertThat(nameless).isEmpty();
    }

    @Test
    void aTimerWithoutANameIsFound() {
        var model = Models.process("nameless-in-tests")
                .startEvent("begun")
                .intermediateCatchEvent("Timer_1")
                .timerWithDate("${due}")
                .endEvent("ended")
                .done();
        FlowNode timer = model.getModelElementById("Timer_1");

        assertThat(waits(timer)).isTrue();
        assertThat(CHINESE.matcher(EngineEditions.name(timer)).matches()).isFalse();
    }

    /** Holds a token, a timer, a message or a job. */
    private static boolean waits(FlowNode node) {
        return node instanceof CatchEvent event
                        && !event.getChildElementsByType(EventDefinition.class).isEmpty()
                || node instanceof ReceiveTask
                || node.getElementType().getTypeName().matches("userTask|serviceTask|callActivity|businessRuleTask");
    }

    private static TreeSet<String> topics(BpmnModelInstance model) {
        var found = new TreeSet<String>();
        model.getModelElementsByType(ServiceTask.class).stream()
                .map(ServiceTask::getCamundaTopic)
                .filter(topic -> topic != null)
                .forEach(found::add);
        return found;
    }
}
