package io.onevisit.delegation;

import io.onevisit.bundles.Bundles;
import io.onevisit.problems.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a mandate may be good for: bundles by key, items by code. */
@Component
class MandateScope {

    private final ObjectProvider<Bundles> bundles;
    private final JdbcClient sql;

    /** @param bundles when they are there: the engine, which they need, needs the cases, which need the mandates */
    MandateScope(ObjectProvider<Bundles> bundles, JdbcClient sql) {
        this.bundles = bundles;
        this.sql = sql;
    }

    void refuseUnknown(List<String> subjects) {
        for (var subject : subjects) {
            if (name(subject).isEmpty()) {
                throw Problem.invalid("mandate-invalid", "没有编码为“%s”的一件事或事项，请重新选择。".formatted(subject))
                        .with("field", "subjects");
            }
        }
    }

    /** As people know them; one that is gone keeps its code. */
    List<String> names(List<String> subjects) {
        return subjects.stream().map(subject -> name(subject).orElse(subject)).toList();
    }

    private Optional<String> name(String subject) {
        return bundles.getObject().published().stream()
                .filter(bundle -> bundle.key().equals(subject))
                .map(bundle -> bundle.name())
                .findFirst()
                .or(() -> sql.sql("select name from service_item where code = ? order by edition desc limit 1")
                        .param(subject)
                        .query(String.class)
                        .optional());
    }
}
