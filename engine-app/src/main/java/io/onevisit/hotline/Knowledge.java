package io.onevisit.hotline;

import io.onevisit.problems.Problem;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 知识库 and 派单目录: what an agent answers from and what people choose from. */
@Component
class Knowledge {

    private static final int SHOWN = 8;
    private static final int LONGEST = 100;

    private final JdbcClient sql;

    Knowledge(JdbcClient sql) {
        this.sql = sql;
    }

    /** Entries that contain these words, each of them; the whole of a short list where nothing is asked. */
    List<Entry> find(String words) {
        if (words.length() > LONGEST) {
            throw Problem.invalid("words-too-long", "查询的词不能超过 100 个字。").with("field", "q");
        }
        return sql.sql(
                        """
                        select id, question, answer, department, checked_on from hotline_knowledge
                        where not exists (
                            select 1 from unnest(string_to_array(:words, ' ')) word
                            where word <> '' and position(word in question || answer) = 0)
                        order by id limit :shown""")
                .param("words", words.strip())
                .param("shown", SHOWN)
                .query(Entry.class)
                .list();
    }

    List<Duty> duties() {
        return sql.sql("select code, name from hotline_duty order by position")
                .query(Duty.class)
                .list();
    }

    boolean hasDuty(String code) {
        return sql.sql("select exists (select 1 from hotline_duty where code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    boolean hasEntry(int id) {
        return sql.sql("select exists (select 1 from hotline_knowledge where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    record Entry(int id, String question, String answer, String department, java.time.LocalDate checkedOn) {}

    record Duty(String code, String name) {}
}
