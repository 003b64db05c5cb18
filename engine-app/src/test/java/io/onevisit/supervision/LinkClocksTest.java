package io.onevisit.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.cases.LinkLimits;
import io.onevisit.cases.LinkLimits.LinkLimit;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.ItemSheet;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.deadlines.Explanation;
import io.onevisit.deadlines.Light;
import io.onevisit.engine.UserTask;
import io.onevisit.engine.UserTaskListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links with limits of their own: yellow where a link is overdue though the case isn't. */
@PlatformTest
class LinkClocksTest {

    private static final String ITEM =
            """
            items:
              - {code: TEST-LINKS, name: 有环节的事项, department: health, promised: 7, statutory: 10, itemType: '01', rule: NEXT_WORKDAY,
                 links: [{name: 受理, days: 1}, {name: 现场核查, days: 2}, {name: 审查, days: 3}, {name: 决定, days: 1}, {name: 送达, days: 0}]}
            """;

    @Autowired
    ItemSheet sheets;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    LinkLimits links;

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
        sheets.load(ITEM.getBytes(StandardCharsets.UTF_8), Catalogue.PROVINCE);
    }

    @AfterEach
    void back() {
        time.reset();
    }

    @Test
    void aTaskOfALinksNameRunsTheLinksClock() {
        var file = underReview();
        var task = created(file, "部门现场核查");
        var first = new Clocks.Key(file.caseNo(), ClockKind.LINK, 2);
        assertThat(clocks.face(first, time.instant()).promisedDueAt()).isEqualTo("2026-03-16T09:00:00Z");

        time.setTo(Instant.parse("2026-03-16T09:00:01Z"));
        assertThat(clocks.face(first, time.instant()).light()).isEqualTo(Light.YELLOW);
        assertThat(clocks.face(file.caseNo(), time.instant()).light()).isEqualTo(Light.NONE);
        assertThat(links.current(file.caseNo()))
                .get()
                .extracting(LinkLimit::name, LinkLimit::limit, LinkLimit::light, LinkLimit::remaining)
                .containsExactly("现场核查", "2 个工作日", "YELLOW", 0);
        sweep.sweep();
        assertThat(sql.sql("select kind || ' ' || light || ' ' || number from card where case_no = ?")
                        .param(file.caseNo())
                        .query(String.class)
                        .list())
                .contains("LINK YELLOW 2");

        ended(task);
        assertThat(links.current(file.caseNo())).isEmpty();
        assertThat(clocks.running(file.caseNo(), ClockKind.LINK)).isEmpty();
        var again = created(file, "部门现场核查");
        assertThat(clocks.running(file.caseNo(), ClockKind.LINK))
                .as("the same link once more")
                .contains(new Clocks.Key(file.caseNo(), ClockKind.LINK, 102));
        ended(again);
        assertThat(links.of(file.caseNo())).extracting(LinkLimit::name).containsExactly("受理", "现场核查", "现场核查");
    }

    @Test
    void aTaskThatIsTwoLinksHasTheDaysOfBoth() {
        var file = underReview();
        var task = created(file, "部门审查决定");

        assertThat(links.current(file.caseNo()))
                .get()
                .extracting(LinkLimit::name, LinkLimit::limit)
                .containsExactly("审查、决定", "4 个工作日");
        assertThat(links.explain(file.caseNo(), links.current(file.caseNo()).orElseThrow()))
                .get()
                .satisfies(why -> assertThat(why.end()).contains("累计满 4 个工作日", "3月18日"));
        time.advance(Duration.ofHours(3));
        ended(task);
        var over = links.of(file.caseNo()).get(1);
        assertThat(links.explain(file.caseNo(), over)).get().satisfies(why -> {
            assertThat(why.start()).contains("自进入本环节次日起算");
            assertThat(why.end()).as("as if it had gone on").contains("累计满 4 个工作日", "3月18日");
            assertThat(why.runs()).noneMatch(run -> run.kind() == Explanation.Kind.STOPPED);
        });
    }

    @Test
    void whatTakesNoTimeAndATaskWithoutALinkRunNoClock() {
        var file = underReview();

        ended(created(file, "登记送达"));
        ended(created(file, "办理特别程序"));

        assertThat(links.of(file.caseNo())).extracting(LinkLimit::name).containsExactly("受理");
    }

    @Test
    void acceptanceIsALinkFromReceiptOnAndWaitsForTheApplicant() {
        var file = submitted();
        move(file, CaseState.RECEIVED);
        assertThat(links.current(file.caseNo()).orElseThrow().dueAt()).isEqualTo("2026-03-13T09:00:00Z");

        move(file, CaseState.SUPPLEMENT_REQUESTED);
        assertThat(links.current(file.caseNo()).orElseThrow().stopped()).isTrue();
        time.setTo(Instant.parse("2026-03-17T02:00:00Z"));
        move(file, CaseState.RECEIVED);
        assertThat(links.current(file.caseNo()).orElseThrow())
                .extracting(LinkLimit::stopped, LinkLimit::light)
                .containsExactly(false, "NONE");

        move(file, CaseState.ACCEPTED);
        assertThat(links.current(file.caseNo())).isEmpty();
        assertThat(links.of(file.caseNo())).singleElement().satisfies(link -> assertThat(link.finishedAt())
                .isEqualTo("2026-03-17T02:00:00Z"));
    }

    @Test
    void aDepartmentsStepIsALinkUntilItsNextAndStandsStillWithTheCase() {
        var file = underReview();
        links.reported(file.caseNo(), "现场核查", time.instant());
        move(file, CaseState.SUSPENDED);
        assertThat(links.current(file.caseNo()).orElseThrow().stopped()).isTrue();
        move(file, CaseState.UNDER_REVIEW);

        links.reported(file.caseNo(), "科室审查", time.instant());
        assertThat(links.current(file.caseNo()).orElseThrow().name()).isEqualTo("审查");
        links.reported(file.caseNo(), "内部登记", time.instant());

        assertThat(links.current(file.caseNo())).isEmpty();
        assertThat(links.of(file.caseNo()))
                .extracting(LinkLimit::name, link -> link.finishedAt() != null)
                .containsExactly(tuple("受理", true), tuple("现场核查", true), tuple("审查", true));
    }

    @Test
    void aCaseThatEndsWithoutADecisionLeavesNoLinkOpen() {
        var file = underReview();
        links.reported(file.caseNo(), "现场核查", time.instant());

        move(file, CaseState.RETURNED);

        assertThat(links.current(file.caseNo())).isEmpty();
        assertThat(clocks.running(file.caseNo(), ClockKind.LINK)).isEmpty();
    }

    private CaseFile submitted() {
        var item = catalogue.item("TEST-LINKS", "430102");
        return applications
                .open(new Applications.Request(
                        "test-bundle",
                        "测试一件事",
                        1,
                        "430102",
                        Filing.OWNER,
                        "测试人",
                        Filing.ID_NO,
                        Map.of(),
                        Map.of(),
                        Map.of("testItem", item)))
                .cases()
                .get("testItem");
    }

    private CaseFile underReview() {
        var file = submitted();
        move(file, CaseState.RECEIVED);
        move(file, CaseState.ACCEPTED);
        clocks.start(
                file.caseNo(),
                new Clocks.Terms(7, 10, LimitUnit.WORKING_DAY, CountingRule.NEXT_WORKDAY, "430102", "health"),
                time.instant());
        move(file, CaseState.UNDER_REVIEW);
        return file;
    }

    private void move(CaseFile file, CaseState to) {
        cases.move(file.caseNo(), to, "平台", "", "");
    }

    private UserTask created(CaseFile file, String name) {
        var task = new UserTask(
                UUID.randomUUID().toString(),
                "task",
                name,
                file.caseNo(),
                "p",
                "p",
                "",
                null,
                List.of("dept-links"),
                "",
                time.instant());
        listeners.forEach(listener -> listener.created(task));
        return task;
    }

    private void ended(UserTask task) {
        var ended = new UserTaskListener.Ended(task.id(), task.name(), task.businessKey(), true);
        listeners.forEach(listener -> listener.ended(ended));
    }
}
