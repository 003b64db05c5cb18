package io.onevisit.tasks;

import io.onevisit.engine.Instances;
import java.util.List;
import org.springframework.stereotype.Component;

/** The drawing of the process a task belongs to, and how far it has come. */
@Component
class TaskDiagrams {

    private final Instances instances;

    TaskDiagrams(Instances instances) {
        this.instances = instances;
    }

    Diagram of(WorkItem item) {
        return instances.of(item.about()).stream()
                .filter(instance -> instance.processKey().equals(item.processKey()))
                .reduce((earlier, later) -> later)
                .map(instance -> new Diagram(
                        instance.processName(),
                        instances.diagram(instance.id()),
                        instance.passed(),
                        instance.waiting()))
                .orElseThrow(Instances::unknown);
    }

    /** @param xml BPMN */
    record Diagram(String name, String xml, List<String> passed, List<String> current) {}
}
