package io.onevisit.engine;

import io.onevisit.problems.Problem;
import java.util.List;
import java.util.Optional;

/** Where the tokens of a running application or case are, for the diagram in the cockpit. */
public interface Instances {

    /** The process instances under this business key and those they called, parents first; finished ones too while history lasts. */
    List<Instance> of(String businessKey);

    /** The business key of a process instance, finished or not; that of the first one for those it called. */
    Optional<String> businessKey(String processInstanceId);

    /** The diagram a process instance runs on, as BPMN XML. */
    String diagram(String processInstanceId);

    static Problem unknown() {
        return Problem.notFound("instance-unknown", "没有找到这个流程，它可能已超过保存期限。");
    }

    /**
     * @param callActivityId id of the call activity in the parent that started it, {@code null} for the first one
     * @param waiting ids of the elements that hold a token now
     * @param passed ids of the elements that were completed
     * @param failed ids of the elements with an open incident
     */
    record Instance(
            String id,
            String parentId,
            String callActivityId,
            String businessKey,
            String processKey,
            String processName,
            int version,
            boolean running,
            List<String> waiting,
            List<String> passed,
            List<String> failed) {}
}
