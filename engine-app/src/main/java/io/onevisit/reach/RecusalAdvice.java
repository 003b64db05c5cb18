package io.onevisit.reach;

import io.onevisit.audit.Verb;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Keeps officers from what is their own, whatever act it is: every endpoint that changes a thing names it. Inside the
 * entry of the audit, which keeps that it was tried, and inside the act's transaction.
 */
final class RecusalAdvice implements MethodInterceptor {

    private final ObjectProvider<Accounts> accounts;
    private final ObjectProvider<Recusal> recusal;
    private final Rules rules;

    RecusalAdvice(ObjectProvider<Accounts> accounts, ObjectProvider<Recusal> recusal, Rules rules) {
        this.accounts = accounts;
        this.recusal = recusal;
        this.rules = rules;
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        var rule = rules.of(call);
        if (!Rules.reads() && rule.checked() && Recusal.knows(rule.kind()) && rule.verb() != Verb.UNCLAIM) {
            accounts.getObject()
                    .signedIn()
                    .filter(person -> person.roles().stream().anyMatch(role -> role != Role.CITIZEN))
                    .ifPresent(officer -> rules.number(call, rule)
                            .ifPresent(no -> recusal.getObject().refuse(officer, rule.kind(), no)));
        }
        return call.proceed();
    }
}
