package io.onevisit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps what the engine reported; lies beside the engine, so that the application's scan finds it. */
@Component
class HeardInTests implements UserTaskListener, DecisionListener {
    final List<UserTask> created = new ArrayList<>();
    final List<String> ended = new ArrayList<>();
    final List<String> decided = new ArrayList<>();

    void clear() {
        created.clear();
        ended.clear();
        decided.clear();
    }

    @Override
    public void created(UserTask task) {
        created.add(task);
    }

    @Override
    public void ended(Ended task) {
        ended.add(task.id() + ":" + task.completed());
    }

    @Override
    public void decided(
            String businessKey,
            String activityId,
            String decisionKey,
            int version,
            List<Rule> rules,
            Map<String, Object> inputs) {
        rules.forEach(rule -> decided.add("%s %s %s %s %s %s %s"
                .formatted(
                        businessKey, activityId, decisionKey, rule.id(), rule.annotation(), rule.outputs(), inputs)));
    }
}
