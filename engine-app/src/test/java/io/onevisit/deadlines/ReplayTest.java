package io.onevisit.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever happened to a case, its ledger read anew gives what stands on its row. */
@PlatformTest
class ReplayTest {

    private static final int STORIES = 25;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    private record Row(Instant blueAt, Instant yellowAt, Instant redAt, boolean clockStopped) {}

    private record Line(String act, Instant at, Integer days) {}

    @Test
    void theLedgerReadAnewGivesWhatStandsOnTheCase() {
        JqwikSession.run(() -> Story.any().sampleStream().limit(STORIES).forEach(this::lived));
    }

    private void lived(Story story) {
        var no = new Filing(applications, cases, clocks, time)
                .submitted("replay", Map.of())
                .caseNo();
        var terms = new Clocks.Terms(
                story.promised(), story.promised() + story.more(), story.unit(), story.rule(), "430000", "replay");
        clocks.start(no, terms, Story.instant(story.start()));
        compare(story, no);
        for (var entry : story.entries()) {
            happens(no, entry);
            compare(story, no);
        }
    }

    private void happens(String no, Ledger.Entry entry) {
        switch (entry.act()) {
            case SPECIAL_PROCEDURE_STARTED ->
                clocks.startSpecialProcedure(no, entry.days(), "检测", "行政许可法第四十五条", entry.at());
            case SPECIAL_PROCEDURE_ENDED -> clocks.endSpecialProcedure(no, entry.at());
            case STOPPED -> clocks.stop(no, "补正", "示例", entry.at());
            case RESUMED -> clocks.resume(no, entry.at());
            case EXTENDED -> clocks.extend(no, entry.days(), "情况复杂", "行政许可法第四十二条", entry.at());
            default -> throw new IllegalStateException(entry.act().name());
        }
    }

    private void compare(Story story, String no) {
        var ledger = Samples.aCase(
                story.start().toString(),
                story.promised(),
                story.promised() + story.more(),
                story.unit(),
                story.rule());
        for (var line : lines(no))
            ledger = ledger.with(new Ledger.Entry(
                    Ledger.Act.valueOf(line.act), line.at, line.days == null ? 0 : line.days, null, null));
        var replayed = Samples.reckon(ledger);

        assertThat(row(no))
                .as("%s", story)
                .isEqualTo(new Row(
                        replayed.begins(Light.BLUE),
                        replayed.begins(Light.YELLOW),
                        replayed.begins(Light.RED),
                        ledger.open() != null));
    }

    private List<Line> lines(String no) {
        return sql.sql(
                        "select act, at, days from clock_entry where case_no = ? and kind = 'CASE' and line > 1 order by line")
                .param(no)
                .query(Line.class)
                .list();
    }

    private Row row(String no) {
        return sql.sql("select blue_at, yellow_at, red_at, clock_stopped from case_file where case_no = ?")
                .param(no)
                .query(Row.class)
                .single();
    }
}
