package io.onevisit.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.identity.Account;
import io.onevisit.materials.SecondNotices;
import io.onevisit.papers.CounterPapers;
import io.onevisit.portal.CounterChecklist.Of;
import io.onevisit.portal.CounterChecklist.Row;
import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 一次性告知 at the window: all that is wanting is told at once, on paper, and the draft stays until the person comes back. What
 * could have been known then is not found wanting later (行政许可法 art. 32).
 */
@Component
class CounterNotices {

    private static final int LONGEST = 200;

    private final JdbcClient sql;
    private final Drafts drafts;
    private final Window window;
    private final CounterChecklist list;
    private final CounterPapers papers;
    private final Vault vault;
    private final ObjectMapper json;
    private final Clock time;

    CounterNotices(
            JdbcClient sql,
            Drafts drafts,
            Window window,
            CounterChecklist list,
            CounterPapers papers,
            Vault vault,
            ObjectMapper json,
            Clock time) {
        this.sql = sql;
        this.drafts = drafts;
        this.window = window;
        this.list = list;
        this.papers = papers;
        this.vault = vault;
        this.json = json;
        this.time = time;
    }

    /** What there is to look through, and what was told before. */
    Checklist checklist(Account clerk, UUID id) {
        var draft = own(clerk, id);
        return new Checklist(list.rows(draft, clerk), told(id));
    }

    /** Writes the notice; a 422 problem where it leaves something out, a 409 problem where it comes too late for something. */
    @Transactional
    Told tell(Account clerk, UUID id, List<Line> lines, String note) {
        var draft = drafts.locked(clerk.username(), own(clerk, id).id());
        var rows = list.rows(draft, clerk);
        var known = new LinkedHashMap<String, Row>();
        rows.forEach(row -> known.put(row.subject(), row));
        if (lines.isEmpty()) {
            throw Problem.invalid("notice-empty", "请至少勾选一项需要补齐或者更正的内容。").with("field", "lines");
        }
        var written = lines.stream().map(line -> written(line, known)).toList();
        refuseIncomplete(rows, written);
        refuseLate(draft, clerk, told(id), written);
        var name = draft.applicant().name();
        var no = papers.notice(new CounterPapers.Told(
                draft.region(),
                draft.bundleName(),
                name,
                written.stream().map(Line::inWords).toList(),
                brief(note, "note"),
                window.place(clerk),
                clerk.name()));
        var now = time.instant();
        sql.sql(
                        """
                        insert into counter_notice (paper_no, draft_id, clerk, told_at, lines, known)
                        values (?, ?, ?, ?, ?::jsonb, ?::jsonb)""")
                .params(
                        no,
                        id,
                        clerk.username(),
                        Timestamp.from(now),
                        vault.sealJson(Column.COUNTER_LINES, no, text(written)),
                        vault.sealJson(Column.COUNTER_KNOWN, no, text(list.state(draft, clerk))))
                .update();
        return new Told(no, now, written);
    }

    private Draft own(Account clerk, UUID id) {
        var draft = drafts.get(clerk.username(), id);
        if (draft.applicant() == null) {
            throw Problem.forbidden("window-only", "一次性告知书只为到窗口的申请人出具。");
        }
        return draft;
    }

    private static Line written(Line line, Map<String, Row> known) {
        var reason = brief(line.reason(), "reason");
        if (line.why() == Why.OTHER) {
            var name = brief(line.name(), "name");
            refuse(name.isEmpty() || reason.isEmpty(), "其他内容须写明是什么和理由。");
            return new Line("", name, line.why(), reason);
        }
        var row = known.get(Objects.requireNonNullElse(line.subject(), ""));
        if (row == null) {
            throw Problem.invalid("notice-unknown", "勾选的内容不在本次申报的清单中，请刷新后重试。");
        }
        refuse(
                row.handedIn() == line.why().absent(),
                "“" + row.name() + (row.handedIn() ? "”已经有了，请按不清晰或者内容有误告知。" : "”还没有，请按未提交或者未填写告知。"));
        refuse(row.of() != line.why().of(row.of()), "“" + row.name() + "”的情形选择不正确，请重新选择。");
        refuse(!line.why().absent() && reason.isEmpty(), "请写明“" + row.name() + "”哪里不清晰或者有误。");
        return new Line(row.subject(), row.name(), line.why(), reason.isEmpty() ? row.reason() : reason);
    }

