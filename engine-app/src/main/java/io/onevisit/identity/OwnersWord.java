package io.onevisit.identity;

import io.onevisit.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Somebody's word over their telephone: a code that was sent to it and comes back. */
@Component
public class OwnersWord {

    private final Accounts accounts;
    private final Codes codes;

    OwnersWord(Accounts accounts, Codes codes) {
        this.accounts = accounts;
        this.codes = codes;
    }

    /**
     * @param what they are asked to confirm, as it stands in the message
     * @return what to tell who waits for the code
     */
    public String ask(String username, String what, HttpServletRequest request) {
        return codes.send(phone(username), Codes.Purpose.CONFIRM, what, Source.of(request));
    }

    /** In a transaction of its own, so that a wrong code counts whatever becomes of the act. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = Problem.class)
    public void take(String username, String code) {
        codes.use(phone(username), Codes.Purpose.CONFIRM, code);
    }

    private String phone(String username) {
        return accounts.find(username)
                .filter(account -> accounts.phoneProved(username))
                .map(Account::phone)
                .orElseThrow(() -> Problem.conflict("phone-unproved", "申请人的账号没有核实过的手机号码，请申请人本人登录后提交。"));
    }
}
