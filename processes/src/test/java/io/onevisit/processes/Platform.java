package io.onevisit.processes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Stands in for the platform: every published step writes down that it was asked; clock and tenants answer simply. */
final class Platform {

    static final Instant BLUE = Instant.parse("2030-01-01T00:00:00Z");

    /** What was asked, in order, e.g. {@code acceptCase} or {@code raiseLight(blue)}. */
    final List<String> asked = new ArrayList<>();

    /** What {@code openCase} tells the process. */
    final Map<String, Object> item = new HashMap<>();

    /** Name of the special procedure that the officer asked for. */
    String procedureAsked = "检验";

    /** What {@code askParty} finds. */
    String partyOutcome = SecondParty.ASKED;

    /** What a payment order finds, one after the other; the last one stays. */
    final List<String> fees = new ArrayList<>();

    Map<Object, Object> beans() {
        var beans = new HashMap<Object, Object>();
        Steps.ALL.forEach(step -> beans.put(step, (JavaDelegate) execution -> run(step, execution)));
        beans.put(Steps.CLOCK, new CaseClock());
        beans.put(Steps.TENANTS, new Tenants());
        return beans;
    }

    void reset() {
        asked.clear();
        procedureAsked = "检验";
        partyOutcome = SecondParty.ASKED;
        fees.clear();
        fees.add(FeePayment.DUE);
        item.clear();
        item.putAll(Map.of(
                ItemHandling.Variables.DEPARTMENT,
                "health",
                ItemHandling.Variables.HEAD_GROUP,
                "head-health",
                ItemHandling.Variables.HANDLING_MODE,
                "NATIVE",
                ItemHandling.Variables.ISSUES_LICENSE,
                false,
                ItemHandling.Variables.SUBSTANTIVE,
                false,
                ItemHandling.Variables.CASE_ENDED,
                false,
                ItemHandling.Variables.DEEMED_ACCEPTED,
                false,
                ItemHandling.Variables.PROCEDURE,
                ""));
    }

    private void run(String step, DelegateExecution execution) {
        var inputs = new ArrayList<String>();
        for (var name : List.of(
                Steps.Inputs.LIGHT, Steps.Inputs.RESULT, Steps.Inputs.ITEMS, Steps.Inputs.STATE, Steps.Inputs.PHASE)) {
            if (execution.hasVariableLocal(name)) {
                inputs.add(String.valueOf(execution.getVariableLocal(name)));
            }
        }
        asked.add(inputs.isEmpty() ? step : step + "(" + String.join("; ", inputs) + ")");
        if (step.equals(Steps.SETTLE_NOTICE)) {
            execution.setVariable(
                    PublicNotice.Variables.OBJECTIONS_LEFT,
                    item.remove(PublicNotice.Variables.OBJECTIONS_LEFT) == Boolean.TRUE);
        }
        if (step.equals(Steps.ASK_PARTY)) {
            execution.setVariable(SecondParty.Variables.PARTY_OUTCOME, partyOutcome);
        }
        if (step.equals(Steps.SETTLE_PARTY)) {
            execution.setVariable(SecondParty.Variables.PARTY_OUTCOME, execution.getVariableLocal(Steps.Inputs.RESULT));
        }
        if (step.equals(Steps.ISSUE_PAYMENT_ORDER)) {
            execution.setVariable(FeePayment.Variables.FEE, fees.size() > 1 ? fees.remove(0) : fees.get(0));
        }
        if (step.equals(Steps.OPEN_CASE)) {
            execution.setVariables(item);
        }
        if (step.equals(Steps.STOP_CLOCK)) {
            execution.setVariable(SpecialProcedure.Variables.PROCEDURE, procedure(execution));
        }
        if (step.equals(Steps.DISPATCH_ORDER)) {
            var unit = String.valueOf(execution.getVariable(HotlineOrder.Variables.UNIT));
            execution.setVariable(HotlineOrder.Variables.HANDLERS, Groups.ofDepartment(unit));
            execution.setVariable(HotlineOrder.Variables.HEADS, Groups.ofHead(unit));
        }
        if (step.equals(Steps.DISTRIBUTE_CASE)) {
            execution.setVariable(
                    ItemHandling.Variables.APPROVER_GROUP,
                    Groups.ofDepartment(String.valueOf(item.get(ItemHandling.Variables.DEPARTMENT))));
        }
    }

    /** What the model demands, else what the officer asked for. */
    private Object procedure(DelegateExecution execution) {
        var demanded = execution.getVariable(SpecialProcedure.Variables.PROCEDURE);
        return demanded == null ? procedureAsked : demanded;
    }

    /** Answers what a model's timers ask. */
    public static final class CaseClock {
        public Date blueAt(DelegateExecution execution) {
            return Date.from(BLUE);
        }

        public Date yellowAt(DelegateExecution execution) {
            return Date.from(BLUE.plusSeconds(1));
        }

        public Date redAt(DelegateExecution execution) {
            return Date.from(BLUE.plusSeconds(2));
        }

        public Date dueAt(DelegateExecution execution, String kind) {
            return Date.from(BLUE);
        }

        public Date endOf(DelegateExecution execution, String variable) {
            return Date.from(BLUE);
        }

        public Date at(DelegateExecution execution, String variable) {
            return Date.from(BLUE);
        }

        public Date noticeDueAt(DelegateExecution execution) {
            return Date.from(BLUE);
        }

        public Date supplementDueAt(DelegateExecution execution) {
            return Date.from(BLUE);
        }
    }

    /** The province's edition serves everybody. */
    public static final class Tenants {
        public String of(DelegateExecution execution, String modelKey) {
            return null;
        }
    }
}
