package io.onevisit.operations;

import io.onevisit.cases.ApplicationState;
import io.onevisit.cases.CaseState;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.engine.Editions;
import io.onevisit.engine.Editions.Edition;
import io.onevisit.engine.InstanceMoves;
import io.onevisit.engine.NumberRange;
import io.onevisit.engine.RowView;
import io.onevisit.engine.Traffic;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there is to choose from when an operation is put together, within somebody's reach. */
@Component
class Choices {

    /** The lists stop here: whoever has more narrows them. */
    static final int MOST = 2000;

    private final JdbcClient sql;
    private final Editions editions;
    private final Traffic traffic;
    private final InstanceMoves moves;
    private final Restart restart;
    private final Catalogue catalogue;
    private final Clock now;

    Choices(
            JdbcClient sql,
            Editions editions,
            Traffic traffic,
            InstanceMoves moves,
            Restart restart,
            Catalogue catalogue,
            Clock now) {
        this.sql = sql;
        this.editions = editions;
        this.traffic = traffic;
        this.moves = moves;
        this.restart = restart;
        this.catalogue = catalogue;
        this.now = now;
    }

    List<EditionRow> editions(Reach reach) {
        var running = traffic.running(reach.numbers());
        return editions.all().stream()
                .map(edition -> EditionRow.of(edition, running.getOrDefault(edition.id(), 0L)))
                .toList();
    }

    /** @param element at which they wait, empty for any */
    List<Candidate> instances(Reach reach, String edition, String element) {
        return moves.waiting(editions.get(edition).id(), element, reach.numbers(), MOST).stream()
                .map(found -> new Candidate(
                        found.instance(),
                        found.businessKey(),
                        found.places().stream().map(InstanceMoves.Place::name).toList(),
                        null))
                .toList();
    }

    /** Where one process runs; outside of somebody's reach it is not there. */
    Place one(Reach reach, String instance) {
        return moves.find(instance)
                .filter(found -> reach.holdsNumber(found.businessKey()))
                .map(found -> new Place(found.instance(), found.businessKey(), found.edition()))
                .orElseThrow(() -> Problem.notFound("instance-ended", "这个流程已经结束，或者不在您的管理范围内。"));
    }

    /** Failed work that stands, the oldest first. */
    List<Failed> incidents(Reach reach, Wanted wanted) {
        var names = catalogue.departmentNames();
        return sql.sql(
                        """
                        select r.id, r.business_key, r.process_name, r.activity, r.topic, r.message, r.since, c.department
                        from incident_record r left join case_file c on c.case_no = r.business_key
                          and c.month = case when r.business_key ~ '^[0-9]{22}$' then month_of(r.business_key) end
                        where r.ended_at is null and %s
                          and (:topic = '' or r.topic = :topic) and (:activity = '' or r.activity = :activity)
                          and (:department = '' or c.department = :department)
                          and (:words = '' or strpos(lower(r.message || ' ' || r.cause), lower(:words)) > 0)
                          and r.since <= :until
                        order by r.since limit :most"""
                                .formatted(NumberRange.holds("r.business_key")))
                .params(reach.numbers().params())
                .param("topic", wanted.topic())
                .param("activity", wanted.activity())
                .param("department", wanted.department())
                .param("words", wanted.words().strip())
                .param("until", Timestamp.from(now.instant().minus(Duration.ofHours(wanted.olderHours()))))
                .param("most", MOST)
                .query((row, n) -> new Failed(
                        row.getString("id"),
                        row.getString("business_key"),
                        row.getString("process_name"),
                        row.getString("activity"),
                        row.getString("topic"),
                        row.getString("message"),
                        row.getString("department"),
                        names.getOrDefault(row.getString("department"), row.getString("department")),
                        OperationRows.instant(row, "since")))
                .list();
    }

    /** Cases and applications that are not done and under which no process runs any more. */
    List<Candidate> broken(Reach reach) {
        return RowView.whole(() -> sql.sql(
                                """
                                select c.case_no as no, c.item_name as name, c.state from case_file c
                                where c.closed_at is null and c.region between :first and :last
                                  and c.state not in ('SUBMITTED', 'PRECHECK_PASSED', 'PRECHECK_FAILED')
                                  and not exists (select from act_ru_execution e where e.business_key_ = c.case_no)
                                union all
                                select a.application_no, a.bundle_name, a.state from application a
                                where a.state = 'IN_PROGRESS' and a.region between :first and :last
                                  and not exists (select from act_ru_execution e where e.business_key_ = a.application_no)
                                order by no limit :most""")
                        .param("first", reach.first())
                        .param("last", reach.last())
                        .param("most", MOST)
                        .query((row, n) ->
                                new Broken(row.getString("no"), row.getString("name"), row.getString("state")))
                        .list())
                .stream()
                .map(found -> new Candidate(found.no, found.no, List.of(), found.told()))
                .toList();
    }

    /** The edition a number would run on. */
    Edition editionOf(String no) {
        return restart.edition(no);
    }

    /**
     * @param words of the message or its cause
     * @param olderHours hours it has stood at least
     */
    record Wanted(String topic, String activity, String department, String words, Integer olderHours) {
        Wanted {
            topic = topic == null ? "" : topic;
            activity = activity == null ? "" : activity;
            department = department == null ? "" : department;
            words = words == null ? "" : words;
            olderHours = olderHours == null ? 0 : Math.max(olderHours, 0);
        }
    }

    /** An edition to choose, with how many processes run on it within reach. */
    record EditionRow(String id, String key, String name, int version, String city, Instant publishedAt, long running) {

        private static EditionRow of(Edition edition, long running) {
            return new EditionRow(
                    edition.id(),
                    edition.key(),
                    edition.name(),
                    edition.version(),
                    edition.city(),
                    edition.publishedAt(),
                    running);
        }
    }

    record Place(String id, String number, String edition) {}

    /** @param id by which it is chosen */
    record Candidate(String id, String number, List<String> places, String note) {}

    record Failed(
            String id,
            String number,
            String processName,
            String activity,
            String topic,
            String message,
            String department,
            String departmentName,
            Instant since) {}

    private record Broken(String no, String name, String state) {

        String told() {
            var label = no.startsWith("A")
                    ? ApplicationState.valueOf(state).label()
                    : CaseState.valueOf(state).label();
            return name + "，" + label;
        }
    }
}
