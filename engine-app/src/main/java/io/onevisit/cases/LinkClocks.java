package io.onevisit.cases;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.UserTask;
import io.onevisit.engine.UserTaskListener;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The limits of an item's links (环节时限): a link's clock runs while a task of its name waits. A task belongs to the link
 * whose name its own contains; a link that comes again has its next clock.
 */
@Component
class LinkClocks implements UserTaskListener {

    /** Rounds of one link are a hundred apart: link 2 has the clocks 2, 102, 202. */
    private static final int ROUND = 100;

    private static final String LINK =
            """
            select f.case_no, f.region, f.department, f.counting_rule, l.number, l.days, l.unit
            from case_file f join item_link l on l.code = f.item_code and l.edition = f.item_edition
                and l.region = any (region_lineage(f.region))
            where f.month = ? and f.case_no = ? and l.days is not null and strpos(?, l.name) > 0
            order by l.region desc, l.number limit 1""";

    private final JdbcClient sql;
    private final Clocks clocks;
    private final Clock time;

    LinkClocks(JdbcClient sql, Clocks clocks, Clock time) {
        this.sql = sql;
        this.clocks = clocks;
        this.time = time;
    }

    private record Link(
            String caseNo,
            String region,
            String department,
            CountingRule countingRule,
            int number,
            int days,
            LimitUnit unit) {}

    @Override
    public void created(UserTask task) {
        link(task.businessKey(), task.name()).ifPresent(link -> {
            if (running(link).isPresent()) return;
            var terms = new Clocks.Terms(link.days, 0, link.unit, link.countingRule, link.region, link.department);
            clocks.start(next(link), terms, time.instant());
        });
    }

    @Override
    public void ended(Ended task) {
        if (clocks.running(task.businessKey(), ClockKind.LINK).isEmpty()) return;
        link(task.businessKey(), task.name())
                .flatMap(this::running)
                .ifPresent(key -> clocks.finish(key, time.instant()));
    }

    private Optional<Link> link(String no, String task) {
        if (!Numbers.isValid(no) || !Character.isDigit(no.charAt(0))) return Optional.empty();
        return sql.sql(LINK)
                .params(Numbers.month(no), no, task)
                .query(Link.class)
                .optional();
    }

    private Optional<Clocks.Key> running(Link link) {
        return clocks.running(link.caseNo, ClockKind.LINK).filter(key -> key.number() % ROUND == link.number);
    }

    private Clocks.Key next(Link link) {
        var rounds = clocks.of(link.caseNo).stream()
                .filter(key -> key.kind() == ClockKind.LINK && key.number() % ROUND == link.number)
                .count();
        return new Clocks.Key(link.caseNo, ClockKind.LINK, Math.toIntExact(rounds) * ROUND + link.number);
    }
}
