package io.onevisit.reach;

import io.onevisit.audit.Verb;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;

/**
 * Keeps officers from what is their own, whatever act it is: every endpoint that changes a thing names it. Inside the
 * entry of the audit, which keeps that it was tried, and inside the act's transaction.
 */
final class RecusalAdvice implements MethodInterceptor {

    private final Supplier<Accounts> accounts;
    private final Supplier<Recusal> recusal;
    private final Rules rules;

    RecusalAdvice(Supplier<Accounts> accounts, Supplier<Recusal> recusal, Rules rules) {
        this.accounts = accounts;
        this.recusal = recusal;
        this.rules = rules;
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        var rule = rules.of(call);
        if (!Rules.reads() && rule.checked() && Recusal.knows(rule.kind()) && rule.verb() != Verb.UNCLAIM) {
            accounts.get()
                    .signedIn()
                    .filter(person -> person.roles().stream().anyMatch(role -> role != Role.CITIZEN))
                    .ifPresent(officer -> rules.number(call, rule)
                            .ifPresent(no -> recusal.get().refuse(officer, rule.kind(), no)));
        }
        return call.proceed();
    }
}
