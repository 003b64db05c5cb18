package io.onevisit.engine.expressions;

import io.onevisit.engine.CaseClock;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.ObjectProvider;

/** {@code clock}: the instants a model's timers wait for. */
record ClockQuestions(ObjectProvider<CaseClock> clock, ObjectProvider<Clock> time) implements Question {

    @Override
    public Object answer(String question, DelegateExecution execution, String... arguments) {
        var key = execution.getProcessBusinessKey();
        if (arguments.length == 1 && question.equals("dueAt")) {
            return Date.from(clock.getObject().dueAt(key, arguments[0]));
        }
        if (arguments.length == 1 && question.equals("endOf")) {
            return Date.from(DayOfYear.next(execution.getVariable(arguments[0]), time.getObject()));
        }
        if (arguments.length == 1 && question.equals("at")) {
            return instant(execution, arguments[0]);
        }
        if (arguments.length != 0) {
            return UNKNOWN;
        }
        return switch (question) {
            case "blueAt" -> Date.from(clock.getObject().blueAt(key));
            case "yellowAt" -> Date.from(clock.getObject().yellowAt(key));
            case "redAt" -> Date.from(clock.getObject().redAt(key));
            case "supplementDueAt" -> Date.from(clock.getObject().supplementDueAt(key));
            case "noticeDueAt" -> Date.from(clock.getObject().noticeDueAt(key));
            default -> UNKNOWN;
        };
    }

    /** What a step reckoned and left in a variable. */
    private static Date instant(DelegateExecution execution, String variable) {
        if (execution.getVariable(variable) instanceof Date instant) {
            return instant;
        }
        throw new ProcessEngineException("定时器要等到变量“%s”所记的时间，但是没有环节登记过。".formatted(variable));
    }
}
