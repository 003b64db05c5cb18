package io.onevisit.reach;

import io.onevisit.engine.RowView;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.vault.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps every endpoint within the reach of who is signed in. What only reads does so under the person's role. What changes
 * something is let in if the person may know of the thing, and works as the platform then, because an answer moves the
 * matters of others too; if they may not, it is done under their role, in which the thing isn't there and nothing can be
 * changed: so the answer is the very one that an unknown number gets.
 */
final class ReachAdvice implements MethodInterceptor {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Supplier<Accounts> accounts;
    private final Supplier<Things> things;
    private final Supplier<Vault> vault;
    private final Supplier<Clock> time;
    private final Rules rules;

    ReachAdvice(
            Supplier<Accounts> accounts,
            Supplier<Things> things,
            Supplier<Vault> vault,
            Supplier<Clock> time,
            Rules rules) {
        this.accounts = accounts;
        this.things = things;
        this.vault = vault;
        this.time = time;
        this.rules = rules;
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        var person = accounts.get().signedIn();
        var rule = rules.of(call);
        if (person.isEmpty() || rule.platform() || inside()) {
            return call.proceed();
        }
        return Rules.reads() || unknown(person.get(), rule, call) ? see(person.get(), call::proceed) : call.proceed();
    }

    /** Whether somebody else has decided already what is seen: an endpoint called by another one, or within a transaction. */
    private static boolean inside() {
        return RowView.present().isPresent() || TransactionSynchronizationManager.isActualTransactionActive();
    }

    private <T> T see(Account person, RowView.Work<T> work) throws Throwable {
        return Reach.of(person)
                .see(
                        number -> vault.get().key(Vault.Kind.ID_NO, number),
                        LocalDate.ofInstant(time.get().instant(), CHINA),
                        work);
    }

    private boolean unknown(Account person, Rule rule, MethodInvocation call) throws Throwable {
        if (!rule.checked()) {
            return false;
        }
        var number = rules.number(call, rule);
        return number.isPresent() && !see(person, () -> things.get().there(rule.kind(), number.get()));
    }
}
