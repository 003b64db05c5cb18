package io.onevisit.deadlines;

import static io.onevisit.deadlines.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class CalendarPublishingTest {

    private static final CalendarAuthor AUTHOR = new CalendarAuthor("x", "测试");

    @Autowired
    CalendarStore store;

    @Autowired
    CalendarPublishing publishing;

    @Autowired
    Calendars calendars;

    @Autowired
    CalendarHistory history;

    @Autowired
    Clocks clocks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    @AfterEach
    void back() {
        time.reset();
    }

    @Test
    void theProvincesCalendarIsThereFromTheStart() {
        assertThat(store.years(new CalendarStore.Key("430000", 1))).containsExactlyElementsOf(Samples.provincePlans());
        assertThat(calendars.of("430602").region()).isEqualTo("430000");
        assertThat(calendars.find("990000")).isEmpty();
    }

    @Test
    void publishingAYearRecountsExactlyTheClocksThatReachedIntoIt() {
        var years = List.of(year(2026, true), year(2027, false));
        transaction.executeWithoutResult(status -> store.insertFirst("450000", years));
        var reaches = "4501002026122800000010";
        var endsBefore = "4501002026121500000021";
        var moves = "4501002026121500000032";
        start(reaches, "2026-12-28T10:00");
        start(endsBefore, "2026-12-15T10:00");
        start(moves, "2026-12-15T10:00");
        assertThat(clocks.face(reaches, at("2026-12-29T10:00")).provisional()).isTrue();
        assertThat(clocks.face(reaches, at("2026-12-29T10:00")).yellowAt()).isEqualTo(at("2027-01-04T10:00"));
        time.setTo(at("2026-12-29T12:00"));

        var plan = year(2027, true, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 4));
        var report = publishing.publish("450000", plan, AUTHOR);

        assertThat(report.edition()).isEqualTo(new CalendarStore.Key("450000", 2));
        assertThat(report.recounted()).containsExactly(Clocks.Key.ofCase(reaches));
        var face = clocks.face(reaches, at("2026-12-29T12:00"));
        assertThat(face.provisional()).isFalse();
        assertThat(face.yellowAt()).isEqualTo(at("2027-01-06T10:00"));
        assertThat(face.entries()).extracting(Clocks.Entry::kind).containsExactly("STARTED", "CALENDAR_PUBLISHED");
        assertThat(sql.sql("select case_no from calendar_change where region = '450000'")
                        .query(String.class)
                        .list())
                .containsExactly(reaches);
        assertThat(edition(endsBefore)).isEqualTo(1);
        assertThat(publishing.publish("450000", plan, AUTHOR))
                .as("nothing new")
                .isEqualTo(new CalendarPublishing.Report(report.edition(), List.of(), 0, List.of()));

        clocks.startSpecialProcedure(moves, 10, "鉴定", "行政许可法第四十五条", at("2026-12-16T10:00"));
        assertThat(edition(moves))
                .as("counted by the published plan once it reaches the year")
                .isEqualTo(2);
        assertThat(clocks.face(moves, at("2026-12-29T12:00")).redAt()).isEqualTo(at("2027-01-08T10:00"));
    }

    @Test
    void aChangeOfAPublishedYearMovesNoClockEvenIfItCountsAnotherYearProvisionally() {
        transaction.executeWithoutResult(
                status -> store.insertFirst("340000", List.of(year(2026, true), year(2027, false))));
        time.setTo(at("2026-12-29T12:00"));
        var reaches = "3401002026122800000010";
        clocks.start(reaches, terms("340100"), at("2026-12-28T10:00"));

        var report = publishing.publish("340000", year(2026, true, LocalDate.of(2026, 12, 30)), AUTHOR);

        assertThat(report.recounted()).isEmpty();
        clocks.extend(Clocks.Key.ofCase(reaches), 1, "情况复杂", "行政许可法第四十二条", at("2026-12-29T09:00"));
        assertThat(edition(reaches)).as("nor by what happens to it afterwards").isEqualTo(1);
        assertThat(publishing.publish("340000", year(2027, true), AUTHOR).recounted())
                .containsExactly(Clocks.Key.ofCase(reaches));
    }

    @Test
    void whatABrokenOffPublicationLeftIsCountedAnewLater() {
        transaction.executeWithoutResult(
                status -> store.insertFirst("350000", List.of(year(2026, true), year(2027, false))));
        time.setTo(at("2026-12-29T12:00"));
        var reaches = "3501002026122800000010";
        clocks.start(reaches, terms("350100"), at("2026-12-28T10:00"));
        var note = new CalendarStore.Note("已公布", 2027, AUTHOR);
        transaction.executeWithoutResult(
                status -> store.insertNext("350000", year(2027, true, LocalDate.of(2027, 1, 1)), note));
        assertThat(clocks.face(reaches, at("2026-12-29T10:00")).provisional()).isTrue();

        publishing.goOn();

        assertThat(clocks.face(reaches, at("2026-12-29T10:00")).provisional()).isFalse();
        assertThat(edition(reaches)).isEqualTo(2);
        assertThat(history.publications("350000").get(0).recounted()).isEqualTo(1);
        assertThat(history.publications("350000").get(0).moved()).isEqualTo(1);
        publishing.goOn();
        assertThat(history.publications("350000").get(0).recounted()).as("once").isEqualTo(1);
    }

    @Test
    void whatReachesBeyondTheLastYearIsLeftAsItIsAndReported() {
        transaction.executeWithoutResult(
                status -> store.insertFirst("360000", List.of(year(2026, true), year(2027, false))));
        time.setTo(at("2027-12-20T12:00"));
        var no = "3601002027122000000010";
        clocks.start(no, terms("360100"), at("2027-12-20T10:00"));
        var off =
                LocalDate.of(2027, 12, 21).datesUntil(LocalDate.of(2028, 1, 1)).toArray(LocalDate[]::new);

        var report = publishing.publish("360000", year(2027, true, off), AUTHOR);

        assertThat(report.recounted()).isEmpty();
        assertThat(report.leftOver()).containsExactly(Clocks.Key.ofCase(no));
        assertThat(history.publications("360000").get(0).leftOver()).isEqualTo(1);
        assertThat(clocks.face(no, at("2027-12-20T13:00")).provisional()).isTrue();
        publishing.publish("360000", year(2028, false), AUTHOR);
        assertThat(clocks.face(no, at("2027-12-20T13:00")).yellowAt()).isEqualTo(at("2028-01-07T10:00"));
    }

    private static Clocks.Terms terms(String region) {
        return new Clocks.Terms(5, 6, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, region, "health");
    }

    private void start(String no, String local) {
        var terms = new Clocks.Terms(5, 6, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, "450100", "health");
        clocks.start(no, terms, at(local));
    }

    private static YearPlan year(int year, boolean published, LocalDate... off) {
        return new YearPlan(
                year, published, "示例", List.of(Hours.parse("09:00-17:00")), Set.of(off), Set.of(), Map.of());
    }

    private int edition(String no) {
        return sql.sql("select calendar_edition from clock where case_no = ? and kind = 'CASE'")
                .param(no)
                .query(Integer.class)
                .single();
    }
}
