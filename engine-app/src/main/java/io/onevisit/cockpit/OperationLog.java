package io.onevisit.cockpit;

import io.onevisit.audit.LoggedOperations;
import io.onevisit.audit.LoggedOperations.Operation;
import io.onevisit.audit.Verb;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import io.onevisit.supervision.CsvTable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who did what to running processes and to supervision, the newest first: acts only, within somebody's division. */
@Component
class OperationLog {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(CHINA);

    private static final int USUAL_DAYS = 30;
    private static final int LONGEST_DAYS = 366;
    private static final int PAGE = 50;
    private static final int LONGEST_TABLE = 10_000;

    private final LoggedOperations operations;
    private final Catalogue catalogue;
    private final Clock time;

    OperationLog(LoggedOperations operations, Catalogue catalogue, Clock time) {
        this.operations = operations;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** What is looked for; the empty text means any, no day the last thirty. */
    record Filter(String who, String what, String no, LocalDate from, LocalDate until) {}

    Page page(Reach reach, Filter filter, long before) {
        var span = span(filter);
        var found = operations.find(asked(reach, filter, span, before, PAGE + 1));
        var more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        var names = catalogue.departmentNames();
        return new Page(
                span.from,
                span.until,
                shown.stream().map(one -> row(one, names)).toList(),
                more ? shown.get(PAGE - 1).id() : null,
                LoggedOperations.verbs().stream()
                        .map(verb -> new Choice(verb.name(), verb.label()))
                        .toList());
    }

    CsvTable table(Reach reach, Filter filter) {
        var span = span(filter);
        var found = operations.find(asked(reach, filter, span, Long.MAX_VALUE, LONGEST_TABLE + 1));
        var names = catalogue.departmentNames();
        var csv = new CsvTable()
                .row("操作日志", span.from + " 至 " + span.until, "截至 " + SECOND.format(time.instant()))
                .row("列出对流程、监督和规则的操作，不含查看、登录和经办人员办理任务；操作人属于本地区，或者办件在本地区；未成功的操作没有改变任何内容。")
                .row();
        if (found.size() > LONGEST_TABLE) csv.row("只列最新 %d 条，请缩小范围分次下载。".formatted(LONGEST_TABLE));
        csv.row("时间", "操作人", "单位", "操作", "对象", "编号", "名称", "办件或申报", "事由", "结果");
        found.stream()
                .limit(LONGEST_TABLE)
                .map(one -> row(one, names))
                .forEach(row -> csv.row(
                        SECOND.format(row.at()),
                        row.who(),
                        row.departmentName(),
                        row.whatLabel(),
                        row.kindLabel(),
                        row.no(),
                        row.detail(),
                        row.caseNo(),
                        row.why(),
                        row.done() ? "成功" : "未成功"));
        return csv;
    }

    private static LoggedOperations.Asked asked(Reach reach, Filter filter, Span span, long before, int most) {
        return new LoggedOperations.Asked(
                filter.who, verb(filter.what), filter.no, span.from, span.until, reach.numbers(), before, most);
    }

    private static Verb verb(String what) {
        if (what.isEmpty()) return null;
        return LoggedOperations.verbs().stream()
                .filter(verb -> verb.name().equals(what))
                .findFirst()
                .orElseThrow(() ->
                        Problem.invalid("operation-unknown", "没有这种操作，请从列表中选择。").with("field", "what"));
    }

    private Span span(Filter filter) {
        var until = filter.until == null ? LocalDate.ofInstant(time.instant(), CHINA) : filter.until;
        var from = filter.from == null ? until.minusDays(USUAL_DAYS) : filter.from;
        if (from.isAfter(until) || ChronoUnit.DAYS.between(from, until) > LONGEST_DAYS) {
            throw Problem.invalid("span-invalid", "起止日期应当先后有序，一次最多查询一年。").with("field", "from");
        }
        return new Span(from, until);
    }

    private static Row row(Operation one, Map<String, String> departments) {
        return new Row(
                one.id(),
                one.at(),
                one.name(),
                departments.getOrDefault(one.department(), one.department()),
                one.verb().name(),
                one.verb().label(),
                one.kind().label(),
                one.number(),
                one.detail(),
                one.caseNo().isEmpty() ? one.applicationNo() : one.caseNo(),
                one.purpose(),
                one.done());
    }

    private record Span(LocalDate from, LocalDate until) {}

    /** @param next {@code before} of the following page, {@code null} on the last one */
    record Page(LocalDate from, LocalDate until, List<Row> items, Long next, List<Choice> choices) {}

    record Choice(String value, String label) {}

    /** @param caseNo the case or the application it was done to, empty for none @param done false where it was refused or failed */
    record Row(
            long id,
            Instant at,
            String who,
            String departmentName,
            String what,
            String whatLabel,
            String kindLabel,
            String no,
            String detail,
            String caseNo,
            String why,
            boolean done) {}
}
