package io.onevisit.tasks;

import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A kind of subject for tests: everything numbered {@code note-REGION-…}. */
@Component
class NotedSubject implements Subject {

    static final Instant DUE = Instant.parse("2026-11-20T09:00:00Z");

    @Override
    public boolean covers(String businessKey) {
        return businessKey.startsWith("note-");
    }

    @Override
    public About about(String businessKey) {
        return new About(
                businessKey,
                "一则记录",
                "张*",
                businessKey.substring(5, 11),
                "health",
                DUE,
                List.of(new Fact("事由", "窗口排队时间过长")),
                "/notes/" + businessKey);
    }

    @Override
    public void hold(String businessKey) {}

    @Override
    public Map<String, Object> answer(
            Account officer, String taskKey, String businessKey, Map<String, Object> answers) {
        if ("本人".equals(answers.get("opinion"))) {
            throw Problem.forbidden("own-note", "这是您本人的记录，应当回避。");
        }
        return Map.of("answeredBy", officer.name());
    }
}
