package io.onevisit.audit;

import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds entries by person, number or day, newest first. */
@Component
class EntrySearch {

    private final JdbcClient sql;

    EntrySearch(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param before only entries older than this one, by number of the row */
    record Asked(String account, String number, LocalDate day, String region, long before, int most) {
        boolean named() {
            return !account.isBlank() || !number.isBlank() || day != null;
        }
    }

    record Row(
            long id,
            Instant at,
            String region,
            String account,
            String name,
            String department,
            String roles,
            String onBehalfOf,
            @Personal(value = Mask.NAME, purpose = "审计") String person,
            String verb,
            String verbLabel,
            String kind,
            String kindLabel,
            String number,
            String applicationNo,
            String caseNo,
            String detail,
            String purpose,
            String address,
            String agent,
            String channel,
            String channelLabel,
            String correlation,
            String result,
            String code) {

        static Row of(Entry entry) {
            return new Row(
                    entry.id(),
                    entry.at(),
                    entry.region(),
                    entry.account(),
                    entry.name(),
                    entry.department(),
                    entry.roles(),
                    entry.onBehalfOf(),
                    entry.person(),
                    entry.verb().name(),
                    entry.verb().label(),
                    entry.kind().name(),
                    entry.kind().label(),
                    entry.number(),
                    entry.applicationNo(),
                    entry.caseNo(),
                    entry.detail(),
                    entry.purpose(),
                    entry.address(),
                    entry.agent(),
                    entry.channel().name(),
                    entry.channel().label(),
                    entry.correlation(),
                    entry.result().name(),
                    entry.code());
        }
    }

    List<Row> find(Asked asked) {
        var where = new StringBuilder(
                "region between region_prefix(:region) and rpad(region_prefix(:region), 12, '9') and id < :before");
        if (!asked.account.isBlank()) {
            where.append(" and account = :account and account <> ''");
        }
        if (asked.day != null) {
            where.append(" and month = :month and day = :day");
        }
        return sql
                .sql(statement(asked, where.toString()))
                .param("region", asked.region)
                .param("before", asked.before)
                .param("account", asked.account.strip())
                .param("number", asked.number.strip())
                .param("month", asked.day == null ? null : asked.day.withDayOfMonth(1))
                .param("day", asked.day)
                .param("most", asked.most)
                .query(EntryRows::entry)
                .list()
                .stream()
                .map(Row::of)
                .toList();
    }

    /** A number is that of the thing itself or of the application it belongs to; each has an index of its own. */
    private static String statement(Asked asked, String where) {
        if (asked.number.isBlank()) {
            return "select * from audit_entry where " + where + " order by id desc limit :most";
        }
        return """
                select * from (
                    (select * from audit_entry where %1$s and number = :number and number <> '' order by id desc limit :most)
                    union
                    (select * from audit_entry where %1$s and application_no = :number and application_no <> ''
                     order by id desc limit :most)) found
                order by id desc limit :most"""
                .formatted(where);
    }
}
