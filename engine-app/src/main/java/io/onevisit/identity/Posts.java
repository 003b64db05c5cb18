package io.onevisit.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The posts of officers as they are written down; who may write is decided in {@link Administration}. */
@Component
class Posts {

    /** A post {@code p} that its holder has today, {@code :today}. */
    static final String HELD =
            "p.taken_at is null and p.from_day <= :today and (p.until_day is null or p.until_day >= :today)";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String POST =
            """
            select p.username, p.id, p.title, p.roles, p.department, coalesce(d.name, p.department) as department_name,
                p.region, coalesce(r.name, p.region) as region_name, p.from_day, p.until_day
            from post p left join department d on d.code = p.department left join region r on r.code = p.region where\s""";

    private final JdbcClient sql;
    private final Clock clock;

    Posts(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }

    /** Those somebody may act in today. */
    List<Post> held(String username) {
        return sql.sql(POST + "p.username = :username and " + HELD + " order by p.id")
                .param("username", username)
                .param("today", today())
                .query(Posts::post)
                .list();
    }

    /** Those that are not over, also such as have not begun, by user name. */
    Map<String, List<Post>> notOver(List<String> usernames) {
        record Held(String username, Post post) {}
        return sql
                .sql(
                        POST
                                + """
                        p.username = any (:usernames) and p.taken_at is null
                            and (p.until_day is null or p.until_day >= :today) order by p.from_day, p.id""")
                .param("usernames", usernames.toArray(String[]::new))
                .param("today", today())
                .query((row, n) -> new Held(row.getString("username"), post(row, n)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Held::username, Collectors.mapping(Held::post, Collectors.toList())));
    }

    /** Writes one down, as the account's first where there is nobody who gave it. */
    long add(String username, Wanted wanted, String by) {
        return sql.sql(
                        """
                        insert into post (username, roles, department, region, title, from_day, until_day, given_by, given_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        username,
                        Post.named(wanted.roles()).toArray(String[]::new),
                        wanted.department(),
                        wanted.region(),
                        wanted.title(),
                        wanted.from(),
                        wanted.until(),
                        by,
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Ends one at once; nothing where it has ended before or is another's. */
    Optional<Post> take(String username, long id, String by) {
        var post = sql.sql(POST + "p.id = ? and p.username = ? and p.taken_at is null")
                .params(id, username)
                .query(Posts::post)
                .optional();
        sql.sql("update post set taken_by = ?, taken_at = ? where id = ? and username = ? and taken_at is null")
                .params(by, Timestamp.from(clock.instant()), id, username)
                .update();
        return post;
    }

    /** Keeps which one somebody acts in; it is proposed at the next sign-in. */
    void use(Long id) {
        sql.sql("update post set last_used = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    private static Post post(ResultSet row, int n) throws SQLException {
        return new Post(
                row.getLong("id"),
                row.getString("title"),
                roles(row, "roles"),
                row.getString("department"),
                row.getString("department_name"),
                row.getString("region"),
                row.getString("region_name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class));
    }

    static Set<Role> roles(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A post to be given.
     *
     * @param until the last day; {@code null} for an open end
     */
    record Wanted(Set<Role> roles, String department, String region, String title, LocalDate from, LocalDate until) {}
}
