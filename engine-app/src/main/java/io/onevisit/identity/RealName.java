package io.onevisit.identity;

import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a person comes to be known better: the register agrees (level 3), a clerk has seen them with the document (level 4). */
@Component
class RealName {

    private final JdbcClient sql;
    private final ObjectProvider<PersonRegister> registers;
    private final Sessions sessions;
    private final Vault vault;

    RealName(JdbcClient sql, ObjectProvider<PersonRegister> registers, Sessions sessions, Vault vault) {
        this.sql = sql;
        this.vault = vault;
        this.registers = registers;
        this.sessions = sessions;
    }

    /** Holds what the person wrote at registration against the register. */
    @Transactional
    public void check(String username) {
        var said = sql.sql("select name, id_no from account where username = ? and level < 3 for update")
                .param(username)
                .query((row, n) -> new Said(
                        row.getString("name"), vault.open(Column.ACCOUNT_ID_NO, username, row.getString("id_no"))))
                .optional();
        if (said.isEmpty()) {
            return;
        }
        var register = registers.getIfAvailable();
        if (register == null || !register.agrees(said.get().name(), said.get().idNo()) || !raised(username)) {
            throw Problem.invalid("register-disagrees", "网上没有核验通过。请携带身份证到就近的政务大厅窗口核验，当场生效。");
        }
    }

    private boolean raised(String username) {
        try {
            return sql.sql(
                                    """
                            update account set level = 3 where username = ? and not exists (
                                select from account other where other.id_no_key = account.id_no_key and other.level >= 3
                                    and other.kind <> 'STAFF')""")
                            .param(username)
                            .update()
                    > 0;
        } catch (DuplicateKeyException atTheSameTime) {
            return false;
        }
    }

    /** A clerk has the person and the identity card there; whoever else claimed the number loses it, and is signed out. Returns whose account it is. */
    @Transactional
    public String confirm(String phone, String name, String idNo, Account clerk) {
        if (idNo.equals(clerk.registeredIdNo())) {
            throw Problem.forbidden("own-account", "不能核验自己的账号，请由另一位窗口人员办理。");
        }
        var username = sql.sql(
                        """
                        select username from account
                        where phone_key = ? and phone_proved and name = ? and id_no_key = ? and kind = 'NATURAL' and enabled
                        for update""")
                .params(vault.key(Kind.PHONE, phone), name, vault.key(Kind.ID_NO, idNo))
                .query(String.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("account-unknown", "没有姓名、身份证号和手机号都一致的个人账号。请核对，或请本人先用手机注册。"));
        var others = sql.sql(
                        """
                        update account set level = 2, stamp = stamp + 1
                        where id_no_key = ? and level >= 3 and kind <> 'STAFF' and username <> ? returning username""")
                .params(vault.key(Kind.ID_NO, idNo), username)
                .query(String.class)
                .list();
        others.forEach(sessions::endAll);
        sql.sql("update account set level = greatest(level, 4) where username = ?")
                .param(username)
                .update();
        return username;
    }

    private record Said(String name, String idNo) {}
}
