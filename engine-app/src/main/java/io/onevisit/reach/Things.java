package io.onevisit.reach;

import io.onevisit.audit.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether something is there for who asks; under a person's reach that is whether they may know of it. */
@Component
class Things {

    private static final String APPLICATION =
            "select from application where month = month_of(:no) and application_no = :no";

    /** What is somebody's. Everything else (models, calendars, items …) is nobody's: roles decide about it alone. */
    static final Map<Kind, String> BY_NUMBER = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.APPLICATION, APPLICATION),
            Map.entry(
                    Kind.CASE,
                    "select from case_file where month = month_of(:no) and case_no = :no union all " + APPLICATION),
            Map.entry(Kind.TASK, "select from work_item where task_id = :no"),
            Map.entry(Kind.DOCUMENT, "select from document where id = :no::uuid"),
            Map.entry(Kind.PAPER, "select from paper where no = :no"),
            Map.entry(Kind.PAYMENT_ORDER, "select from payment_order where no = :no"),
            Map.entry(Kind.CARD, "select from card where id = :no::bigint"),
            Map.entry(Kind.DRAFT, "select from draft where id = :no::uuid"),
            Map.entry(Kind.INCIDENT, "select from incident_record where id = :no"),
            Map.entry(Kind.OPERATION, "select from operation where no = :no::bigint"),
            Map.entry(Kind.RATING, "select from rating where no = :no"),
            Map.entry(Kind.ORDER, "select from work_order where no = :no"),
            Map.entry(Kind.APPOINTMENT, "select from appointment where id = :no::uuid"),
            Map.entry(Kind.HOME_VISIT, "select from home_visit where no = :no"),
            Map.entry(Kind.AGREEMENT, "select from agreement where id = :no::uuid"),
            Map.entry(Kind.CONSENT, "select from license_authorisation where id = :no::uuid")));

    private final JdbcClient sql;

    Things(JdbcClient sql) {
        this.sql = sql;
    }

    static Set<Kind> kinds() {
        return BY_NUMBER.keySet();
    }

    /** @param typed its number, for an application or a case with or without the part behind the hyphen */
    boolean there(Kind kind, String typed) {
        var no = kind == Kind.APPLICATION || kind == Kind.CASE ? typed.strip().replaceFirst("-.*$", "") : typed;
        return sql.sql("select exists (" + BY_NUMBER.get(kind) + ")")
                .param("no", no)
                .query(Boolean.class)
                .single();
    }
}
