package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of items, in and out: preview, load or discard; template and export. */
@RestController
@RequestMapping("/api/studio/catalogue")
class ImportsController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Imports imports;
    private final ImportRows rows;
    private final ItemRows items;
    private final ItemDiff diff;
    private final Impact impact;
    private final ItemSearch search;
    private final SheetWriter writer;
    private final Accounts accounts;
    private final ObjectMapper json;

    ImportsController(
            Imports imports,
            ImportRows rows,
            ItemRows items,
            ItemDiff diff,
            Impact impact,
            ItemSearch search,
            SheetWriter writer,
            Accounts accounts,
            ObjectMapper json) {
        this.imports = imports;
        this.rows = rows;
        this.items = items;
        this.diff = diff;
        this.impact = impact;
        this.search = search;
        this.writer = writer;
        this.accounts = accounts;
        this.json = json;
    }

    @PostMapping("/imports")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.BRING_ITEMS, kind = Kind.IMPORT, number = "#result.id()")
    Import preview(@RequestParam MultipartFile file) throws IOException {
        var who = accounts.current();
        if (file.getSize() > Workbooks.LARGEST) {
            throw Problem.invalid("file-too-large", "文件超过 20 MB，请分批导入。");
        }
        return imports.preview(file.getOriginalFilename(), file.getBytes(), who.region(), who.name());
    }

    @GetMapping("/imports/{id}")
    Import one(@PathVariable UUID id) {
        return mine(id);
    }

    @GetMapping("/imports/{id}/rows")
    Import.Rows rows(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "1") int page) {
        mine(id);
        return rows.page(id, outcome, page);
    }

    /** What one row would change, and what that touches. */
    @GetMapping("/imports/{id}/rows/{number}")
    RowPage row(@PathVariable UUID id, @PathVariable int number) {
        mine(id);
        var row = rows.row(id, number);
        var changes = row.basedOn() == null || row.document() == null
                ? List.<ItemDiff.Change>of()
                : diff.between(
                        items.edition(row.code(), row.basedOn()).orElseThrow().document(), row.document());
        return new RowPage(row, changes, row.document() == null ? null : impact.of(row.code(), row.document()));
    }

    @PostMapping("/imports/{id}/load")
    @Noted(value = Verb.LOAD_ITEMS, kind = Kind.IMPORT, number = "#id")
    Import load(@PathVariable UUID id, @RequestBody Load load) {
        mine(id);
        return imports.load(id, load.leaveOutWrong(), accounts.current().name());
    }

    @DeleteMapping("/imports/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.DROP_ITEMS, kind = Kind.IMPORT, number = "#id")
    void discard(@PathVariable UUID id) {
        mine(id);
        imports.discard(id);
    }

    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template() throws IOException {
        return file(List.of(), "事项导入模板.xlsx", XLSX);
    }

    /** What a search finds, or the named items, as a workbook that can be brought in again. */
    @GetMapping("/export.xlsx")
    @Noted(value = Verb.EXPORT, kind = Kind.ITEM, number = "'export.xlsx'")
    ResponseEntity<byte[]> workbook(
            @RequestParam(required = false) List<String> codes,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String status)
            throws IOException {
        return file(selected(codes, q, department, type, status), "政务服务事项.xlsx", XLSX);
    }

    @GetMapping("/export.json")
    @Noted(value = Verb.EXPORT, kind = Kind.ITEM, number = "'export.json'")
    ResponseEntity<byte[]> document(
            @RequestParam(required = false) List<String> codes,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String status)
            throws IOException {
        var all = json.createObjectNode();
        all.putArray("items").addAll(selected(codes, q, department, type, status));
        return answer(
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(all),
                "政务服务事项.json",
                MediaType.APPLICATION_JSON);
    }

    private List<ObjectNode> selected(List<String> codes, String q, String department, String type, String status) {
        var wanted = codes == null || codes.isEmpty()
                ? search.codes(
                        new ItemSearch.Query(q, accounts.current().region(), department, type, "", status, true, 1))
                : codes;
        return items.newest(wanted).stream()
                .sorted(java.util.Comparator.comparing(StoredItem::code))
                .map(StoredItem::document)
                .toList();
    }

    private ResponseEntity<byte[]> file(List<ObjectNode> documents, String name, MediaType type) throws IOException {
        var out = new ByteArrayOutputStream();
        writer.write(documents, out);
        return answer(out.toByteArray(), name, type);
    }

    private static ResponseEntity<byte[]> answer(byte[] content, String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private Import mine(UUID id) {
        var brought = rows.get(id);
        if (!RegionCode.of(accounts.current().region()).holds(brought.region())) {
            throw Problem.notFound("import-unknown", "没有找到这次导入，请重新上传文件。");
        }
        return brought;
    }

    /** @param leaveOutWrong whether the right rows shall be loaded although others are wrong */
    record Load(boolean leaveOutWrong) {}

    record RowPage(Import.Row row, List<ItemDiff.Change> changes, Impact.Report impact) {}
}
