package io.onevisit.identity;

import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts of officers, by the three administrators (三员): one opens and closes them, another gives rights, and what both
 * do is told to the third. Nobody changes the own account, and a change ends the sessions of whom it concerns.
 */
@Component
class Administration {

    private final JdbcClient sql;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Vault vault;

    Administration(JdbcClient sql, Passwords passwords, SecondFactors factors, Sessions sessions, Vault vault) {
        this.sql = sql;
        this.passwords = passwords;
        this.factors = factors;
        this.sessions = sessions;
        this.vault = vault;
    }

    record Line(
            String username,
            String name,
            List<String> roles,
            String department,
            String region,
            boolean enabled,
            boolean secondFactor) {}

    List<Line> staff(String search) {
        return sql.sql(
                        """
                        select username, name, roles, department, region, enabled,
                            exists (select from authenticator one where one.username = account.username and confirmed)
                                as second_factor
                        from account where kind = 'STAFF' and (username like :search or name like :search)
                        order by username limit 200""")
                .param("search", "%" + search.replaceAll("[%_\\\\]", "") + "%")
                .query((row, n) -> new Line(
                        row.getString("username"),
                        row.getString("name"),
                        List.of((String[]) row.getArray("roles").getArray()),
                        row.getString("department"),
                        row.getString("region"),
                        row.getBoolean("enabled"),
                        row.getBoolean("second_factor")))
                .list();
    }

    /**
     * Opens an account without any right; returns the password for the first sign-in, shown this once.
     *
     * @param idNo the officer's own identity number, so that they are kept from their own cases
     */
    @Transactional
    public String open(String username, String name, String idNo, String department, String region) {
        refuseWrong(idNo);
        var password = Secrets.password();
        var opened = sql.sql(
                        """
                        insert into account
                            (username, name, password, roles, id_no, id_no_key, department, region, kind, level, password_temporary)
                        values (?, ?, ?, '{}', ?, ?, ?, ?, 'STAFF', 4, true) on conflict do nothing""")
                .params(
                        username,
                        name,
                        passwords.hashed(password),
                        vault.seal(Column.ACCOUNT_ID_NO, username, idNo),
                        vault.key(Vault.Kind.ID_NO, idNo),
                        department,
                        region)
                .update();
        if (opened == 0) {
            throw Problem.conflict("username-taken", "用户名 %s 已被使用，请另取一个。".formatted(username));
        }
        return password;
    }

    @Transactional
    public void tellIdNo(String username, String idNo, String by) {
        refuseWrong(idNo);
        change(username, by);
        sql.sql("update account set id_no = ?, id_no_key = ?, stamp = stamp + 1 where username = ?")
                .params(vault.seal(Column.ACCOUNT_ID_NO, username, idNo), vault.key(Vault.Kind.ID_NO, idNo), username)
                .update();
    }

    private static void refuseWrong(String idNo) {
        if (!IdNumber.valid(idNo)) {
            throw Problem.invalid("id-no-invalid", "公民身份号码不正确，请核对 18 位号码（末位为校验码）。用于回避本人的办件，不用于登录。")
                    .with("field", "idNo");
        }
    }

    @Transactional
    public String newPassword(String username, String by) {
        change(username, by);
        var password = Secrets.password();
        passwords.set(username, password, true);
        return password;
    }

    @Transactional
    public void enable(String username, boolean enabled, String by) {
        change(username, by);
        sql.sql("update account set enabled = ?, stamp = stamp + 1 where username = ?")
                .params(enabled, username)
                .update();
    }

    @Transactional
    public void grant(String username, Set<Role> roles, String by) {
        refuseUnfit(roles);
        change(username, by);
        sql.sql("update account set roles = ?, stamp = stamp + 1 where username = ?")
                .params(roles.stream().map(Enum::name).sorted().toArray(String[]::new), username)
                .update();
    }

    @Transactional
    public void removeSecondFactor(String username, String by) {
        change(username, by);
        factors.remove(username);
    }

    private static void refuseUnfit(Set<Role> roles) {
        if (roles.contains(Role.CITIZEN)) {
            throw Problem.invalid("roles-unfit", "工作人员账号不能兼作个人账号，请本人另行注册。");
        }
        var administrator = roles.stream().anyMatch(Role.ADMINISTRATORS::contains);
        if (administrator && roles.size() > 1) {
            throw Problem.invalid("roles-unfit", "系统管理员、安全管理员、审计管理员须由三人分别担任，也不得兼任其他岗位。");
        }
    }

    /** Locks the account that is to be changed and ends its sessions. */
    private void change(String username, String by) {
        if (username.equals(by)) {
            throw Problem.forbidden("own-account", "不能变更自己的账号，请由另一位管理员办理。");
        }
        var found = sql.sql("select username from account where username = ? and kind = 'STAFF' for update")
                .param(username)
                .query(String.class)
                .optional();
        if (found.isEmpty()) {
            throw Problem.notFound("account-unknown", "没有用户名为 %s 的工作人员账号。".formatted(username));
        }
        sessions.endAll(username);
    }
}
