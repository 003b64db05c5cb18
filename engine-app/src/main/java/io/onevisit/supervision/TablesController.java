package io.onevisit.supervision;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Accounts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same as on the screens, as tables for spreadsheets. */
@RestController
@RequestMapping("/api/supervision")
class TablesController {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Accounts accounts;
    private final Statistics statistics;
    private final FigureList lists;
    private final SelfCheck selfCheck;
    private final Clock now;

    TablesController(Accounts accounts, Statistics statistics, FigureList lists, SelfCheck selfCheck, Clock now) {
        this.accounts = accounts;
        this.statistics = statistics;
        this.lists = lists;
        this.selfCheck = selfCheck;
        this.now = now;
    }

    /** Every figure, with what it counts in the line below its name. */
    @GetMapping(path = "/statistics.csv", produces = CSV)
    @Noted(value = Verb.EXPORT, kind = Kind.STATISTICS, number = "'statistics.csv'")
    ResponseEntity<byte[]> statisticsAsCsv(
            @RequestParam(defaultValue = "REGION") Statistics.By by,
            @RequestParam(defaultValue = "MONTH") Statistics.Period period,
            SupervisionController.Span span) {
        return csv(statistics(by, period, span));
    }

    /** The same as a workbook. */
    @GetMapping(path = "/statistics.xlsx", produces = XLSX)
    @Noted(value = Verb.EXPORT, kind = Kind.STATISTICS, number = "'statistics.xlsx'")
    ResponseEntity<byte[]> statisticsAsXlsx(
            @RequestParam(defaultValue = "REGION") Statistics.By by,
            @RequestParam(defaultValue = "MONTH") Statistics.Period period,
            SupervisionController.Span span) {
        return xlsx(statistics(by, period, span));
    }

    /** The list behind a figure. */
    @GetMapping(path = "/statistics/{figure}/list.csv", produces = CSV)
    @Noted(value = Verb.EXPORT, kind = Kind.STATISTICS, number = "#figure.name() + '.csv'")
    ResponseEntity<byte[]> listAsCsv(@PathVariable Figure figure, SupervisionController.Span span) {
        return csv(list(figure, span));
    }

    /** The same as a workbook. */
    @GetMapping(path = "/statistics/{figure}/list.xlsx", produces = XLSX)
    @Noted(value = Verb.EXPORT, kind = Kind.STATISTICS, number = "#figure.name() + '.xlsx'")
    ResponseEntity<byte[]> listAsXlsx(@PathVariable Figure figure, SupervisionController.Span span) {
        return xlsx(list(figure, span));
    }

    @GetMapping(path = "/self-check.csv", produces = CSV)
    @Noted(value = Verb.EXPORT, kind = Kind.STATISTICS, number = "'self-check.csv'")
    ResponseEntity<byte[]> selfCheckAsCsv(SupervisionController.Span span) {
        return csv(selfCheck(span));
    }

    /** The same as a workbook. */
    @GetMapping(path = "/self-check.xlsx", produces = XLSX)
    @Noted(value = Verb.EXPORT, kind = Kind.STATISTICS, number = "'self-check.xlsx'")
    ResponseEntity<byte[]> selfCheckAsXlsx(SupervisionController.Span span) {
        return xlsx(selfCheck(span));
    }

    private Taken statistics(Statistics.By by, Statistics.Period period, SupervisionController.Span span) {
        var table = statistics.of(span.asked(by, period, accounts.current(), today()));
        return new Taken("监察统计", "%s-%s".formatted(table.from(), table.until()), rows -> {
            rows.row("监察统计", table.from() + " 至 " + table.until(), "统计截至 " + Words.instant(table.snapshotAt()))
                    .row()
                    .row(Stream.concat(
                                    Stream.of(by.label),
                                    Arrays.stream(Figure.values()).map(figure -> figure.label))
                            .toArray())
                    .row(Stream.concat(
                                    Stream.of("统计什么"),
                                    Arrays.stream(Figure.values()).map(figure -> figure.counts + "；" + figure.excludes))
                            .toArray());
            table.rows().forEach(row -> rows.row(cells(row.name(), row)));
            rows.row(cells("合计", table.total()));
        });
    }

    private Taken list(Figure figure, SupervisionController.Span span) {
        var asked = span.asked(Statistics.By.REGION, Statistics.Period.MONTH, accounts.current(), today());
        var listed = lists.table(figure, asked);
        return new Taken(figure.label, "%s-%s".formatted(asked.from(), asked.until()), rows -> {
            rows.row(
                            figure.label,
                            asked.from() + " 至 " + asked.until(),
                            "统计截至 " + Words.instant(listed.snapshotAt()),
                            (listed.more() ? "超过 %d 条" : "共 %d 条").formatted(listed.total()))
                    .row(figure.counts, figure.excludes)
                    .row();
            if (listed.more()) rows.row("只列前 %d 条，请缩小范围分次下载。".formatted(FigureList.LONGEST_TABLE));
            rows.row("编号", "事项或监察对象", "部门", "区划代码", "时间");
            listed.items()
                    .forEach(item -> rows.row(
                            item.no(), item.title(), item.departmentName(), item.region(), Words.instant(item.at())));
        });
    }

    private Taken selfCheck(SupervisionController.Span span) {
        var report =
                selfCheck.of(span.asked(Statistics.By.REGION, Statistics.Period.MONTH, accounts.current(), today()));
        return new Taken(
                "红黄牌自查自纠", "%s-%s".formatted(report.from(), report.until()), rows -> selfCheck.write(report, rows));
    }

    private static Object[] cells(String name, Statistics.Shown row) {
        return Stream.concat(Stream.of(name), Arrays.stream(Figure.values()).map(figure -> row.figures()
                        .get(figure.name())))
                .toArray();
    }

    private static ResponseEntity<byte[]> csv(Taken taken) {
        var table = new CsvTable();
        taken.rows.accept(table);
        return file(taken, "csv", table.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> xlsx(Taken taken) {
        var table = new XlsxTable(taken.name);
        taken.rows.accept(table);
        return file(taken, "xlsx", table.bytes());
    }

    private static ResponseEntity<byte[]> file(Taken taken, String ending, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("%s-%s.%s".formatted(taken.name, taken.span, ending), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now.instant(), Words.CHINA);
    }

    /** A table to be taken away. */
    private record Taken(String name, String span, Consumer<Rows> rows) {}
}
