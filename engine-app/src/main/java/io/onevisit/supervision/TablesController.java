package io.onevisit.supervision;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Accounts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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
@RequestMapping(path = "/api/supervision", produces = "text/csv;charset=UTF-8")
class TablesController {

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
    @GetMapping("/statistics.csv")
    @Noted(value = Verb.EXPORT, kind = Kind.STATISTICS, number = "'statistics.csv'")
    ResponseEntity<String> statistics(
            @RequestParam(defaultValue = "REGION") Statistics.By by,
            @RequestParam(defaultValue = "MONTH") Statistics.Period period,
            SupervisionController.Span span) {
        var table = statistics.of(span.asked(by, period, accounts.current(), today()));
        var csv = new CsvTable()
                .row("监察统计", table.from() + " 至 " + table.until(), "统计截至 " + Words.instant(table.snapshotAt()))
                .row()
                .row(Stream.concat(
                                Stream.of(by.label),
                                Arrays.stream(Figure.values()).map(figure -> figure.label))
                        .toArray())
                .row(Stream.concat(
                                Stream.of("统计什么"),
                                Arrays.stream(Figure.values()).map(figure -> figure.counts + "；" + figure.excludes))
                        .toArray());
        table.rows().forEach(row -> csv.row(cells(row.name(), row)));
        csv.row(cells("合计", table.total()));
        return file("监察统计-%s-%s.csv".formatted(table.from(), table.until()), csv);
    }

    /** The list behind a figure. */
    @GetMapping("/statistics/{figure}/list.csv")
    @Noted(value = Verb.EXPORT, kind = Kind.STATISTICS, number = "#figure.name() + '.csv'")
    ResponseEntity<String> list(@PathVariable Figure figure, SupervisionController.Span span) {
        var asked = span.asked(Statistics.By.REGION, Statistics.Period.MONTH, accounts.current(), today());
        var listed = lists.table(figure, asked);
        var csv = new CsvTable()
                .row(
                        figure.label,
                        asked.from() + " 至 " + asked.until(),
                        "统计截至 " + Words.instant(listed.snapshotAt()),
                        (listed.more() ? "超过 %d 条" : "共 %d 条").formatted(listed.total()))
                .row(figure.counts, figure.excludes)
                .row();
        if (listed.more()) csv.row("只列前 %d 条，请缩小范围分次下载。".formatted(FigureList.LONGEST_TABLE));
        csv.row("编号", "事项或监察对象", "部门", "区划代码", "时间");
        listed.items()
                .forEach(item -> csv.row(
                        item.no(), item.title(), item.departmentName(), item.region(), Words.instant(item.at())));
        return file("%s-%s-%s.csv".formatted(figure.label, asked.from(), asked.until()), csv);
    }

    @GetMapping("/self-check.csv")
    @Noted(value = Verb.EXPORT, kind = Kind.STATISTICS, number = "'self-check.csv'")
    ResponseEntity<String> selfCheck(SupervisionController.Span span) {
        var report =
                selfCheck.of(span.asked(Statistics.By.REGION, Statistics.Period.MONTH, accounts.current(), today()));
        return file("红黄牌自查自纠-%s-%s.csv".formatted(report.from(), report.until()), selfCheck.table(report));
    }

    private static Object[] cells(String name, Statistics.Shown row) {
        return Stream.concat(Stream.of(name), Arrays.stream(Figure.values()).map(figure -> row.figures()
                        .get(figure.name())))
                .toArray();
    }

    private static ResponseEntity<String> file(String name, CsvTable table) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(table.toString());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now.instant(), Words.CHINA);
    }
}
