package io.onevisit.portal;

import io.onevisit.materials.Document;
import io.onevisit.materials.Documents;
import io.onevisit.materials.PageWork;
import io.onevisit.problems.Problem;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scans at the window: a file is taken apart into pages, each page is given to a material, and the pages of a material are put
 * together as its one PDF. The file itself stays as it came.
 */
@Component
class Scans {

    /** Pages of one application that still lie on a table and on a screen. */
    static final int MOST = 200;

    /** Pages of one material, as of any PDF that is handed in. */
    private static final int MOST_OF_ONE = 100;

    private final JdbcClient sql;
    private final Drafts drafts;
    private final Documents documents;
    private final PageWork work;
    private final TransactionTemplate transaction;
    private final Clock time;

    Scans(
            JdbcClient sql,
            Drafts drafts,
            Documents documents,
            PageWork work,
            TransactionTemplate transaction,
            Clock time) {
        this.sql = sql;
        this.drafts = drafts;
        this.documents = documents;
        this.work = work;
        this.transaction = transaction;
        this.time = time;
    }

    /** Takes a file in and lays its pages behind the others, given to no material yet. */
    void add(Draft draft, String name, InputStream content) {
        var document = documents.store(draft.owner(), name, content);
        try {
            var count = work.draw(document, Math.max(0, MOST - pages(draft.id()).size()));
            transaction.executeWithoutResult(status -> {
                drafts.locked(draft.owner(), draft.id());
                keep(draft.id(), document.id(), count);
            });
        } catch (RuntimeException refused) {
            documents.forget(document.id());
            throw refused;
        }
    }

    private void keep(UUID draft, UUID document, int count) {
        var there = pages(draft).size();
        if (there + count > MOST) {
            throw tooMany();
        }
        sql.sql("insert into scan (document_id, draft_id, pages, scanned_at) values (?, ?, ?, ?)")
                .params(document, draft, count, Timestamp.from(time.instant()))
                .update();
        sql.sql(
                        """
                        insert into scan_page (draft_id, document_id, page, position)
                        select :draft, :document, n, :there + n from generate_series(1, :count) n""")
                .param("draft", draft)
                .param("document", document)
                .param("there", there)
                .param("count", count)
                .update();
    }

    /** The pages in the order in which they lie. */
    List<Page> pages(UUID draft) {
        return sql.sql(
                        """
                        select document_id as document, page, turn, material_key, removed from scan_page
                        where draft_id = ? order by position, document_id, page""")
                .param(draft)
                .query(Page.class)
                .list();
    }

    /** The files the pages are from, in the order of arrival. */
    List<Source> sources(UUID draft) {
        return sql.sql("select document_id, pages from scan where draft_id = ? order by scanned_at, document_id")
                .param(draft)
                .query((row, n) -> source(
                        draft, documents.document(row.getObject("document_id", UUID.class)), row.getInt("pages")))
                .list();
    }

    private static Source source(UUID draft, Document found, int pages) {
        var image = "/api/drafts/%s/scans/%s/pages/".formatted(draft, found.id());
        return new Source(
                found.id(),
                found.name(),
                found.size(),
                IntStream.rangeClosed(1, pages).mapToObj(n -> image + n).toList());
    }

    /**
     * Lays the pages anew, and puts together again the materials whose pages changed. Pages that are not named stay where
     * they are, so that a page of a scan that has just arrived is never lost. Returns what was put together, by material.
     */
    Map<String, UUID> arrange(Draft draft, List<Page> wanted, Map<String, String> materials) {
        var before = pages(draft.id());
        var after = arranged(before, wanted, materials.keySet());
        var was = byMaterial(before);
        var is = byMaterial(after);
        is.forEach((key, sheets) -> {
            if (sheets.size() > MOST_OF_ONE) {
                throw Problem.invalid(
                        "file-too-many-pages",
                        "“%s”超过 %d 页，请只归入需要的页面。".formatted(materials.getOrDefault(key, key), MOST_OF_ONE));
            }
        });
        var joined = new LinkedHashMap<String, UUID>();
        try {
            for (var sheets : is.entrySet()) {
                if (!sheets.getValue().equals(was.get(sheets.getKey()))) {
                    var name = materials.getOrDefault(sheets.getKey(), sheets.getKey()) + ".pdf";
                    joined.put(
                            sheets.getKey(),
                            work.join(draft.owner(), name, sheets.getValue()).id());
                }
            }
            transaction.executeWithoutResult(status -> {
                drafts.locked(draft.owner(), draft.id());
                if (!pages(draft.id()).equals(before)) {
                    throw Problem.conflict("scans-changed", "扫描页刚刚在其他页面上改动过，请载入最新内容后再分配。");
                }
                write(draft.id(), after);
                was.keySet().stream()
                        .filter(key -> joined.containsKey(key) || !is.containsKey(key))
                        .forEach(key -> drafts.takeApart(draft.id(), key));
                joined.forEach((key, document) -> drafts.attachScanned(draft.id(), key, document));
            });
        } catch (RuntimeException refused) {
            joined.values().forEach(documents::forget);
            throw refused;
        }
        return joined;
    }

