package io.onevisit.catalogue;

import io.onevisit.problems.Problem;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The editions of an item: listed, suspended, put back in force, withdrawn. Running cases keep theirs. */
@Component
class Editions {

    private final JdbcClient sql;
    private final ItemRows rows;
    private final ApplicationEventPublisher events;
    private final Clock time;

    Editions(JdbcClient sql, ItemRows rows, ApplicationEventPublisher events, Clock time) {
        this.sql = sql;
        this.rows = rows;
        this.events = events;
        this.time = time;
    }

    /** All editions, the newest first; a 404 problem for an item that never was. */
    List<StoredItem> of(String code) {
        var editions = rows.editions(code);
        if (editions.isEmpty()) {
            throw Problem.notFound("item-unknown", "没有编码为 " + code + " 的事项。");
        }
        return editions;
    }

    StoredItem one(String code, int edition) {
        return rows.edition(code, edition)
                .orElseThrow(() -> Problem.notFound("edition-unknown", "事项 %s 没有第 %d 版。".formatted(code, edition)));
    }

    /** Number of the edition that serves today, 0 where none does. */
    int serving(String code) {
        var today = Catalogue.day(time.instant());
        return rows.editions(code).stream()
                .filter(item -> item.status() != ItemStatus.WITHDRAWN)
                .filter(item ->
                        item.effectiveFrom() == null || !item.effectiveFrom().isAfter(today))
                .mapToInt(StoredItem::edition)
                .max()
                .orElse(0);
    }

    /** Changes whether an edition serves; a withdrawn one stays withdrawn (409), and a reason is asked for (422). */
    @Transactional
    void change(String code, int edition, ItemStatus to, String reason, String who) {
        var item = one(code, edition);
        if (item.status() == ItemStatus.WITHDRAWN) {
            throw Problem.conflict("edition-withdrawn", "第 %d 版已经撤回，不能再改。请另行发布新版。".formatted(edition));
        }
        if (to != ItemStatus.IN_FORCE && (reason == null || reason.isBlank())) {
            throw Problem.invalid("reason-missing", "请写明%s的原因，申请人会看到它。".formatted(to.label()))
                    .with("field", "reason");
        }
        sql.sql(
                        """
                        update service_item set status = :status, status_reason = :reason, status_at = :at, status_by = :who
                        where code = :code and region = :region and edition = :edition""")
                .param("status", to.name())
                .param("reason", to == ItemStatus.IN_FORCE ? null : reason.strip())
                .param("at", java.sql.Timestamp.from(time.instant()))
                .param("who", who)
                .param("code", code)
                .param("region", item.region())
                .param("edition", edition)
                .update();
        events.publishEvent(new ItemsChanged(List.of(code)));
    }
}
