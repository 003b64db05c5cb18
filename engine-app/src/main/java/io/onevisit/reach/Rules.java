package io.onevisit.reach;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.context.expression.MethodBasedEvaluationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The rules of endpoints, each read once, and the numbers of what they are called for. */
final class Rules {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final SpelExpressionParser parser = new SpelExpressionParser();
    private final Map<String, Expression> expressions = new ConcurrentHashMap<>();
    private final Map<Method, Rule> rules = new ConcurrentHashMap<>();

    Rule of(MethodInvocation call) {
        return rules.computeIfAbsent(call.getMethod(), Rule::of);
    }

    /** Whether the present request only reads. */
    static boolean reads() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present
                && (HttpMethod.GET.matches(present.getRequest().getMethod())
                        || HttpMethod.HEAD.matches(present.getRequest().getMethod()));
    }

    Optional<String> number(MethodInvocation call, Rule rule) {
        var context = new MethodBasedEvaluationContext(call.getThis(), call.getMethod(), call.getArguments(), NAMES);
        var value = expressions
                .computeIfAbsent(rule.number(), parser::parseExpression)
                .getValue(context);
        return Optional.ofNullable(value)
                .map(Object::toString)
                .map(String::strip)
                .filter(number -> !number.isEmpty());
    }
}
