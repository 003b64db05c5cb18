package io.onevisit.operations;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.supervision.CsvTable;
import io.onevisit.supervision.Rows;
import io.onevisit.supervision.XlsxTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What came of each process, to take away. */
@RestController
class LineTables {

    private static final List<String> HEAD = List.of("序号", "编号", "结果", "原在环节", "现在环节", "影响", "说明", "时间");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final OperationRows operations;
    private final LineRows lines;

    LineTables(OperationRows operations, LineRows lines) {
        this.operations = operations;
        this.lines = lines;
    }

    @GetMapping("/api/cockpit/operations/{no}/lines.csv")
    @Noted(value = Verb.EXPORT, kind = Kind.OPERATION, number = "#no")
    ResponseEntity<String> csv(@PathVariable long no) {
        var operation = operations.get(no);
        var table = new CsvTable();
        write(operation, table);
        return file(operation, "csv").body(table.toString());
    }

    @GetMapping(
            path = "/api/cockpit/operations/{no}/lines.xlsx",
            produces = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @Noted(value = Verb.EXPORT, kind = Kind.OPERATION, number = "#no")
    ResponseEntity<byte[]> workbook(@PathVariable long no) {
        var operation = operations.get(no);
        var table = new XlsxTable("结果");
        write(operation, table);
        return file(operation, "xlsx").body(table.bytes());
    }

    private void write(Operation operation, Rows table) {
        about(operation).forEach(line -> table.row(line));
        table.row();
        table.row(HEAD.toArray());
        all(operation.no()).forEach(line -> table.row(cells(line)));
    }

    private List<Line> all(long no) {
        return lines.page(no, null, 0, Integer.MAX_VALUE);
    }

    private static List<String> about(Operation operation) {
        return List.of(
                "%s，%s，%s"
                        .formatted(
                                operation.name(),
                                operation.kind().label(),
                                operation.state().label()),
                String.join("；", operation.told()),
                "发起人 %s，理由：%s".formatted(operation.askedName(), operation.reason() == null ? "" : operation.reason()));
    }

    private static Object[] cells(Line line) {
        return new Object[] {
            line.place(),
            line.number(),
            line.state().label(),
            String.join("、", line.stood()),
            String.join("、", line.stands()),
            line.effects().stream().map(Line.Effect::text).collect(Collectors.joining("；")),
            line.note(),
            instant(line.changedAt())
        };
    }

    private static String instant(Instant at) {
        return at == null ? "" : SECOND.format(at);
    }

    private static ResponseEntity.BodyBuilder file(Operation operation, String ending) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        "%s-%s.%s"
                                                .formatted(
                                                        operation.name().replace(" ", ""),
                                                        operation.kind().label(),
                                                        ending),
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString());
    }
}
