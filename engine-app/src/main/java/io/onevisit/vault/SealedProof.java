package io.onevisit.vault;

import io.onevisit.verification.Invariant;
import java.util.ArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** No sensitive column holds a value that anybody who has the database can read. */
@Component
class SealedProof implements Invariant {

    private final Resealing resealing;
    private final JdbcClient sql;

    SealedProof(Resealing resealing, JdbcClient sql) {
        this.resealing = resealing;
        this.sql = sql;
    }

    @Override
    public String id() {
        return "I9";
    }

    @Override
    public Result check(int most) {
        var findings = new ArrayList<String>();
        var broken = 0L;
        for (var plain : resealing.plain().entrySet()) {
            broken += plain.getValue();
            findings.add("%s 有 %d 个值没有加密".formatted(plain.getKey(), plain.getValue()));
        }
        var checked = 0L;
        for (var column : Column.values()) {
            checked += sql.sql("select count(*) from " + column.table())
                    .query(Long.class)
                    .single();
        }
        return new Result(checked, broken, findings.stream().limit(most).toList());
    }
}
