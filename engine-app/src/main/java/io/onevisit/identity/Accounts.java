package io.onevisit.identity;

import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** Without the password, which only sign-on reads, and which no person's role in the database may. */
    private static final String SHOWN = "username, name, roles, department, region, id_no, phone, kind, level";

    private final JdbcClient sql;
    private final Vault vault;

    Accounts(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
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

    public Optional<Account> find(String username) {
        return sql.sql("select " + SHOWN + " from account where username = :username and enabled")
                .param("username", username)
                .query(this::account)
                .optional();
    }

    /** The account of the person with this identity number, if they have one. */
    public Optional<Account> withIdNo(String idNo) {
        return sql.sql(
                        "select " + SHOWN
                                + " from account where (id_no_key = :key or id_no = :idNo) and kind = 'NATURAL' and level >= 4 and enabled")
                .param("key", vault.key(Kind.ID_NO, idNo))
                .param("idNo", idNo)
                .query(this::account)
                .optional();
    }

    /** Who answers the telephone with this number and has this name, if they have proved to hold it. */
    public Optional<Account> withPhone(String phone, String name) {
        return sql.sql(
                        """
                        select * from account where (phone_key = :key or phone = :phone) and phone_proved and name = :name
                            and kind = 'NATURAL' and enabled""")
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
                        "select distinct region from account where department = ? and ? = any (roles) and enabled order by region")
                .params(department, role.name())
                .query(String.class)
                .list();
    }

    /** Those of a department's unit in one division who have this role. */
    public List<Account> of(Role role, String department, String region) {
        return sql.sql(
                        "select " + SHOWN
                                + " from account where department = ? and region = ? and ? = any (roles) and enabled order by name")
                .params(department, region, role.name())
                .query(this::account)
                .list();
    }

    /** The name to show for a user, the user name itself where the account is gone. */
    public String nameOf(String username) {
        return find(username).map(Account::name).orElse(username);
    }

    /** Who signs in with this name: a user name, a proved telephone or a proved identity number. */
    Optional<Stored> named(String login) {
        return sql.sql(
                        """
                        select * from account where enabled and kind <> 'LEGAL' and (username = :login
                            or ((phone_key = :phone or phone = :login) and phone_proved)
                            or ((id_no_key = :idNo or id_no = :login) and level >= 4 and kind = 'NATURAL'))""")
                .param("login", login)
                .param("phone", vault.key(Kind.PHONE, login))
                .param("idNo", vault.key(Kind.ID_NO, login))
                .query(this::signIn)
                .optional();
    }

    Optional<Stored> stored(String username) {
        return sql.sql("select * from account where username = :username and enabled")
                .param("username", username)
                .query(this::signIn)
                .optional();
    }

    /** An account with what only sign-on may see of it. */
    record Stored(Account account, String password, boolean temporary, long stamp) {}

    private Stored signIn(ResultSet row, int n) throws SQLException {
        return new Stored(
                account(row, n), row.getString("password"), row.getBoolean("password_temporary"), row.getLong("stamp"));
    }

    private Account account(ResultSet row, int n) throws SQLException {
        var roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        var username = row.getString("username");
        var idNo = vault.open(Column.ACCOUNT_ID_NO, username, row.getString("id_no"));
        var kind = AccountKind.valueOf(row.getString("kind"));
        return new Account(
                username,
                row.getString("name"),
                roles,
                row.getString("department"),
                row.getString("region"),
                kind == AccountKind.STAFF || row.getInt("level") < Account.IN_PERSON ? null : idNo,
                vault.open(Column.ACCOUNT_PHONE, username, row.getString("phone")),
                kind,
                row.getInt("level"),
                row.getInt("level") < Account.REGISTERED ? null : idNo);
    }
}
