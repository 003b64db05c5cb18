package io.onevisit.supervision;

import io.onevisit.catalogue.RegionCode;
import io.onevisit.deadlines.Light;
import io.onevisit.deadlines.WorkingCalendar;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who is set to be told of cards, and who of them can be. */
@Component
class Recipients {

    private final JdbcClient sql;
    private final Clock time;

    Recipients(JdbcClient sql, Clock time) {
        this.sql = sql;
        this.time = time;
    }

    /** The accounts to be told of a card, as the settings are now. */
    Set<String> of(Card card) {
        var level = sql.sql("select recipients from card where id = ?")
                .param(card.id())
                .query(Light.class)
                .single();
        return book(card.region()).upTo(level, card.department());
    }

    /** The accounts that were told of a card; none while nobody was. */
    List<String> told(Card card) {
        return sql.sql("select unnest(told) from card where id = ?")
                .param(card.id())
                .query(String.class)
                .list();
    }

    /** Who was told of a card and when, or, while nobody was, who would be now. */
    News news(Card card) {
        var at = sql.sql("select delivered_at from card where id = ? and told is not null")
                .param(card.id())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
        var people = at.isPresent() ? told(card) : of(card);
        return new News(
                at.orElse(null),
                sql.sql("select name from account where username = any (:people) order by name")
                        .param("people", people.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    RecipientBook book(String region) {
        var places = RegionCode.of(region).lineage();
        return new RecipientBook(places, settings(places), staff(places));
    }

    private List<RecipientBook.Setting> settings(List<String> places) {
        record Row(String region, String department, Light level, String username, Post post) {}
        record Place(String region, String department, Light level) {}
        Map<Place, List<RecipientBook.Entry>> entries = sql
                .sql(
                        "select region, department, level, username, post from supervision_recipient where region in (:places) order by id")
                .param("places", places)
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new Place(row.region, row.department, row.level),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                row -> new RecipientBook.Entry(row.username, row.post), Collectors.toList())));
        return entries.entrySet().stream()
                .map(setting -> new RecipientBook.Setting(
                        setting.getKey().region,
                        setting.getKey().department,
                        setting.getKey().level,
                        setting.getValue()))
                .toList();
    }

    /** Those with a post in the places, and whoever is set by name: a line for each post. */
    private List<RecipientBook.Person> staff(List<String> places) {
        return sql.sql(
                        """
                        select a.username, a.name, p.roles, p.department, p.region from account a join post p using (username)
                        where a.enabled and p.taken_at is null and p.from_day <= :today
                            and (p.until_day is null or p.until_day >= :today)
                            and p.roles && array ['APPROVER', 'HEAD', 'SUPERVISOR'] and (p.region in (:places)
                                or a.username in (select username from supervision_recipient where region in (:places)))
                        order by p.department nulls last, a.name, a.username, p.id""")
                .param("places", places)
                .param("today", LocalDate.ofInstant(time.instant(), WorkingCalendar.ZONE))
                .query((row, n) -> person(row))
                .list();
    }

    static RecipientBook.Person person(Account account) {
        return new RecipientBook.Person(
                account.username(),
                account.name(),
                posts(account.roles().stream().map(Role::name)),
                account.department(),
                account.region());
    }

    private static RecipientBook.Person person(ResultSet row) throws SQLException {
        return new RecipientBook.Person(
                row.getString("username"),
                row.getString("name"),
                posts(Arrays.stream((String[]) row.getArray("roles").getArray())),
                row.getString("department"),
                row.getString("region"));
    }

    private static Set<Post> posts(Stream<String> roles) {
        var held = roles.collect(Collectors.toSet());
        return Arrays.stream(Post.values())
                .filter(post -> held.contains(post.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param at when they were told, {@code null} while they were not */
    record News(Instant at, List<String> people) {}
}
