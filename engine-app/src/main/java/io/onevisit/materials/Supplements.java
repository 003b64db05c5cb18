package io.onevisit.materials;

import com.fasterxml.jackson.core.type.TypeReference;
import io.onevisit.cases.CaseMoved;
import io.onevisit.materials.Supplement.Item;
import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices of what is still wanted: proposed by people and departments, sent as one, answered or lapsed. */
@Component
@Transactional
public class Supplements {

    private final JdbcClient sql;
    private final Columns columns;
    private final Vault vault;
    private final Wanting wanting;
    private final SecondNotices secondNotices;

    Supplements(JdbcClient sql, Columns columns, Vault vault, Wanting wanting, SecondNotices secondNotices) {
        this.sql = sql;
        this.columns = columns;
        this.vault = vault;
        this.wanting = wanting;
        this.secondNotices = secondNotices;
    }

    /** Notes what an officer or a department wants; it goes into the one notice that the process sends next. */
    public void propose(String businessKey, String note, List<Item> items, String who) {
        if (open(businessKey).isPresent()) {
            throw Problem.conflict("supplement-open", "已有一份补正告知等待申请人答复，须待其答复或期满后再提出。");
        }
        secondNotices.use(businessKey);
        var proposed = proposed(businessKey);
        var text = proposed.map(Supplement::note).filter(before -> !before.isBlank() && !before.equals(note));
        save(
                businessKey,
                text.map(before -> before + "\n" + note).orElse(note),
                merged(items, proposed.map(Supplement::items).orElse(List.of())));
        sql.sql("update supplement_request set proposed_by = ? where business_key = ? and state = 'PROPOSED'")
                .params(who, businessKey)
                .update();
    }

    /** The notice waiting for an answer under an application's or a case's number. */
    public Optional<Supplement> open(String businessKey) {
        return current(businessKey, "OPEN");
    }

    /** The notices waiting for an answer in an application and its cases. */
    public List<Supplement> openOf(String applicationNo) {
        return sql.sql("select * from supplement_request where application_no = :no and state = 'OPEN' order by due_at")
                .param("no", applicationNo)
                .query(this::supplement)
                .list();
    }

    /** Makes what was proposed and all that the platform itself knows to be wanting into one open notice. */
    Supplement request(String businessKey, Instant dueAt) {
        var proposed = proposed(businessKey);
        var items = merged(proposed.map(Supplement::items).orElse(List.of()), wanting.of(businessKey));
        save(businessKey, proposed.map(Supplement::note).orElse(""), items);
        items.stream().filter(item -> !item.materialKey().isBlank()).forEach(item -> wanting.demand(businessKey, item));
        sql.sql(
                        """
                        update supplement_request set state = 'OPEN', requested_at = :now, due_at = :dueAt
                        where business_key = :key and state = 'PROPOSED'""")
                .param("now", Timestamp.from(Instant.now()))
                .param("dueAt", Timestamp.from(dueAt))
                .param("key", businessKey)
                .update();
        return open(businessKey).orElseThrow();
    }

    /**
     * What the applicant says to a notice in words, beside the papers.
     *
     * @param who sent it: the applicant, or the clerk at the window for them
     */
    public void answer(String businessKey, String words, String who) {
        sql.sql("update supplement_request set answer = ?, answered_by = ? where business_key = ? and state = 'OPEN'")
                .params(vault.seal(Column.SUPPLEMENT_ANSWER, businessKey, words), who, businessKey)
                .update();
    }

    /** Who asked for the notice that waits for an answer; the platform where it was its own finding. */
    String askedBy(String businessKey) {
        return person("proposed_by", businessKey);
    }

    /** Who answered the notice that waits for an answer. */
    String answeredBy(String businessKey) {
        return person("answered_by", businessKey);
    }

    private String person(String column, String businessKey) {
        return sql.sql("select coalesce(" + column
                        + ", '平台') from supplement_request where business_key = ? and state = 'OPEN'")
                .param(businessKey)
                .query(String.class)
                .optional()
                .orElse("平台");
    }

    /** The words of the last answer to a notice under this number, empty where there are none. */
    public String lastAnswer(String businessKey) {
        return sql.sql(
                        """
                        select answer from supplement_request
                        where business_key = ? and state = 'ANSWERED' order by round desc limit 1""")
                .param(businessKey)
                .query(String.class)
                .optional()
                .map(words -> vault.open(Column.SUPPLEMENT_ANSWER, businessKey, words))
                .orElse("");
    }

    /** Nothing is asked any more of what has ended. */
    @EventListener
    void on(CaseMoved moved) {
        if (moved.to().isEnd()) {
            end(moved.caseNo(), false);
            var applicationNo = wanting.applicationOf(moved.caseNo());
            if (wanting.allEnded(applicationNo)) {
                end(applicationNo, false);
            }
        }
    }

    void end(String businessKey, boolean answered) {
        sql.sql(
                        "update supplement_request set state = :state, ended_at = now() where business_key = :key and state = 'OPEN'")
                .param("state", answered ? "ANSWERED" : "LAPSED")
                .param("key", businessKey)
                .update();
    }

    private void save(String businessKey, String note, List<Item> items) {
        sql.sql(
                        """
                        insert into supplement_request
                          (id, business_key, application_no, round, state, note, items, proposed_at)
                        values (:id, :key, :application,
                                (select count(*) + 1 from supplement_request where business_key = :key),
                                'PROPOSED', :note, :items::jsonb, now())
                        on conflict (business_key) where state in ('PROPOSED', 'OPEN')
                        do update set note = excluded.note, items = excluded.items""")
                .param("id", UUID.randomUUID())
                .param("key", businessKey)
                .param("application", wanting.applicationOf(businessKey))
                .param("note", vault.seal(Column.SUPPLEMENT_NOTE, businessKey, note))
                .param("items", vault.sealJson(Column.SUPPLEMENT_ITEMS, businessKey, columns.text(items)))
                .update();
    }

    private Optional<Supplement> proposed(String businessKey) {
        return current(businessKey, "PROPOSED");
    }

    private Optional<Supplement> current(String businessKey, String state) {
        return sql.sql("select * from supplement_request where business_key = :key and state = :state")
                .param("key", businessKey)
                .param("state", state)
                .query(this::supplement)
                .optional();
    }

    /** What people said of a material counts before what the platform says of it. */
    private static List<Item> merged(List<Item> first, List<Item> then) {
        var items = new LinkedHashMap<String, Item>();
        first.forEach(item -> items.putIfAbsent(place(item), item));
        then.forEach(item -> items.putIfAbsent(place(item), item));
        return List.copyOf(items.values());
    }

    private static String place(Item item) {
        return item.materialKey().isBlank() ? item.name() : item.materialKey();
    }

    private Supplement supplement(ResultSet row, int n) throws SQLException {
        var key = row.getString("business_key");
        return new Supplement(
                row.getObject("id", UUID.class),
                key,
                row.getString("application_no"),
                row.getInt("round"),
                vault.open(Column.SUPPLEMENT_NOTE, key, row.getString("note")),
                columns.read(
                        vault.openJson(Column.SUPPLEMENT_ITEMS, key, row.getString("items")), new TypeReference<>() {}),
                instant(row.getTimestamp("requested_at")),
                instant(row.getTimestamp("due_at")));
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
