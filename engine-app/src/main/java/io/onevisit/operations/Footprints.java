package io.onevisit.operations;

import io.onevisit.cases.ApplicationState;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.engine.Alarms;
import io.onevisit.engine.InstanceMoves;
import io.onevisit.operations.Footprint.Call;
import io.onevisit.operations.Footprint.ClockFace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes {@link Footprint}s, by indexes of the numbers concerned. */
@Component
class Footprints {

    private final JdbcClient sql;
    private final Cases cases;
    private final Applications applications;
    private final InstanceMoves moves;
    private final Alarms alarms;

    Footprints(JdbcClient sql, Cases cases, Applications applications, InstanceMoves moves, Alarms alarms) {
        this.sql = sql;
        this.cases = cases;
        this.applications = applications;
        this.moves = moves;
        this.alarms = alarms;
    }

    /** @param instance the process, {@code null} where none runs */
    Footprint of(String number, String instance) {
        var about = number.startsWith("A")
                ? number
                : cases.find(number).map(CaseFile::applicationNo).orElse("");
        var application = applications.find(about);
        var files = application
                .map(found -> cases.ofApplication(found.applicationNo()))
                .orElse(List.of());
        var states = new TreeMap<String, CaseState>();
        files.forEach(file -> states.put(file.caseNo(), file.state()));
        var numbers = new ArrayList<>(states.keySet());
        numbers.add(number);
        if (!about.isEmpty() && !about.equals(number)) {
            numbers.add(about);
        }
        var nos = numbers.stream().distinct().toArray(String[]::new);
        var waiting = instance == null ? null : moves.find(instance).orElse(null);
        return new Footprint(
                waiting == null ? null : instance,
                waiting == null ? "" : waiting.edition(),
                waiting == null
                        ? List.of()
                        : waiting.places().stream()
                                .map(InstanceMoves.Place::name)
                                .toList(),
                waiting == null
                        ? List.of()
                        : waiting.places().stream()
                                .map(InstanceMoves.Place::element)
                                .toList(),
                states,
                states.keySet().stream().filter(moves::runs).toList(),
                application.map(found -> found.stage()).orElse(""),
                application
                        .filter(found -> found.state() != ApplicationState.IN_PROGRESS)
                        .isPresent(),
                tasks(nos),
                instance == null ? Map.of() : calls(instance),
                clocks(nos),
                texts(
                        """
                        select concat_ws(':', case_no, kind, number, line), act || coalesce(' ' || days, '')
                        from clock_entry where case_no = any (:nos) order by case_no, kind, number, line""",
                        nos),
                lights(List.of(nos)),
                texts(
                        "select id::text, title from notice_message where application_no = any (:nos) or case_no = any (:nos)",
                        nos),
                texts("select key, kind from handoff_message where case_no = any (:nos)", nos),
                texts(
                        "select id, activity from incident_record where business_key = any (:nos) and ended_at is null order by id",
                        nos));
    }

    private Map<String, String> tasks(String[] nos) {
        var found = texts(
                """
                select task_id, name from work_item
                where ended_at is null and (application_no = any (:nos) or case_no = any (:nos) or subject_no = any (:nos))
                order by task_id""",
                nos);
        found.putAll(texts("select task_id, '申请人补正' from applicant_task where business_key = any (:nos)", nos));
        return found;
    }

    private Map<String, Call> calls(String instance) {
        var found = new LinkedHashMap<String, Call>();
        moves.calls(instance)
                .forEach(call -> found.put(call.id(), new Call(call.topic(), call.activity(), call.businessKey())));
        return found;
    }

    private Map<String, ClockFace> clocks(String[] nos) {
        var found = new TreeMap<String, ClockFace>();
        sql.sql(
                        """
                        select case_no, kind, number, yellow_at, red_at, stopped, finished_at is not null as finished
                        from clock where case_no = any (:nos)""")
                .param("nos", nos)
                .query(row -> {
                    found.put(
                            "%s:%s:%d".formatted(row.getString("case_no"), row.getString("kind"), row.getInt("number")),
                            new ClockFace(
                                    row.getString("case_no"),
                                    row.getString("kind"),
                                    OperationRows.instant(row, "yellow_at"),
                                    OperationRows.instant(row, "red_at"),
                                    row.getBoolean("stopped"),
                                    row.getBoolean("finished")));
                });
        return found;
    }

    private Map<String, Instant> lights(List<String> nos) {
        var found = new TreeMap<String, Instant>();
        alarms.timers(nos).forEach(timer -> found.put(timer.businessKey() + ":" + timer.element(), timer.due()));
        return found;
    }

    private Map<String, String> texts(String query, String[] nos) {
        var found = new LinkedHashMap<String, String>();
        sql.sql(query).param("nos", nos).query(row -> {
            found.put(row.getString(1), row.getString(2));
        });
        return found;
    }
}
