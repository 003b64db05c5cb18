package io.onevisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Holds a row, lets an act run into it and sees what the act has locked by then: what comes after that row in the one order
 * must still be free.
 */
public record Locked(DataSource database) {

    private static final int PATIENCE = 400;
    private static final long PAUSE = 25;

    /** Rows below an application's and its cases', by the number they belong to. */
    private static final Map<String, String> BELOW = Map.of(
            "work_item", "application_no = ? or subject_no = ?",
            "applicant_task",
                    "business_key in (select case_no from case_file where application_no = ?) or business_key = ?",
            "supplement_request", "application_no = ? or business_key = ?",
            "clock", "case_no in (select case_no from case_file where application_no = ?) or case_no = ?",
            "application_material", "application_no = ? or application_no = ?",
            "deferred_material", "application_no = ? or application_no = ?");

    /** The application's row is the first: its cases and everything below are free while an act waits for it. */
    public <T> T behindTheApplication(String applicationNo, Callable<T> act) throws Exception {
        return behind("application where application_no = '%s'".formatted(applicationNo), applicationNo, true, act);
    }

    /** The case's row comes before everything below. */
    public <T> T behindTheCase(String caseNo, String applicationNo, Callable<T> act) throws Exception {
        return behind("case_file where case_no = '%s'".formatted(caseNo), applicationNo, false, act);
    }

    private <T> T behind(String row, String applicationNo, boolean casesToo, Callable<T> act) throws Exception {
        var pool = Executors.newSingleThreadExecutor();
        try (var mine = database.getConnection()) {
            mine.setAutoCommit(false);
            run(mine, "select 1 from " + row + " for update");
            var running = pool.submit(act);
            try {
                waitsFor(mine);
                assertThat(taken(mine, applicationNo, casesToo))
                        .as("rows locked before " + row)
                        .isEmpty();
            } finally {
                mine.rollback();
            }
            return running.get(1, TimeUnit.MINUTES);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Waits until somebody waits for this connection's locks. */
    public static void waitsFor(Connection mine) throws Exception {
        for (var n = 0; n < PATIENCE; n++) {
            try (var statement = mine.createStatement();
                    var rows = statement.executeQuery(
                            "select count(*) from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))")) {
                rows.next();
                if (rows.getInt(1) > 0) {
                    return;
                }
            }
            Thread.sleep(PAUSE);
        }
        throw new AssertionError("The act never waited for the row that is held");
    }

    private static List<String> taken(Connection mine, String applicationNo, boolean casesToo) throws SQLException {
        var taken = new ArrayList<String>();
        if (casesToo && !free(mine, "case_file", "application_no = ? or application_no = ?", applicationNo)) {
            taken.add("case_file");
        }
        for (var table : BELOW.entrySet()) {
            if (!free(mine, table.getKey(), table.getValue(), applicationNo)) {
                taken.add(table.getKey());
            }
        }
        return taken;
    }

    private static boolean free(Connection mine, String table, String where, String applicationNo) throws SQLException {
        var before = mine.setSavepoint();
        try (var statement =
                mine.prepareStatement("select 1 from " + table + " where " + where + " for update nowait")) {
            statement.setString(1, applicationNo);
            statement.setString(2, applicationNo);
            statement.executeQuery();
            return true;
        } catch (SQLException locked) {
            if (!"55P03".equals(locked.getSQLState())) {
                throw locked;
            }
            mine.rollback(before);
            return false;
        }
    }

    public static void run(Connection mine, String statement) throws SQLException {
        try (var one = mine.createStatement()) {
            one.execute(statement);
        }
    }
}
