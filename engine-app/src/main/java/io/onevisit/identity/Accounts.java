package io.onevisit.identity;

import io.onevisit.problems.Problem;
import io.onevisit.processes.Groups;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, and who somebody is. Identity and telephone numbers are sealed and found by their keys; rows that the
 * step at the start has not reached yet are found as they are.
 */
@Component
public class Accounts {

    /** An account {@code a} as it is in a post {@code p}: without the password, which no person's role in the database may read. */
    private static final String SHOWN =
            """
            select a.username, a.name, coalesce(p.roles, a.roles) as roles,
                case when p.id is null then a.department else p.department end as department,
                coalesce(p.region, a.region) as region, a.id_no, a.phone, a.kind, a.level""";

    /** In the post {@code :post} if they hold it, otherwise in the one they used last. Who has no post is what the account says. */
    private static final String ACTING =
            """
            \sfrom account a left join lateral (
                select * from post p where p.username = a.username and a.kind = 'STAFF' and %s
                order by p.id = cast(:post as bigint) desc nulls last, p.last_used desc nulls last, p.id limit 1) p on true
            where a.enabled and\s"""
                    .formatted(Posts.HELD);

    /** What only sign-on reads. */
    private static final String STORED = SHOWN
            + """
            , a.password, a.password_temporary, a.stamp, p.id as post, array(
                select distinct unnest(p.roles) from post p where p.username = a.username and %s) as held"""
                    .formatted(Posts.HELD)
            + ACTING;

    private final JdbcClient sql;
    private final Vault vault;
    private final Posts posts;

    Accounts(JdbcClient sql, Vault vault, Posts posts) {
        this.sql = sql;
        this.vault = vault;
        this.posts = posts;
    }

    /** The person behind the current request; a 401 problem where nobody is signed in. */
    public Account current() {
        return signedIn().orElseThrow(() -> new Problem(HttpStatus.UNAUTHORIZED, "signed-out", "您尚未登录或登录已过期，请先登录。"));
    }

    /** The same, if they are known as well as that; a problem that says how to get there if not. */
    public Account current(int level) {
        var account = current();
        StepUp.refuseBelow(account, level);
        return account;
    }

