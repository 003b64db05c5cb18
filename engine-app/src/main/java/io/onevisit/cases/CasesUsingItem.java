package io.onevisit.cases;

import io.onevisit.catalogue.ItemUse;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The running cases of an item, by the edition each of them keeps. */
@Component
class CasesUsingItem implements ItemUse {

    private final JdbcClient sql;

    CasesUsingItem(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Use> of(String code) {
        return sql.sql(
                        """
                        select item_edition, count(*) from case_file
                        where item_code = :code and closed_at is null group by item_edition order by item_edition""")
                .param("code", code)
                .query((row, n) -> new Use(
                        "CASES",
                        "在办件（第 %d 版）".formatted(row.getInt(1)),
                        row.getLong(2),
                        "继续按受理时的第 %d 版办理".formatted(row.getInt(1))))
                .list();
    }
}
