package io.onevisit.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Worklists as officers arranged them: their own, and those that colleagues of the same unit share. */
@Component
class SavedViews {

    private static final Set<String> COLUMNS = Set.of("person", "step", "number", "due", "holder");
    private static final int LONGEST_NAME = 30;
    private static final int MOST = 50;
    private static final String SHOWN =
            """
            select v.*, coalesce(p.name, v.owner) as owner_name, v.owner = :me as mine
            from task_view v left join account p on p.username = v.owner where\s""";

    private final JdbcClient sql;
    private final ObjectMapper json;

    SavedViews(JdbcClient sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<View> of(Account officer) {
        return sql.sql(
                        SHOWN
                                + "v.owner = :me or v.shared and v.region = :region and v.group_name in (:groups) order by v.owner <> :me, v.name")
                .param("me", officer.username())
                .param("region", officer.region())
                .param("groups", officer.groups())
                .query(this::view)
                .list();
    }

    @Transactional
    View add(Account officer, Wanted wanted) {
        var checked = checked(wanted);
        if (of(officer).stream().filter(View::mine).count() >= MOST) {
            throw Problem.conflict("views-many", "最多保存 " + MOST + " 个视图，请先删除不用的。");
        }
        return written(
                () -> sql.sql(
                                """
                        insert into task_view (owner, name, query, columns, shared, group_name, region)
                        values (:me, :name, cast(:query as jsonb), :columns, :shared, :group, :region) returning id""")
                        .param("me", officer.username())
                        .param("name", checked.name())
                        .param("query", write(checked.query()))
                        .param("columns", checked.columns().toArray(String[]::new))
                        .param("shared", checked.shared())
                        .param("group", officer.groups().get(0))
                        .param("region", officer.region())
                        .query(Long.class)
                        .single(),
                officer);
    }

    @Transactional
    View change(Account officer, long id, Wanted wanted) {
        var checked = checked(wanted);
        return written(
                () -> sql.sql(
                                """
                        update task_view set name = :name, query = cast(:query as jsonb), columns = :columns, shared = :shared
                        where id = :id and owner = :me returning id""")
                        .param("id", id)
                        .param("me", officer.username())
                        .param("name", checked.name())
                        .param("query", write(checked.query()))
                        .param("columns", checked.columns().toArray(String[]::new))
                        .param("shared", checked.shared())
                        .query(Long.class)
                        .optional()
                        .orElseThrow(SavedViews::unknown),
                officer);
    }

    @Transactional
    void remove(Account officer, long id) {
        if (sql.sql("delete from task_view where id = ? and owner = ?")
                        .params(id, officer.username())
                        .update()
                == 0) {
            throw unknown();
        }
    }

    private View written(LongSupplier write, Account officer) {
        try {
            var id = write.getAsLong();
            return sql.sql(SHOWN + "v.id = :id")
                    .param("id", id)
                    .param("me", officer.username())
                    .query(this::view)
                    .single();
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("view-named", "您已有同名的视图，请换一个名称。").with("field", "name");
        }
    }

    private static Wanted checked(Wanted wanted) {
        var name = wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("view-name", "请填写视图名称，不超过 " + LONGEST_NAME + " 个字。")
                    .with("field", "name");
        }
        if (wanted.query() == null
                || wanted.query().size() > 10
                || wanted.query().toString().length() > 500) {
            throw Problem.invalid("view-query", "视图的筛选条件不完整，请重新保存。").with("field", "query");
        }
        var columns = wanted.columns() == null ? List.<String>of() : wanted.columns();
        if (columns.size() > COLUMNS.size() || !COLUMNS.containsAll(columns)) {
            throw Problem.invalid("view-columns", "没有您选择的列，请重新选择。").with("field", "columns");
        }
        return new Wanted(name, wanted.query(), columns, wanted.shared());
    }

    private static Problem unknown() {
        return Problem.notFound("view-unknown", "没有找到这个视图，或它不是您保存的。");
    }

    private View view(ResultSet row, int n) throws SQLException {
        return new View(
                row.getLong("id"),
                row.getString("name"),
                read(row.getString("query")),
                List.of((String[]) row.getArray("columns").getArray()),
                row.getBoolean("shared"),
                row.getBoolean("mine"),
                row.getString("owner_name"));
    }

    private String write(Object query) {
        try {
            return json.writeValueAsString(query);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> read(String query) {
        try {
            return json.readValue(query, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A saved view cannot be read", e);
        }
    }

    /** @param query the list's own parameters, by name */
    record Wanted(String name, Map<String, String> query, List<String> columns, boolean shared) {}

    record View(
            long id,
            String name,
            Map<String, String> query,
            List<String> columns,
            boolean shared,
            boolean mine,
            String ownerName) {}
}
