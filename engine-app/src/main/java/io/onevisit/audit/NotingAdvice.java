package io.onevisit.audit;

import io.onevisit.engine.RowView;
import io.onevisit.problems.Collision;
import io.onevisit.problems.Problem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.expression.MethodBasedEvaluationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponse;

/** Does what {@link Noted} says, around the endpoint. */
final class NotingAdvice implements MethodInterceptor {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final ObjectProvider<Audit> audit;
    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final SpelExpressionParser parser = new SpelExpressionParser();
    private final Map<String, Expression> expressions = new ConcurrentHashMap<>();

    NotingAdvice(ObjectProvider<Audit> audit, ObjectProvider<PlatformTransactionManager> transactions) {
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        var noted = AnnotationUtils.getAnnotation(call.getMethod(), Noted.class);
        var before = audit.getObject().current();
        try {
            if (noted.value().changes() && !noted.inBatches()) {
                return inOneTransaction(call, noted);
            }
            var answer = call.proceed();
            noteDone(call, noted, audit.getObject().current().or(() -> before).orElse(null), answer);
            return answer;
        } catch (Throwable failure) {
            var actor = before.orElseGet(() -> system(call, noted));
            try {
                write(note(call, noted, null), actor, result(failure), code(failure));
            } catch (RuntimeException unwritten) {
                failure.addSuppressed(unwritten); // what went wrong first is what the caller is told
            }
            throw failure;
        }
    }

    private Object inOneTransaction(MethodInvocation call, Noted noted) throws Throwable {
        try {
            return new TransactionTemplate(transactions.getObject()).execute(status -> {
                try {
                    var answer = call.proceed();
                    noteDone(call, noted, audit.getObject().current().orElse(null), answer);
                    return answer;
                } catch (RuntimeException | Error thrown) {
                    throw thrown;
                } catch (Throwable thrown) {
                    throw new Checked(thrown);
                }
            });
        } catch (Checked carried) {
            throw carried.getCause();
        }
    }

    /** Somebody who looks at what is their own leaves no entry: it is not their office that shows it to them. Who acts for them does. */
    private void noteDone(MethodInvocation call, Noted noted, Actor signedIn, Object answer) {
        if ((noted.value().looks() || noted.ofOfficers())
                && signedIn != null
                && !signedIn.officer()
                && signedIn.onBehalfOf().isEmpty()) {
            return;
        }
        var actor = signedIn == null ? system(call, noted) : signedIn;
        write(note(call, noted, answer), actor, Result.DONE, "");
    }

    /** The audit is the platform's, whoever's rows the call saw. */
    private void write(Note note, Actor actor, Result result, String code) {
        RowView.whole(() -> {
            audit.getObject().write(note, actor, result, code);
            return null;
        });
    }

    private Note note(MethodInvocation call, Noted noted, Object answer) {
        return new Note(
                noted.value(), noted.kind(), text(call, noted.number(), answer), null, text(call, noted.why(), answer));
    }

    private Actor system(MethodInvocation call, Noted noted) {
        var name = Masks.text(text(call, noted.who(), null), 64);
        return name.isEmpty() ? Actor.unknown() : Actor.system(name);
    }

    private String text(MethodInvocation call, String expression, Object answer) {
        if (expression.isEmpty() || (answer == null && expression.contains("#result"))) {
            return "";
        }
        var method = call.getMethod();
        var context = new MethodBasedEvaluationContext(call.getThis(), method, call.getArguments(), NAMES);
        context.setVariable("result", answer);
        var value =
                expressions.computeIfAbsent(expression, parser::parseExpression).getValue(context);
        return value == null ? "" : value.toString().strip();
    }

    private static Result result(Throwable failure) {
        return failure instanceof Problem || failure instanceof ErrorResponse || Collision.caused(failure)
                ? Result.REFUSED
                : Result.FAILED;
    }

    private static String code(Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem.code();
        }
        if (Collision.caused(failure)) {
            return "collision";
        }
        return failure instanceof ErrorResponse answer
                ? Integer.toString(answer.getStatusCode().value())
                : failure.getClass().getSimpleName();
    }

    /** Carries a checked exception out of the transaction, which it rolls back. */
    private static final class Checked extends RuntimeException {
        Checked(Throwable cause) {
            super(cause);
        }
    }
}