    private static List<Page> arranged(List<Page> before, List<Page> wanted, Set<String> materials) {
        var places = before.stream().collect(Collectors.toMap(Page::place, page -> page));
        var named = new LinkedHashMap<Place, Page>();
        for (var page : wanted) {
            var old = places.get(page.place());
            if (old == null) {
                throw Problem.invalid("page-unknown", "没有找到这一扫描页，请刷新后重试。");
            }
            if (page.turn() % 90 != 0 || page.turn() < 0 || page.turn() > 270) {
                throw Problem.invalid("turn-unknown", "扫描页只能按 90 度旋转。");
            }
            if (page.materialKey() != null
                    && !page.materialKey().equals(old.materialKey())
                    && !materials.contains(page.materialKey())) {
                throw Problem.notFound("material-unknown", "本次申报不需要这份材料。");
            }
            named.put(page.place(), page);
        }
        before.forEach(page -> named.putIfAbsent(page.place(), page));
        return List.copyOf(named.values());
    }

    private void write(UUID draft, List<Page> pages) {
        for (var at = 0; at < pages.size(); at++) {
            var page = pages.get(at);
            sql.sql(
                            """
                            update scan_page set position = ?, turn = ?, material_key = ?, removed = ?
                            where draft_id = ? and document_id = ? and page = ?""")
                    .params(
                            at + 1,
                            page.turn(),
                            page.materialKey(),
                            page.removed(),
                            draft,
                            page.document(),
                            page.page())
                    .update();
        }
    }

    private static Map<String, List<PageWork.Sheet>> byMaterial(List<Page> pages) {
        return pages.stream()
                .filter(page -> page.materialKey() != null && !page.removed())
                .collect(Collectors.groupingBy(
                        Page::materialKey,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                page -> new PageWork.Sheet(page.document(), page.page(), page.turn()),
                                Collectors.toList())));
    }

    /** A page that belongs to nothing would be lost with the draft: a 422 problem as long as there is one. */
    void refuseLoose(UUID draft, Set<String> needed) {
        var loose = pages(draft).stream()
                .filter(page -> !page.removed() && !(page.materialKey() != null && needed.contains(page.materialKey())))
                .count();
        if (loose > 0) {
            throw Problem.invalid("pages-unassigned", "还有 %d 页扫描件未匹配材料，请归入材料或者删除后再提交。".formatted(loose))
                    .with("field", "scans");
        }
    }

    /** How many pages each material has that was put together from scans. */
    Map<String, Integer> counts(UUID draft) {
        return byMaterial(pages(draft)).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().size()));
    }

    /** The draft has become an application: the files as they were scanned are its evidence. */
    void submitted(UUID draft, String applicationNo) {
        sql.sql("update scan set application_no = ? where draft_id = ?")
                .params(applicationNo, draft)
                .update();
    }

    /** Whether the document is one of the draft's scans. */
    boolean has(UUID draft, UUID document) {
        return sql.sql("select exists (select from scan where draft_id = ? and document_id = ?)")
                .params(draft, document)
                .query(Boolean.class)
                .single();
    }

    private static Problem tooMany() {
        return Problem.invalid("pages-too-many", "一次收件最多 " + MOST + " 页扫描件。请删除多余的草稿或者分次收件。");
    }

    /**
     * One page of a scan.
     *
     * @param turn degrees clockwise
     * @param materialKey to which material it belongs, {@code null} for none yet
     */
    record Page(UUID document, int page, int turn, String materialKey, boolean removed) {

        private Place place() {
            return new Place(document, page);
        }

        Page {
            Objects.requireNonNull(document);
        }
    }

    private record Place(UUID document, int page) {}

    /** @param images where the picture of each page is */
    record Source(UUID id, String name, long size, List<String> images) {}
}
