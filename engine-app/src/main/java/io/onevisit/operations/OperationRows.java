package io.onevisit.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Operations in the database, and who did what with them. */
@Component
class OperationRows {

    private final JdbcClient sql;
    private final ObjectMapper json;
    private final Clock now;

    OperationRows(JdbcClient sql, ObjectMapper json, Clock now) {
        this.sql = sql;
        this.json = json;
        this.now = now;
    }

    long add(OperationKind kind, Instructions instructions, String editionName, List<String> told, Account who) {
        return sql.sql(
                        """
                        insert into operation (kind, state, region, edition, edition_name, instructions, told, asked_by, asked_name, asked_at)
                        values (?, 'CHECKING', ?, nullif(?, ''), ?, ?::jsonb, ?, ?, ?, ?) returning no""")
                .params(
                        kind.name(),
                        who.region(),
                        instructions.edition(),
                        editionName,
                        text(instructions),
                        told.toArray(String[]::new),
                        who.username(),
                        who.name(),
                        Timestamp.from(now.instant()))
                .query(Long.class)
                .single();
    }

    Optional<Operation> find(long no) {
        return sql.sql("select * from operation where no = ?")
                .param(no)
                .query(this::read)
                .optional();
    }

    Operation get(long no) {
        return find(no).orElseThrow(() -> Problem.notFound("operation-unknown", "没有找到这项批量操作，请核对编号。"));
    }

    /** Nobody else takes it further until the transaction ends. */
    Operation lock(long no) {
        return sql.sql("select * from operation where no = ? for update")
                .param(no)
                .query(this::read)
                .optional()
                .orElseThrow(() -> Problem.notFound("operation-unknown", "没有找到这项批量操作，请核对编号。"));
    }

    /** Whether it is still in this state; that stays so until the transaction ends. */
    boolean stillIn(long no, OperationState state) {
        return sql.sql("select state = ? from operation where no = ? for share")
                .params(state.name(), no)
                .query(Boolean.class)
                .single();
    }

    List<Operation> inState(OperationState... states) {
        return sql.sql("select * from operation where state = any (?) order by no")
                .param(List.of(states).stream().map(Enum::name).toArray(String[]::new))
                .query(this::read)
                .list();
    }

    void enter(long no, OperationState state) {
        sql.sql(
                        """
                        update operation set state = :state,
                            checked_at = case when :state = 'CHECKED' then :now else checked_at end,
                            started_at = case when :state = 'RUNNING' then coalesce(started_at, :now) else started_at end,
                            ended_at = case when :state in ('DONE', 'STOPPED', 'REFUSED', 'DROPPED') then :now else ended_at end
                        where no = :no""")
                .param("state", state.name())
                .param("now", Timestamp.from(now.instant()))
                .param("no", no)
                .update();
    }

    void reason(long no, String reason) {
        sql.sql("update operation set reason = ? where no = ?")
                .params(reason, no)
                .update();
    }

    void acted(long no, Account who, Act act, String detail) {
        sql.sql("insert into operation_act (operation, at, username, name, act, detail) values (?, ?, ?, ?, ?, ?)")
                .params(no, Timestamp.from(now.instant()), who.username(), who.name(), act.name(), detail)
                .update();
    }

    List<Acted> acts(long no) {
        return sql.sql("select at, name, act, detail from operation_act where operation = ? order by id")
                .param(no)
                .query(Acted.class)
                .list();
    }

    /**
     * The newest within a part of the province.
     *
     * @param states those in one of these, all where there are none
     */
    List<Listed> newest(String firstRegion, String lastRegion, List<OperationState> states, int most) {
        return sql.sql(
                        """
                        select o.*, (select count(*) from operation_line l where l.operation = o.no) as lines,
                            (select count(*) from operation_line l where l.operation = o.no and l.state not in ('UNTRIED', 'READY')) as settled
                        from operation o
                        where o.region between :first and :last and (:any or o.state = any (:states))
                        order by o.no desc limit :most""")
                .param("first", firstRegion)
                .param("last", lastRegion)
                .param("any", states.isEmpty())
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> new Listed(read(row, n), row.getInt("lines"), row.getInt("settled")))
                .list();
    }

    private Operation read(ResultSet row, int n) throws SQLException {
        return new Operation(
                row.getLong("no"),
                OperationKind.valueOf(row.getString("kind")),
                OperationState.valueOf(row.getString("state")),
                row.getString("region"),
                row.getString("edition"),
                row.getString("edition_name"),
                instructions(row.getString("instructions")),
                List.of((String[]) row.getArray("told").getArray()),
                row.getString("reason"),
                row.getString("asked_by"),
                row.getString("asked_name"),
                instant(row, "asked_at"),
                instant(row, "checked_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private String text(Instructions instructions) {
        try {
            return json.writeValueAsString(instructions);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Instructions instructions(String text) {
        try {
            return json.readValue(text, Instructions.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    enum Act {
        ASK("提出"),
        CHECK("重新预演"),
        SUBMIT("提交"),
        APPROVE("复核同意"),
        REFUSE("复核不同意"),
        PAUSE("暂停"),
        RESUME("继续"),
        STOP("停止"),
        DROP("放弃");

        private final String label;

        Act(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    record Acted(Instant at, String name, Act act, String detail) {

        @JsonProperty("actLabel")
        String actLabel() {
            return act.label();
        }
    }

    /** @param settled lines of which nothing is left to do */
    record Listed(Operation operation, int lines, int settled) {}
}
