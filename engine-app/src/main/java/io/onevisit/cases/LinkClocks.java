package io.onevisit.cases;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.UserTask;
import io.onevisit.engine.UserTaskListener;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The limits of an item's links (环节时限). A link's clock runs from receipt to acceptance, while a task of its name waits, or
 * from the step that a department's system reports until its next one; it stands still while the case does. A link that
 * comes again has its next clock.
 */
@Component
class LinkClocks implements UserTaskListener {

    /** Rounds of one link are a hundred apart: link 2 has the clocks 2, 102, 202. */
    private static final int ROUND = 100;

    private final JdbcClient sql;
    private final Cases cases;
    private final ItemLinks links;
    private final Clocks clocks;
    private final Clock time;

    LinkClocks(JdbcClient sql, Cases cases, ItemLinks links, Clocks clocks, Clock time) {
        this.sql = sql;
        this.cases = cases;
        this.links = links;
        this.clocks = clocks;
        this.time = time;
    }

    @Override
    public void created(UserTask task) {
        file(task.businessKey()).ifPresent(file -> links.named(file, task.name())
                .ifPresent(link -> begin(file, link, task.id(), time.instant())));
    }

    @Override
    public void ended(Ended task) {
        if (file(task.businessKey()).filter(file -> !links.none(file)).isEmpty()) return;
        sql.sql(
                        """
                        update case_link set ended_at = ? where month = ? and case_no = ? and task_id = ? and ended_at is null
                        returning number""")
                .params(
                        Timestamp.from(time.instant()),
                        Numbers.month(task.businessKey()),
                        task.businessKey(),
                        task.id())
                .query(Integer.class)
                .optional()
                .map(number -> key(task.businessKey(), number))
                .filter(this::runs)
                .ifPresent(key -> clocks.finish(key, time.instant()));
    }

    /** What a case comes to when it moves; a link that waits for a task ends with its task. */
    @EventListener
    void on(CaseMoved moved) {
        if (links.none(moved.file())) return;
        switch (moved.to()) {
            case RECEIVED -> received(moved);
            case SUPPLEMENT_REQUESTED, SUSPENDED -> stop(moved);
            case UNDER_REVIEW -> resume(moved);
            case ACCEPTED, GRANTED, DENIED, TRANSFERRED -> end(moved.caseNo(), moved.at());
            default -> {
                if (moved.to().isEnd()) close(moved.caseNo(), moved.at());
            }
        }
    }

    /** A department's system reports a step: the one before is over. */
    void reported(CaseFile file, String step, Instant at) {
        if (links.none(file)) return;
        end(file.caseNo(), at);
        links.named(file, step).ifPresent(link -> begin(file, link, null, at));
    }

    private void received(CaseMoved moved) {
        if (moved.from() == CaseState.SUPPLEMENT_REQUESTED) resume(moved);
        else links.ofAcceptance(moved.file()).ifPresent(link -> begin(moved.file(), link, null, moved.at()));
    }

    private void begin(CaseFile file, ItemLinks.Link link, String task, Instant at) {
        var rounds = sql.sql(
                        """
                        select count(*) as number, count(*) filter (where ended_at is null) as running from case_link
                        where month = ? and case_no = ? and number % ? = ?""")
                .params(Numbers.month(file.caseNo()), file.caseNo(), ROUND, link.number())
                .query(Rounds.class)
                .single();
        if (rounds.running > 0) return;
        var number = rounds.number * ROUND + link.number();
        sql.sql(
                        """
                        insert into case_link (month, case_no, number, name, days, unit, task_id, begun_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Numbers.month(file.caseNo()),
                        file.caseNo(),
                        number,
                        link.name(),
                        link.days(),
                        link.unit().name(),
                        task,
                        Timestamp.from(at))
                .update();
        var rule = CountingRule.valueOf(file.countingRule());
        clocks.start(
                key(file.caseNo(), number),
                new Clocks.Terms(link.days(), 0, link.unit(), rule, file.region(), file.department()),
                at);
    }

    private void end(String caseNo, Instant at) {
        close(caseNo, at).filter(this::runs).ifPresent(key -> clocks.finish(key, at));
    }

    /** Ends the link alone: the clock of a case without a decision is called off with the others. */
    private Optional<Clocks.Key> close(String caseNo, Instant at) {
        return sql
                .sql(
                        """
                        update case_link set ended_at = greatest(begun_at, ?::timestamptz)
                        where month = ? and case_no = ? and ended_at is null returning number""")
                .params(Timestamp.from(at), Numbers.month(caseNo), caseNo)
                .query(Integer.class)
                .list()
                .stream()
                .findFirst()
                .map(number -> key(caseNo, number));
    }

    private void stop(CaseMoved moved) {
        running(moved.caseNo())
                .filter(key -> !clocks.face(key, moved.at()).stopped())
                .ifPresent(key -> clocks.stop(key, "办件" + moved.to().label(), "", moved.at()));
    }

    private void resume(CaseMoved moved) {
        running(moved.caseNo())
                .filter(key -> clocks.face(key, moved.at()).stopped())
                .ifPresent(key -> clocks.resume(key, moved.at()));
    }

    private Optional<Clocks.Key> running(String caseNo) {
        return clocks.running(caseNo, ClockKind.LINK);
    }

    private boolean runs(Clocks.Key key) {
        var face = clocks.face(key, time.instant());
        return face.startedAt() != null && face.finishedAt() == null;
    }

    private Optional<CaseFile> file(String no) {
        return Numbers.isValid(no) && Character.isDigit(no.charAt(0)) ? cases.find(no) : Optional.empty();
    }

    private static Clocks.Key key(String caseNo, int number) {
        return new Clocks.Key(caseNo, ClockKind.LINK, number);
    }

    private record Rounds(int number, int running) {}
}
