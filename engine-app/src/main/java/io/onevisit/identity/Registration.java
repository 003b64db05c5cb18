package io.onevisit.identity;

import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import java.security.SecureRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a person comes by an account. The answer is the same whether or not there was one before: who has proved the
 * telephone reads on it what happened, nobody else learns anything.
 */
@Component
class Registration {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final JdbcClient sql;
    private final Codes codes;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final ObjectProvider<PersonRegister> registers;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    Registration(
            JdbcClient sql,
            Codes codes,
            Passwords passwords,
            PasswordRules rules,
            ObjectProvider<PersonRegister> registers,
            Vault vault) {
        this.sql = sql;
        this.vault = vault;
        this.codes = codes;
        this.passwords = passwords;
        this.rules = rules;
        this.registers = registers;
    }

    /** Somebody who wants an account, as they wrote it. */
    record Person(String name, String idNo, String phone, String region) {}

    @Transactional(noRollbackFor = Problem.class)
    public void register(Person person, String code, String password) {
        refuse(person.name().isBlank(), "name", "请填写姓名，与身份证一致。");
        refuse(!IdNumber.valid(person.idNo()), "idNo", "公民身份号码不正确，请核对 18 位号码（末位为校验码）。");
        rules.refuseWeak(password, person.idNo(), person.idNo().substring(6, 14), person.phone());
        codes.use(person.phone(), Codes.Purpose.REGISTER, code);
        var hash = passwords.hashed(password);
        if (taken(person)) {
            codes.tell(person.phone(), "您注册的手机号或身份证号已有账号。本人可直接登录或重置密码；不是本人注册的，请拨打 12345。");
            return;
        }
        var username = "p" + letters();
        try {
            open(username, person, hash);
            codes.tell(person.phone(), "您的“一件事一次办”账号已开通，请用手机号和密码登录。");
        } catch (DuplicateKeyException atTheSameTime) {
            throw Problem.conflict("registration-twice", "您刚刚提交过一次注册，请直接登录。");
        }
    }

    private boolean taken(Person person) {
        return sql.sql(
                        """
                        select exists (select from account
                        where (id_no_key = ? and level >= 3 and kind <> 'STAFF') or (phone_key = ? and phone_proved))""")
                .params(vault.key(Kind.ID_NO, person.idNo()), vault.key(Kind.PHONE, person.phone()))
                .query(Boolean.class)
                .single();
    }

    private void open(String username, Person person, String hash) {
        var register = registers.getIfAvailable();
        var agrees = register != null && register.agrees(person.name(), person.idNo());
        sql.sql(
                        """
                        insert into account
                            (username, name, password, roles, region, id_no, id_no_key, phone, phone_key, kind, level,
                             phone_proved)
                        values (?, ?, ?, '{CITIZEN}', ?, ?, ?, ?, ?, 'NATURAL', ?, true)""")
                .params(
                        username,
                        person.name(),
                        hash,
                        person.region(),
                        vault.seal(Column.ACCOUNT_ID_NO, username, person.idNo()),
                        vault.key(Kind.ID_NO, person.idNo()),
                        vault.seal(Column.ACCOUNT_PHONE, username, person.phone()),
                        vault.key(Kind.PHONE, person.phone()),
                        agrees ? Account.REGISTERED : Account.SAID)
                .update();
    }

    private String letters() {
        return random.ints(11, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private static void refuse(boolean wrong, String field, String sentence) {
        if (wrong) {
            throw Problem.invalid("registration-invalid", sentence).with("field", field);
        }
    }
}
