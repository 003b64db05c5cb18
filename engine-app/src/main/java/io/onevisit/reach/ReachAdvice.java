package io.onevisit.reach;

import io.onevisit.engine.RowView;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Keeps every endpoint within the reach of who is signed in. What only reads does so under the person's role. What changes
 * something is let in if the person may know of the thing, and works as the platform then, because an answer moves the
 * matters of others too; if they may not, it is done under their role, in which the thing isn't there and nothing can be
 * changed: so the answer is the very one that an unknown number gets.
 */
final class ReachAdvice implements MethodInterceptor {

    private final ObjectProvider<Accounts> accounts;
    private final ObjectProvider<Things> things;
    private final Rules rules;

    ReachAdvice(ObjectProvider<Accounts> accounts, ObjectProvider<Things> things, Rules rules) {
        this.accounts = accounts;
        this.things = things;
        this.rules = rules;
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        var person = accounts.getObject().signedIn();
        var rule = rules.of(call);
        if (person.isEmpty() || rule.platform() || RowView.present().isPresent()) {
            return call.proceed();
        }
        return Rules.reads() || unknown(person.get(), rule, call)
                ? Reach.of(person.get()).see(call::proceed)
                : call.proceed();
    }

    private boolean unknown(Account person, Rule rule, MethodInvocation call) throws Throwable {
        if (!rule.checked()) {
            return false;
        }
        var number = rules.number(call, rule);
        return number.isPresent()
                && !Reach.of(person).see(() -> things.getObject().there(rule.kind(), number.get()));
    }
}
