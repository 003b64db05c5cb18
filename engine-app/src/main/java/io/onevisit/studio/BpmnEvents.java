package io.onevisit.studio;

import static io.onevisit.studio.BpmnModel.called;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Timers that follow the clock, messages that somebody sends, errors that have a code. */
final class BpmnEvents {

    private BpmnEvents() {}

    static void check(BpmnModel model, Node root) {
        timers(model);
        messages(model, root);
        errors(model, root);
        model.kind("intermediateThrowEvent").stream()
                .filter(event ->
                        event.children().stream().anyMatch(part -> part.local().endsWith("EventDefinition")))
                .forEach(event -> model.findings().error(event.id(), "%s：中间抛出事件只能作为里程碑，不能发送消息或信号。", called(event)));
        model.kind("endEvent").stream()
                .filter(event -> event.has("messageEventDefinition"))
                .forEach(event -> model.findings().error(event.id(), "%s：结束事件不能发送消息。", called(event)));
    }

    private static void timers(BpmnModel model) {
        for (var event : model.nodes()) {
            event.children("timerEventDefinition").forEach(timer -> {
                var dates = timer.children("timeDate").toList();
                if (dates.size() != 1 || !Expressions.isInstant(dates.get(0).text(), event.id())) {
                    model.findings()
                            .error(
                                    event.id(),
                                    "%s 的定时器应由时限台账决定：请选“日期”，写 ${clock.blueAt(execution)}、yellowAt、redAt、supplementDueAt，或 ${clock.dueAt(execution, 'RATING_CONTACT')} 并把定时器的 id 写成 ratingContactDue；每年固定截止的写 ${clock.endOf(execution, '变量')}，由前面的环节登记在变量里的写 ${clock.at(execution, '变量')}。",
                                    called(event));
                }
            });
        }
    }

    private static void messages(BpmnModel model, Node root) {
        var messages = root.children("message").toList();
        for (var message : messages) {
            if (!Vocabulary.kebab(message.get("name"))) {
                model.findings()
                        .error(message.id(), "消息名 “%s” 应为小写英文加连字符，例如 department-answered。", message.get("name"));
            } else if (!Vocabulary.MESSAGES.contains(message.get("name"))) {
                model.findings().error(message.id(), "没有谁会发出消息 “%s”，流程会一直等下去。", message.get("name"));
            }
        }
        var known = ids(messages);
        model.process().all().filter(BpmnEvents::waitsForMessage).forEach(node -> {
            if (!known.contains(node.get("messageRef"))) {
                model.findings().error(node.id(), "%s 没有说明等待哪个消息。", called(node));
            }
        });
    }

    private static boolean waitsForMessage(Node node) {
        return node.is(Namespaces.BPMN, "receiveTask") || node.is(Namespaces.BPMN, "messageEventDefinition");
    }

    private static void errors(BpmnModel model, Node root) {
        var errors = root.children("error").toList();
        errors.stream()
                .filter(error -> !Vocabulary.kebab(error.get("errorCode")))
                .forEach(error -> model.findings()
                        .error(error.id(), "错误代码 “%s” 应为小写英文加连字符，例如 applicant-unknown。", error.get("errorCode")));
        var known = ids(errors);
        for (var event : model.nodes()) {
            event.children("errorEventDefinition")
                    .filter(error -> !known.contains(error.get("errorRef")))
                    .forEach(error -> model.findings().error(event.id(), "%s 没有说明是哪个错误。", called(event)));
        }
    }

    private static Set<String> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).collect(Collectors.toSet());
    }
}
