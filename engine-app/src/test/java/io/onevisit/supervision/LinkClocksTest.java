package io.onevisit.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.deadlines.Light;
import io.onevisit.engine.UserTask;
import io.onevisit.engine.UserTaskListener;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links with limits of their own: yellow where a link is overdue though the case isn't. */
@PlatformTest
class LinkClocksTest {

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    List<UserTaskListener> listeners;

    @Autowired
    CardSweep sweep;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void anItemWithLinks() {
        time.setTo(Instant.parse("2026-03-12T02:00:00Z"));
        sql.sql(
                        """
                        insert into service_item select (jsonb_populate_record(i, '{"code": "test-item", "edition": 1, "region": "430000"}')).*
                        from service_item i where i.region = '430000' and not exists
                            (select 1 from service_item where code = 'test-item' and edition = 1) limit 1""")
                .update();
        sql.sql(
                        """
                        insert into item_link (code, region, edition, number, name, days)
                        values ('test-item', '430000', 1, 1, '受理', 1), ('test-item', '430000', 1, 2, '现场核查', 2)
                        on conflict do nothing""")
                .update();
    }

    @AfterEach
    void back() {
        time.reset();
    }

    @Test
    void aTaskOfALinksNameRunsTheLinksClock() {
        var file = new Filing(applications, cases, clocks, time).underReview("links", Map.of());
        created(file, "link-task-1", "部门现场核查");
        var first = new Clocks.Key(file.caseNo(), ClockKind.LINK, 2);
        assertThat(clocks.face(first, time.instant()).promisedDueAt()).isEqualTo("2026-03-16T09:00:00Z");

        time.setTo(Instant.parse("2026-03-16T09:00:01Z"));
        assertThat(clocks.face(first, time.instant()).light()).isEqualTo(Light.YELLOW);
        assertThat(clocks.face(file.caseNo(), time.instant()).light()).isEqualTo(Light.NONE);
        sweep.sweep();
        assertThat(sql.sql("select kind || ' ' || light || ' ' || number from card where case_no = ?")
                        .param(file.caseNo())
                        .query(String.class)
                        .list())
                .contains("LINK YELLOW 2");

        ended(file, "link-task-1", "部门现场核查");
        assertThat(clocks.running(file.caseNo(), ClockKind.LINK)).isEmpty();
        created(file, "link-task-2", "部门现场核查");
        assertThat(clocks.running(file.caseNo(), ClockKind.LINK))
                .as("the same link once more")
                .contains(new Clocks.Key(file.caseNo(), ClockKind.LINK, 102));
        ended(file, "link-task-2", "部门现场核查");
    }

    @Test
    void aTaskWithoutALinkRunsNoClock() {
        var file = new Filing(applications, cases, clocks, time).underReview("links", Map.of());
        created(file, "link-task-3", "办理特别程序");

        assertThat(clocks.running(file.caseNo(), ClockKind.LINK)).isEmpty();
        ended(file, "link-task-3", "办理特别程序");
    }

    private void created(CaseFile file, String id, String name) {
        var task = new UserTask(
                id, "task", name, file.caseNo(), "p", "p", "", null, List.of("dept-links"), "", time.instant());
        listeners.forEach(listener -> listener.created(task));
    }

    private void ended(CaseFile file, String id, String name) {
        var task = new UserTaskListener.Ended(id, name, file.caseNo(), true);
        listeners.forEach(listener -> listener.ended(task));
    }
}
