package io.onevisit.engine;

import io.onevisit.engine.Incidents.Incident;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The platform's own journal of incidents; the engine forgets those that ended. */
@Component
class IncidentRecords {

    /** How the engine's incident is retried: the job of a platform step, or the external task of a worker. */
    enum Kind {
        STEP,
        WORKER
    }

    private final JdbcClient sql;
    private final EngineProperties properties;

    IncidentRecords(JdbcClient sql, EngineProperties properties) {
        this.sql = sql;
        this.properties = properties;
    }

    /** How often failed work of this kind is tried. */
    int usualTries(Kind kind) {
        return switch (kind) {
            case STEP -> properties.tries();
            case WORKER -> properties.workerTries();
        };
    }

    void opened(Kind kind, String subject, String processName, Incident incident) {
        sql.sql(
                        """
                        INSERT INTO incident_record (id, kind, subject, business_key, process_key, process_name,
                            process_instance_id, activity_id, activity, topic, worker, message, cause, since)
                        VALUES (:id, :kind, :subject, :businessKey, :processKey, :processName,
                            :instance, :activityId, :activity, :topic, :worker, :message, :cause, :since)
                        ON CONFLICT (id) DO NOTHING""")
                .param("id", incident.id())
                .param("kind", kind.name())
                .param("subject", subject)
                .param("businessKey", incident.businessKey())
                .param("processKey", incident.processKey())
                .param("processName", processName)
                .param("instance", incident.processInstanceId())
                .param("activityId", incident.activityId())
                .param("activity", incident.activity())
                .param("topic", incident.topic())
                .param("worker", incident.worker())
                .param("message", incident.message())
                .param("cause", incident.cause())
                .param("since", Timestamp.from(incident.since()))
                .update();
    }

    /** @param retried false where the process went on or ended without the failed work */
    void ended(String subject, boolean retried, Instant at) {
        sql.sql("UPDATE incident_record SET ended_at = ?, ended_by = ? WHERE subject = ? AND ended_at IS NULL")
                .params(Timestamp.from(at), retried ? "RETRIED" : "GONE", subject)
                .update();
    }

    List<Incident> open() {
        return sql.sql("SELECT * FROM incident_record WHERE ended_at IS NULL ORDER BY since DESC LIMIT 500")
                .query(this::incident)
                .list();
    }

    List<Incident> of(String processInstanceId) {
        return sql.sql(
                        "SELECT * FROM incident_record WHERE process_instance_id = ? AND ended_at IS NULL ORDER BY since")
                .param(processInstanceId)
                .query(this::incident)
                .list();
    }

    /** @return false where it has ended */
    boolean care(String id, Incidents.Care care) {
        return sql.sql(
                                """
                                UPDATE incident_record SET keeper = ?, keeper_name = ?, note = ?, noted_at = ?
                                WHERE id = ? AND ended_at IS NULL""")
                        .params(care.keeper(), care.name(), care.note(), Timestamp.from(care.at()), id)
                        .update()
                == 1;
    }

    Optional<Incident> find(String id) {
        return sql.sql("SELECT * FROM incident_record WHERE id = ?")
                .param(id)
                .query(this::incident)
                .optional();
    }

    Optional<Subject> openSubject(String id) {
        return sql.sql("SELECT kind, subject FROM incident_record WHERE id = ? AND ended_at IS NULL")
                .param(id)
                .query((row, n) -> new Subject(Kind.valueOf(row.getString("kind")), row.getString("subject")))
                .optional();
    }

    private Incident incident(ResultSet row, int n) throws SQLException {
        return new Incident(
                row.getString("id"),
                row.getString("business_key"),
                row.getString("process_key"),
                row.getString("process_instance_id"),
                row.getString("activity_id"),
                row.getString("activity"),
                row.getString("topic"),
                row.getString("worker"),
                row.getString("message"),
                row.getString("cause"),
                row.getTimestamp("since").toInstant(),
                usualTries(Kind.valueOf(row.getString("kind"))),
                care(row));
    }

    private static Incidents.Care care(ResultSet row) throws SQLException {
        var at = row.getTimestamp("noted_at");
        return at == null
                ? null
                : new Incidents.Care(
                        row.getString("keeper"), row.getString("keeper_name"), row.getString("note"), at.toInstant());
    }

    record Subject(Kind kind, String id) {}
}