    public Optional<Account> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Account account
                ? Optional.of(account)
                : Optional.empty();
    }

    /** Somebody by user name; an officer with several posts as they are in the one they used last. */
    public Optional<Account> find(String username) {
        return asked(SHOWN + ACTING + "a.username = :username", null)
                .param("username", username)
                .query(this::account)
                .optional();
    }

    /** Somebody as they are in each of their posts; nothing where they hold none. */
    public List<Account> inEachPost(String username) {
        return sql.sql(SHOWN
                        + " from account a join post p using (username) where a.username = :username and a.enabled and "
                        + Posts.HELD + " order by p.id")
                .param("username", username)
                .param("today", posts.today())
                .query(this::account)
                .list();
    }

    private JdbcClient.StatementSpec asked(String query, Long post) {
        return sql.sql(query).param("today", posts.today()).param("post", post, Types.BIGINT);
    }

    /** The account of the person with this identity number, if they have one. */
    public Optional<Account> withIdNo(String idNo) {
        return asked(
                        SHOWN + ACTING
                                + "(a.id_no_key = :key or a.id_no = :idNo) and a.kind = 'NATURAL' and a.level >= 4",
                        null)
                .param("key", vault.key(Kind.ID_NO, idNo))
                .param("idNo", idNo)
                .query(this::account)
                .optional();
    }

    /** Who answers the telephone with this number and has this name, if they have proved to hold it. */
    public Optional<Account> withPhone(String phone, String name) {
        return asked(
                        SHOWN + ACTING
                                + "(a.phone_key = :key or a.phone = :phone) and a.phone_proved and a.name = :name and a.kind = 'NATURAL'",
                        null)
                .param("key", vault.key(Kind.PHONE, phone))
                .param("phone", phone)
                .param("name", name)
                .query(this::account)
                .optional();
    }

    /** Whether the account's telephone was proved to be held by its owner. */
    public boolean phoneProved(String username) {
        return sql.sql("select phone_proved from account where username = ?")
                .param(username)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The account of a legal person, made where there is none yet; it has no password, and nobody signs in as one. */
    public Account openLegal(String creditCode, String name, String region) {
        var username = "legal." + creditCode;
        sql.sql(
                        """
                        insert into account (username, name, password, roles, region, id_no, id_no_key, kind, level)
                        values (?, ?, '', '{}', ?, ?, ?, 'LEGAL', 4)
                        on conflict (username) do update set name = excluded.name, region = excluded.region""")
                .params(
                        username,
                        name,
                        region,
                        vault.seal(Column.ACCOUNT_ID_NO, username, creditCode),
                        vault.key(Kind.ID_NO, creditCode))
                .update();
        return find(username).orElseThrow();
    }

    /** The divisions in which a department has somebody with this role. */
    public List<String> regionsOf(Role role, String department) {
        return sql.sql(
                        "select distinct p.region from post p join account a using (username) where p.department = :department"
                                + " and :role = any (p.roles) and a.enabled and " + Posts.HELD + " order by p.region")
                .param("department", department)
                .param("role", role.name())
                .param("today", posts.today())
                .query(String.class)
                .list();
    }

    /** Those of a department's unit in one division who have this role in any of their posts, as they are in it. */
    public List<Account> of(Role role, String department, String region) {
        return sql.sql(SHOWN
                        + """
                        \sfrom account a join lateral (
                            select * from post p where p.username = a.username and p.department = :department
                                and p.region = :region and :role = any (p.roles) and %s order by p.id limit 1) p on true
                        where a.enabled order by a.name"""
                                .formatted(Posts.HELD))
                .param("department", department)
                .param("region", region)
                .param("role", role.name())
                .param("today", posts.today())
                .query(this::account)
                .list();
    }

    /**
     * Those of a group of officers ({@link Groups}) whose post is in one of these divisions, as they are in it.
     *
     * @param group e.g. {@code dept-health}
     */
    public List<Account> ofGroup(String group, List<String> regions) {
        return sql
                .sql(SHOWN
                        + """
                        \sfrom account a join lateral (
                            select * from post p where p.username = a.username and p.region = any (:regions)
                                and (cast(:department as text) is null or p.department = :department) and %s) p on true
                        where a.enabled order by a.name, a.username, p.id"""
                                .formatted(Posts.HELD))
                .param("regions", regions.toArray(String[]::new))
                .param("department", Groups.department(group).orElse(null))
                .param("today", posts.today())
                .query(this::account)
                .list()
                .stream()
                .filter(account -> account.groups().contains(group))
                .collect(Collectors.toMap(
                        Account::username, account -> account, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** The name to show for a user, the user name itself where the account is gone. */
    public String nameOf(String username) {
        return find(username).map(Account::name).orElse(username);
    }

    /** Who signs in with this name: a user name, a proved telephone or a proved identity number. */
    Optional<Stored> named(String login) {
        return asked(
                        STORED
                                + """
                        a.kind <> 'LEGAL' and (a.username = :login
                            or ((a.phone_key = :phone or a.phone = :login) and a.phone_proved)
                            or ((a.id_no_key = :idNo or a.id_no = :login) and a.level >= 4 and a.kind = 'NATURAL'))""",
                        null)
                .param("login", login)
                .param("phone", vault.key(Kind.PHONE, login))
                .param("idNo", vault.key(Kind.ID_NO, login))
                .query(this::signIn)
                .optional();
    }

    /** In the post used last, where there are several. */
    Optional<Stored> stored(String username) {
        return stored(username, null);
    }

    /** In this post and no other: nothing where it is not theirs, over or taken away. Without one as {@link #stored(String)}. */
    Optional<Stored> stored(String username, Long post) {
        return asked(STORED + "a.username = :username", post)
                .param("username", username)
                .query(this::signIn)
                .optional()
                .filter(stored -> post == null || post.equals(stored.post()));
    }

    /**
     * An account with what only sign-on may see of it.
     *
     * @param post in which it acts, {@code null} where it has none
     * @param held what it is in all of its posts
     */
    record Stored(Account account, String password, boolean temporary, long stamp, Long post, Set<Role> held) {}

    private Stored signIn(ResultSet row, int n) throws SQLException {
        return new Stored(
                account(row, n),
                row.getString("password"),
                row.getBoolean("password_temporary"),
                row.getLong("stamp"),
                row.getObject("post", Long.class),
                Posts.roles(row, "held"));
    }

    private Account account(ResultSet row, int n) throws SQLException {
        var username = row.getString("username");
        var idNo = vault.open(Column.ACCOUNT_ID_NO, username, row.getString("id_no"));
        var kind = AccountKind.valueOf(row.getString("kind"));
        return new Account(
                username,
                row.getString("name"),
                Posts.roles(row, "roles"),
                row.getString("department"),
                row.getString("region"),
                kind == AccountKind.STAFF || row.getInt("level") < Account.IN_PERSON ? null : idNo,
                vault.open(Column.ACCOUNT_PHONE, username, row.getString("phone")),
                kind,
                row.getInt("level"),
                row.getInt("level") < Account.REGISTERED ? null : idNo);
    }
}