    /** Told at once means all of it. */
    private static void refuseIncomplete(List<Row> rows, List<Line> lines) {
        var left = rows.stream()
                .filter(Row::wanting)
                .filter(row -> lines.stream().noneMatch(line -> line.subject().equals(row.subject())))
                .map(row -> "“" + row.name() + "”")
                .toList();
        if (!left.isEmpty()) {
            throw Problem.invalid("notice-incomplete", "一次性告知应当包括全部缺少的内容，请补充：" + String.join("、", left) + "。")
                    .with("field", "lines");
        }
    }

    /** After a first notice only what it told, and what has come in or changed since. */
    private void refuseLate(Draft draft, Account clerk, List<Told> earlier, List<Line> lines) {
        if (earlier.isEmpty()) {
            return;
        }
        var then = known(earlier.get(0).paperNo());
        var now = list.state(draft, clerk);
        var late = lines.stream()
                .filter(line -> earlier.stream().noneMatch(told -> told.lines().stream()
                        .anyMatch(before -> before.what().equals(line.what()))))
                .filter(line -> line.subject().isEmpty()
                        || then.containsKey(line.subject())
                                && Objects.equals(then.get(line.subject()), now.get(line.subject())))
                .map(line -> "“" + line.name() + "”")
                .toList();
        if (!late.isEmpty()) {
            throw SecondNotices.refused("第一次告知时即可发现的" + String.join("、", late) + "不能再列入；之后新交的材料、新填的内容有问题的，可以告知。");
        }
    }

    List<Told> told(UUID draft) {
        return sql.sql("select paper_no, told_at, lines::text from counter_notice where draft_id = ? order by told_at")
                .param(draft)
                .query((row, n) -> new Told(
                        row.getString(1),
                        row.getTimestamp(2).toInstant(),
                        read(
                                vault.openJson(Column.COUNTER_LINES, row.getString(1), row.getString(3)),
                                new TypeReference<List<Line>>() {})))
                .list();
    }

    private Map<String, String> known(String paperNo) {
        return read(
                vault.openJson(
                        Column.COUNTER_KNOWN,
                        paperNo,
                        sql.sql("select known::text from counter_notice where paper_no = ?")
                                .param(paperNo)
                                .query(String.class)
                                .single()),
                new TypeReference<Map<String, String>>() {});
    }

    private static String brief(String text, String field) {
        var said = text == null ? "" : text.strip();
        if (said.length() > LONGEST) {
            throw Problem.invalid("text-too-long", "说明和理由不能超过 " + LONGEST + " 个字。")
                    .with("field", field);
        }
        return said;
    }

    private static void refuse(boolean wrong, String sentence) {
        if (wrong) {
            throw Problem.invalid("notice-line", sentence).with("field", "lines");
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored notice cannot be read", e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is wrong with it. */
    enum Why {
        MISSING("未提交"),
        UNANSWERED("未填写"),
        UNREADABLE("不清晰，无法辨认"),
        WRONG("内容有误"),
        OTHER("其他");

        private final String label;

        Why(String label) {
            this.label = label;
        }

        private boolean absent() {
            return this == MISSING || this == UNANSWERED;
        }

        /** What something that is wrong in this way must be. */
        private Of of(Of either) {
            return switch (this) {
                case MISSING, UNREADABLE -> Of.MATERIAL;
                case UNANSWERED -> Of.ANSWER;
                case WRONG, OTHER -> either;
            };
        }
    }

    /**
     * One thing that is told.
     *
     * @param subject key of the material or question, empty for what the list does not have
     */
    record Line(String subject, String name, Why why, String reason) {

        private String inWords() {
            var what = why == Why.OTHER ? name : name + "（" + why.label + "）";
            return reason.isEmpty() ? what : what + "：" + reason;
        }

        private String what() {
            return subject.isEmpty() ? name : subject;
        }
    }

    record Told(String paperNo, Instant at, List<Line> lines) {}

    record Checklist(List<Row> rows, List<Told> told) {}
}
