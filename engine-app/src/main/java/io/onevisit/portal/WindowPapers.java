package io.onevisit.portal;

import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.FullNumbers;
import io.onevisit.identity.Account;
import io.onevisit.papers.CounterPapers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the window gives somebody to take home when it has taken their application in. */
@Component
class WindowPapers {

    private final JdbcClient sql;
    private final CounterPapers papers;
    private final FullNumbers numbers;
    private final Scans scans;

    WindowPapers(JdbcClient sql, CounterPapers papers, FullNumbers numbers, Scans scans) {
        this.sql = sql;
        this.papers = papers;
        this.numbers = numbers;
        this.scans = scans;
    }

    /** Returns the number of the receipt. */
    String receipt(
            Draft draft,
            Applications.Opened opened,
            List<NeededMaterials.Needed> needed,
            String fullNo,
            Account clerk) {
        var pages = scans.counts(draft.id());
        return papers.receipt(
                opened.application(),
                new CounterPapers.Received(
                        fullNo,
                        Window.seen(draft).label(),
                        opened.cases().values().stream().map(this::item).toList(),
                        needed.stream()
                                .map(paper -> material(draft, paper, pages))
                                .toList(),
                        clerk.name()));
    }

    private String item(CaseFile file) {
        return "%s，办件编号 %s，%s"
                .formatted(
                        file.itemName(),
                        numbers.of(file.caseNo(), file.itemCode()),
                        file.promised() == 0 ? "承诺当场办结" : "承诺受理后 %d 个%s办结".formatted(file.promised(), unit(file)));
    }

    private static String unit(CaseFile file) {
        return file.unit().equals("WORKING_DAY") ? "工作日" : "自然日";
    }

    private static String material(Draft draft, NeededMaterials.Needed needed, Map<String, Integer> pages) {
        var key = needed.material().key();
        var name = needed.material().name();
        var handedIn = draft.documents().stream()
                .filter(document -> document.materialKey().equals(key))
                .reduce((first, last) -> last);
        if (handedIn.isEmpty()) {
            return name
                    + needed.license()
                            .map(license -> "：使用电子证照“" + license.typeName() + "”，免于提交")
                            .orElse("：未提交");
        }
        var counted = pages.get(key);
        if (counted != null) {
            return name + "：扫描件 " + counted + " 页";
        }
        return name + (handedIn.get().type().startsWith("image/") ? "：扫描件 1 页" : "：电子文件 1 份");
    }

    /** What was told before belongs to the application from now on. */
    void submitted(UUID draft, String applicationNo) {
        sql.sql("update counter_notice set application_no = ? where draft_id = ?")
                .params(applicationNo, draft)
                .update();
    }
}
