package io.onevisit.hotline;

import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import io.onevisit.processes.Groups;
import io.onevisit.processes.HotlineOrder;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What units, heads, the line office and agents answer to the tasks of an order. */
@Component
class OrderAnswers {

    private final OrderStore store;
    private final OrderClocks clocks;
    private final Dispatch dispatch;
    private final HotlineProperties limits;
    private final Cases cases;
    private final Clock time;

    OrderAnswers(
            OrderStore store,
            OrderClocks clocks,
            Dispatch dispatch,
            HotlineProperties limits,
            Cases cases,
            Clock time) {
        this.store = store;
        this.clocks = clocks;
        this.dispatch = dispatch;
        this.limits = limits;
        this.cases = cases;
        this.time = time;
    }

    Map<String, Object> take(Account officer, String taskKey, WorkOrder order, Map<String, Object> answers) {
        if (officer.username().equals(order.owner())) {
            throw Problem.forbidden("own-order", "这是您本人的诉求，应当回避，请转交其他人员办理。");
        }
        var outcome = text(answers, "outcome");
        var opinion = text(answers, "opinion");
        return switch (taskKey) {
            case HotlineOrder.Elements.ACCEPT_ORDER -> accept(officer, order, outcome, opinion);
            case HotlineOrder.Elements.ASSIGN_UNIT -> assign(officer, order, text(answers, "unit"), opinion);
            case HotlineOrder.Elements.HANDLE_ORDER -> handle(officer, order, outcome, opinion, answers);
            case HotlineOrder.Elements.ASSIST_ORDER -> {
                required(opinion, "opinion", "请写明协办意见。");
                store.set(order.no(), Map.of("assist_reply", opinion));
                yield noted(officer, order, "协办", opinion);
            }
            case HotlineOrder.Elements.APPROVE_EXTENSION -> approve(officer, order, outcome, opinion);
            case HotlineOrder.Elements.CALL_BACK -> {
                store.set(order.no(), Map.of("call_back", outcome, "call_back_note", opinion));
                yield noted(officer, order, "回访：" + callBack(outcome), opinion);
            }
            default -> throw new IllegalStateException("no answer is known for " + taskKey);
        };
    }

    private Map<String, Object> accept(Account officer, WorkOrder order, String outcome, String opinion) {
        if (!outcome.equals("return")) {
            return noted(officer, order, "签收", opinion);
        }
        required(opinion, "opinion", "申请退单须写明理由和依据。");
        if (clocks.returnLate(order, time.instant())) {
            throw Problem.conflict("return-late", "派单已超过二十四小时，不能再退单，请签收办理。");
        }
        store.set(
                order.no(),
                Map.of("return_reason", opinion, "returned_at", time.instant(), "state", OrderState.ASSIGNING.name()));
        return noted(officer, order, "申请退单", opinion);
    }

    private Map<String, Object> assign(Account officer, WorkOrder order, String unit, String opinion) {
        required(opinion, "opinion", "请写明定责理由。");
        if (!dispatch.knows(unit)) {
            throw Problem.invalid("unit-unknown", "没有这个承办单位，请重新选择。").with("field", "unit");
        }
        store.set(order.no(), Map.of("assigned_by", officer.username(), "assign_reason", opinion));
        noted(officer, order, "定责：" + dispatch.name(unit), opinion);
        return Map.of(HotlineOrder.Variables.UNIT, unit);
    }

    private Map<String, Object> handle(
            Account officer, WorkOrder order, String outcome, String opinion, Map<String, Object> answers) {
        return switch (outcome) {
            case "reply" -> {
                var reply = text(answers, "reply");
                required(reply, "reply", "请写明给诉求人的答复。");
                store.set(
                        order.no(),
                        Map.of("reply", reply, "replied_at", time.instant(), "replied_by", officer.username()));
                yield noted(officer, order, "答复", reply);
            }
            case "assist" -> assist(officer, order, text(answers, "coUnit"), opinion);
            default -> {
                required(opinion, "opinion", "请写明申请延期的理由。");
                if (order.extended()) {
                    throw Problem.conflict("extended-before", "办理期限只延长一次。");
                }
                store.set(order.no(), Map.of("extension_reason", opinion));
                yield noted(officer, order, "申请延期", opinion);
            }
        };
    }

    /** Others assist; whoever received the order first keeps the lead and the clock. */
    private Map<String, Object> assist(Account officer, WorkOrder order, String coUnit, String opinion) {
        required(opinion, "opinion", "请写明需要协办单位做什么。");
        if (!dispatch.knows(coUnit) || coUnit.equals(order.unit())) {
            throw Problem.invalid("unit-unknown", "请选择本单位以外的协办单位。").with("field", "coUnit");
        }
        store.assist(order.no(), coUnit, opinion);
        noted(officer, order, "请" + dispatch.name(coUnit) + "协办", opinion);
        return Map.of(HotlineOrder.Variables.CO_HANDLERS, Groups.ofDepartment(coUnit));
    }

    private Map<String, Object> approve(Account officer, WorkOrder order, String outcome, String opinion) {
        if (outcome.equals("approve")) {
            clocks.extend(order, limits.extensionDays(), order.extensionReason(), time.instant());
            store.set(order.no(), Map.of("extended", true));
            return noted(officer, order, "批准延期", opinion);
        }
        required(opinion, "opinion", "不批准的须写明理由。");
        return noted(officer, order, "不批准延期", opinion);
    }

    private Map<String, Object> noted(Account officer, WorkOrder order, String what, String detail) {
        cases.journal(order.no(), officer.name(), what, detail, time.instant());
        return Map.of();
    }

    static String callBack(String outcome) {
        return switch (outcome) {
            case "satisfied" -> "满意";
            case "unsatisfied" -> "不满意";
            default -> "未接通";
        };
    }

    private static void required(String text, String field, String sentence) {
        if (text.isBlank()) {
            throw Problem.invalid(field + "-missing", sentence).with("field", field);
        }
    }

    private static String text(Map<String, Object> answers, String key) {
        var answer = answers.get(key);
        return answer == null ? "" : answer.toString().strip();
    }
}
