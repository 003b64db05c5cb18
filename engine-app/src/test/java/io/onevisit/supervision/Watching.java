package io.onevisit.supervision;

import io.onevisit.MutableClock;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clocks started on Thursday, 2026-03-12, 10:00 with 7 and 10 working days, and what became of them. */
record Watching(Clocks clocks, MutableClock time, JdbcClient sql) {

    static final Instant YELLOW = at("2026-03-23T10:00:01");
    static final Instant RED = at("2026-03-26T10:00:01");

    String started(String no, ClockKind kind, String region, String department) {
        clocks.start(
                Clocks.Key.of(no, kind),
                new Clocks.Terms(7, 10, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, region, department),
                at("2026-03-12T10:00"));
        return no;
    }

    List<String> lights(String no) {
        return sql.sql("select light from card where case_no = ? order by id")
                .param(no)
                .query(String.class)
                .list();
    }

    long card(String no, String light) {
        return sql.sql("select id from card where case_no = ? and light = ?")
                .params(no, light)
                .query(Long.class)
                .single();
    }

    /** A case as its table has it, with no more than supervision looks at. */
    void caseFile(String no, String region, String department, String state) {
        sql.sql(
                        """
                        insert into case_file (month, case_no, application_no, item_code, item_edition, item_variable, item_name,
                            department, region, mode, promised, statutory, unit, counting_rule, applicant_name, applicant_id,
                            state, submitted_at)
                        values ('2026-03-01', ?, ?, 'watched-item', 1, 'watched', '被监察事项', ?, ?, 'NATIVE', 7, 10, 'WORKING_DAY',
                            'EXACT_TIME', '测试人', '430102199001010014', ?, '2026-03-12T01:00:00Z')""")
                .params(no, "A" + no, department, region, state)
                .update();
    }

    static byte[] rules(String was, String is) {
        try {
            var table = Files.readString(Path.of("../decisions/shared/supervision-rules.dmn"));
            if (!table.contains(was)) throw new AssertionError("no " + was + " in the table");
            return table.replace(was, is).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
