package io.onevisit.identity;

import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts of officers, by the three administrators (三员): one opens and closes them, another gives rights, and what both
 * do is told to the third. Nobody changes the own account, and a change ends the sessions that rest on what it changes.
 */
@Component
class Administration {

    private final JdbcClient sql;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Posts posts;
    private final PostRules rules;
    private final Sessions sessions;
    private final Vault vault;

    Administration(
            JdbcClient sql,
            Passwords passwords,
            SecondFactors factors,
            Posts posts,
            PostRules rules,
            Sessions sessions,
            Vault vault) {
        this.sql = sql;
        this.passwords = passwords;
        this.factors = factors;
        this.posts = posts;
        this.rules = rules;
        this.sessions = sessions;
        this.vault = vault;
    }

    record Line(
            String username,
            String name,
            List<Post> posts,
            String department,
            String region,
            boolean enabled,
            boolean secondFactor) {
        Line with(List<Post> posts) {
            return new Line(username, name, posts, department, region, enabled, secondFactor);
        }
    }

    List<Line> staff(String search) {
        var found = sql.sql(
                        """
                        select username, name, department, region, enabled,
                            exists (select from authenticator one where one.username = account.username and confirmed)
                                as second_factor
                        from account where kind = 'STAFF' and (username like :search or name like :search)
                        order by username limit 200""")
                .param("search", "%" + search.replaceAll("[%_\\\\]", "") + "%")
                .query((row, n) -> new Line(
                        row.getString("username"),
                        row.getString("name"),
                        List.of(),
                        row.getString("department"),
                        row.getString("region"),
                        row.getBoolean("enabled"),
                        row.getBoolean("second_factor")))
                .list();
        var held = posts.notOver(found.stream().map(Line::username).toList());
        return found.stream()
                .map(line -> line.with(held.getOrDefault(line.username(), List.of())))
                .toList();
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

    /** Gives somebody a post beside those they have; sessions in the others go on. */
    @Transactional
    public void givePost(String username, Posts.Wanted wanted, String by) {
        lock(username, by);
        rules.refuseUnfit(username, wanted);
        posts.add(username, wanted, by);
    }

    /** Takes a post away: whoever acts in it is signed out with their next request, in others they go on. */
    @Transactional
    public Post takePost(String username, long id, String by) {
        lock(username, by);
        return posts.take(username, id, by).orElseThrow(() -> Problem.notFound("post-unknown", "这个岗位已经收回，请刷新列表。"));
    }

    @Transactional
    public void removeSecondFactor(String username, String by) {
        change(username, by);
        factors.remove(username);
    }

    /** Locks the account that is to be changed and ends its sessions. */
    private void change(String username, String by) {
        lock(username, by);
        sessions.endAll(username);
    }

    /** Locks the account that is to be changed, which nobody's own may be. */
    private void lock(String username, String by) {
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
    }
}
