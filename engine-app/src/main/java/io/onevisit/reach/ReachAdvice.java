package io.onevisit.reach;

import io.onevisit.engine.RowView;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.expression.MethodBasedEvaluationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Keeps every endpoint within the reach of who is signed in. What only reads does so under the person's role. What changes
 * something is let in if the person may know of the thing, and works as the platform then, because an answer moves the
 * matters of others too; if they may not, it is done under their role, in which the thing isn't there and nothing can be
 * changed: so the answer is the very one that an unknown number gets.
 */
final class ReachAdvice implements MethodInterceptor {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final ObjectProvider<Accounts> accounts;
    private final ObjectProvider<Things> things;
    private final SpelExpressionParser parser = new SpelExpressionParser();
    private final Map<String, Expression> expressions = new ConcurrentHashMap<>();
    private final Map<Method, Rule> rules = new ConcurrentHashMap<>();

    ReachAdvice(ObjectProvider<Accounts> accounts, ObjectProvider<Things> things) {
        this.accounts = accounts;
        this.things = things;
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        var person = accounts.getObject().signedIn();
        var rule = rules.computeIfAbsent(call.getMethod(), Rule::of);
        if (person.isEmpty() || rule.platform() || RowView.present().isPresent()) {
            return call.proceed();
        }
        return reads() || unknown(person.get(), rule, call)
                ? Reach.of(person.get()).see(call::proceed)
                : call.proceed();
    }

    private boolean unknown(Account person, Rule rule, MethodInvocation call) throws Throwable {
        if (!rule.checked()) {
            return false;
        }
        var number = number(call, rule.number());
        return number.isPresent()
                && !Reach.of(person).see(() -> things.getObject().there(rule.kind(), number.get()));
    }

    private static boolean reads() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present
                && (HttpMethod.GET.matches(present.getRequest().getMethod())
                        || HttpMethod.HEAD.matches(present.getRequest().getMethod()));
    }

    private Optional<String> number(MethodInvocation call, String expression) {
        var context = new MethodBasedEvaluationContext(call.getThis(), call.getMethod(), call.getArguments(), NAMES);
        var value =
                expressions.computeIfAbsent(expression, parser::parseExpression).getValue(context);
        return Optional.ofNullable(value).map(Object::toString).map(String::strip);
    }
}
