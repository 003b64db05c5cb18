package io.onevisit.hotline;

import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The work orders in the database. */
@Component
class OrderStore {

    private static final int SHOWN = 100;
    private static final Map<String, Column> SEALED = Column.in("work_order");

    private final JdbcClient sql;
    private final Vault vault;

    OrderStore(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    void insert(String no, Asked asked, OrderState state, Instant at) {
        sql.sql(
                        """
                        insert into work_order (no, kind, urgent, duty, region, text, contact_name, contact_phone, owner, agent,
                            case_no, rating_no, state, hand_unit, hand_reason, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        no,
                        asked.kind().name(),
                        asked.urgent(),
                        asked.duty(),
                        asked.region(),
                        vault.seal(Column.ORDER_TEXT, no, asked.text()),
                        asked.contactName(),
                        vault.seal(Column.ORDER_PHONE, no, asked.contactPhone()),
                        asked.owner(),
                        asked.agent(),
                        asked.caseNo(),
                        asked.ratingNo(),
                        state.name(),
                        asked.handUnit(),
                        asked.handReason(),
                        Timestamp.from(at))
                .update();
    }

    Optional<WorkOrder> find(String no) {
        return sql.sql("select * from work_order where no = ?")
                .param(no)
                .query(this::order)
                .optional();
    }

    void lock(String no) {
        sql.sql("select 1 from work_order where no = ? for update")
                .param(no)
                .query(Integer.class)
                .optional();
    }

    WorkOrder get(String no) {
        return find(no).orElseThrow(() -> new IllegalStateException("no order " + no));
    }

    List<WorkOrder> of(String owner) {
        return sql.sql("select * from work_order where owner = ? order by created_at desc limit " + SHOWN)
                .param(owner)
                .query(this::order)
                .list();
    }

    /** Writes what was done; the columns are ours, never a caller's words. */
    void set(String no, Map<String, Object> values) {
        var names = values.keySet().stream().sorted().toList();
        var assignments = String.join(
                ", ", names.stream().map(name -> name + " = :" + name).toList());
        var statement = sql.sql("update work_order set " + assignments + " where no = :no")
                .param("no", no);
        names.forEach(name -> statement.param(name, stored(no, name, values.get(name))));
        statement.update();
    }

    private Object stored(String no, String name, Object value) {
        if (SEALED.containsKey(name)) {
            return vault.seal(SEALED.get(name), no, (String) value);
        }
        return value instanceof Instant at ? Timestamp.from(at) : value;
    }

    void assist(String no, String unit, String request) {
        sql.sql(
                        """
                        update work_order set co_units = case when :unit = any (co_units) then co_units
                            else array_append(co_units, :unit) end, assist_request = :request where no = :no""")
                .param("unit", unit)
                .param("request", request)
                .param("no", no)
                .update();
    }

    WorkOrder order(ResultSet row, int n) throws SQLException {
        return new WorkOrder(
                row.getString("no"),
                OrderKind.valueOf(row.getString("kind")),
                row.getBoolean("urgent"),
                row.getString("duty"),
                row.getString("region"),
                vault.open(Column.ORDER_TEXT, row.getString("no"), row.getString("text")),
                row.getString("contact_name"),
                vault.open(Column.ORDER_PHONE, row.getString("no"), row.getString("contact_phone")),
                row.getString("owner"),
                row.getString("agent"),
                row.getString("case_no"),
                row.getString("rating_no"),
                OrderState.valueOf(row.getString("state")),
                row.getString("unit"),
                row.getString("hand_unit"),
                row.getString("hand_reason"),
                row.getString("return_reason"),
                row.getString("assigned_by"),
                row.getString("assign_reason"),
                List.of((String[]) row.getArray("co_units").getArray()),
                row.getString("assist_request"),
                row.getString("assist_reply"),
                row.getBoolean("extended"),
                row.getString("extension_reason"),
                vault.open(Column.ORDER_REPLY, row.getString("no"), row.getString("reply")),
                instant(row, "replied_at"),
                row.getString("call_back"),
                vault.open(Column.ORDER_CALL_BACK, row.getString("no"), row.getString("call_back_note")),
                instant(row, "due_at"),
                instant(row, "created_at"),
                instant(row, "closed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
