package io.onevisit.halls;

import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The visits in the database; who lives where and what they need lies sealed. */
@Component
class HomeVisitRows {

    private final JdbcClient sql;
    private final Vault vault;

    HomeVisitRows(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    /** @param takenBy the officer who notes it for somebody, {@code null} where they ask themselves */
    void insert(HomeVisit visit, String takenBy) {
        var no = visit.no();
        sql.sql(
                        """
                        insert into home_visit (no, region, owner, taken_by, name, phone, address, about, why, wanted_on, wanted_part,
                            state, due_on, asked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        no,
                        visit.region(),
                        visit.owner(),
                        takenBy,
                        visit.name(),
                        vault.seal(Column.VISIT_PHONE, no, visit.phone()),
                        vault.seal(Column.VISIT_ADDRESS, no, visit.address()),
                        vault.seal(Column.VISIT_ABOUT, no, visit.about()),
                        vault.seal(Column.VISIT_WHY, no, visit.why()),
                        visit.wantedOn(),
                        visit.wantedPart().name(),
                        visit.state().name(),
                        visit.dueOn(),
                        Timestamp.from(visit.askedAt()))
                .update();
    }

    List<HomeVisit> of(String owner, int most) {
        return sql.sql("select * from home_visit where owner = ? order by asked_at desc limit ?")
                .params(owner, most)
                .query(this::visit)
                .list();
    }

    /** Those of an officer's reach and those they are to go to, the most urgent first; of what is over the newest. */
    List<HomeVisit> within(Reach reach, String officer, boolean over, int most) {
        return sql.sql(
                        """
                        select * from home_visit where (region between :first and :last or helper = :officer) and (ended_at is not null) = :over
                        order by ended_at desc, due_on, asked_at limit :most""")
                .param("first", reach.first())
                .param("last", reach.last())
                .param("officer", officer)
                .param("over", over)
                .param("most", most)
                .query(this::visit)
                .list();
    }

    Optional<HomeVisit> find(String no) {
        return sql.sql("select * from home_visit where no = ?")
                .param(no)
                .query(this::visit)
                .optional();
    }

    HomeVisit locked(String no) {
        return sql.sql("select * from home_visit where no = ? for update")
                .param(no)
                .query(this::visit)
                .optional()
                .orElseThrow(HomeVisitRows::unknown);
    }

    static Problem unknown() {
        return Problem.notFound("visit-unknown", "没有找到这个上门服务。");
    }

    int open(String owner) {
        return sql.sql("select count(*) from home_visit where owner = ? and ended_at is null")
                .param(owner)
                .query(Integer.class)
                .single();
    }

    void assign(String no, String helper) {
        sql.sql("update home_visit set state = 'ASSIGNED', helper = ?, agreed_at = null where no = ?")
                .params(helper, no)
                .update();
    }

    void agree(String no, Instant at, LocalDate day) {
        sql.sql("update home_visit set state = 'ACCEPTED', agreed_at = ?, due_on = ? where no = ?")
                .params(Timestamp.from(at), day, no)
                .update();
    }

    void leave(String no) {
        sql.sql("update home_visit set state = 'UNDER_WAY' where no = ?")
                .param(no)
                .update();
    }

    void end(String no, HomeVisit.State state, String outcome, Instant at) {
        sql.sql("update home_visit set state = ?, outcome = ?, ended_at = ? where no = ?")
                .params(state.name(), vault.seal(Column.VISIT_OUTCOME, no, outcome), Timestamp.from(at), no)
                .update();
    }

    private HomeVisit visit(ResultSet row, int n) throws SQLException {
        var no = row.getString("no");
        return new HomeVisit(
                no,
                row.getString("region"),
                row.getString("owner"),
                row.getString("name"),
                vault.open(Column.VISIT_PHONE, no, row.getString("phone")),
                vault.open(Column.VISIT_ADDRESS, no, row.getString("address")),
                vault.open(Column.VISIT_ABOUT, no, row.getString("about")),
                vault.open(Column.VISIT_WHY, no, row.getString("why")),
                row.getObject("wanted_on", LocalDate.class),
                HomeVisit.Part.valueOf(row.getString("wanted_part")),
                HomeVisit.State.valueOf(row.getString("state")),
                row.getString("helper"),
                instant(row, "agreed_at"),
                row.getObject("due_on", LocalDate.class),
                instant(row, "asked_at"),
                instant(row, "ended_at"),
                vault.open(Column.VISIT_OUTCOME, no, row.getString("outcome")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
