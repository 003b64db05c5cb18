package io.onevisit.studio;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/** The part of BPMN that models may use: every element with every attribute, and nothing else. */
final class BpmnElements {

    private static final String NODE =
            "id name c:asyncBefore c:asyncAfter c:exclusive c:modelerTemplate c:modelerTemplateVersion";

    private static final Map<String, Set<QName>> BPMN = attributes(Map.ofEntries(
            entry(
                    "definitions",
                    "id name targetNamespace exporter exporterVersion m:executionPlatform m:executionPlatformVersion"),
            entry("process", "id name isExecutable c:historyTimeToLive c:versionTag"),
            entry("documentation", "id textFormat"),
            entry("extensionElements", ""),
            entry("startEvent", NODE + " isInterrupting"),
            entry("endEvent", NODE),
            entry("intermediateCatchEvent", NODE),
            entry("intermediateThrowEvent", NODE),
            entry("boundaryEvent", NODE + " attachedToRef cancelActivity"),
            entry("timerEventDefinition", "id"),
            entry("timeDate", "id x:type"),
            entry("messageEventDefinition", "id messageRef"),
            entry("errorEventDefinition", "id errorRef c:errorCodeVariable c:errorMessageVariable"),
            entry("terminateEventDefinition", "id"),
            entry("userTask", NODE + " c:formRef c:formRefBinding c:candidateGroups"),
            entry("serviceTask", NODE + " c:type c:topic c:delegateExpression"),
            entry(
                    "businessRuleTask",
                    NODE + " c:decisionRef c:decisionRefBinding c:decisionRefTenantId"
                            + " c:mapDecisionResult c:resultVariable"),
            entry("receiveTask", NODE + " messageRef"),
            entry("callActivity", NODE + " calledElement c:calledElementBinding c:calledElementTenantId"),
            entry("subProcess", NODE + " triggeredByEvent"),
            entry("exclusiveGateway", NODE + " default gatewayDirection"),
            entry("inclusiveGateway", NODE + " default gatewayDirection"),
            entry("parallelGateway", NODE + " gatewayDirection"),
            entry("eventBasedGateway", NODE + " gatewayDirection"),
            entry("sequenceFlow", "id name sourceRef targetRef"),
            entry("conditionExpression", "id x:type"),
            entry("incoming", ""),
            entry("outgoing", ""),
            entry("message", "id name"),
            entry("error", "id name errorCode"),
            entry("textAnnotation", "id textFormat"),
            entry("text", ""),
            entry("association", "id sourceRef targetRef associationDirection")));

    private static final Map<String, Set<QName>> CAMUNDA = attributes(Map.of(
            "inputOutput", "",
            "inputParameter", "name",
            "outputParameter", "name",
            "in", "businessKey source target",
            "out", "source target",
            "properties", "",
            "property", "id name value"));

    /** What carries out work or waits, as opposed to gateways, flows and notes. */
    static final Set<String> ACTIVITIES =
            Set.of("userTask", "serviceTask", "businessRuleTask", "receiveTask", "callActivity", "subProcess");

    static final Set<String> EVENTS =
            Set.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent");

    static final Set<String> GATEWAYS =
            Set.of("exclusiveGateway", "inclusiveGateway", "parallelGateway", "eventBasedGateway");

    private BpmnElements() {}

    static boolean isFlowNode(Node node) {
        var name = node.local();
        return node.name().getNamespaceURI().equals(Namespaces.BPMN)
                && (ACTIVITIES.contains(name) || EVENTS.contains(name) || GATEWAYS.contains(name));
    }

    /** The attributes this element may carry, {@code null} where the element itself is not allowed. */
    static Set<QName> attributesOf(QName element) {
        return switch (element.getNamespaceURI()) {
            case Namespaces.BPMN -> BPMN.get(element.getLocalPart());
            case Namespaces.CAMUNDA -> CAMUNDA.get(element.getLocalPart());
            default -> null;
        };
    }

    private static Map<String, Set<QName>> attributes(Map<String, String> lists) {
        return lists.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, list -> names(list.getValue())));
    }

    private static Set<QName> names(String list) {
        return list.lines()
                .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
                .filter(word -> !word.isEmpty())
                .map(BpmnElements::name)
                .collect(Collectors.toSet());
    }

    private static QName name(String word) {
        return switch (word.substring(0, Math.min(2, word.length()))) {
            case "c:" -> new QName(Namespaces.CAMUNDA, word.substring(2));
            case "x:" -> new QName(Namespaces.XSI, word.substring(2));
            case "m:" -> new QName(Namespaces.MODELER, word.substring(2));
            default -> new QName(word);
        };
    }
}
