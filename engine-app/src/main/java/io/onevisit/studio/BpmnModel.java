package io.onevisit.studio;

import java.util.List;

/** One process of a bundle under check, with the questions that several rules ask of it. */
record BpmnModel(Draft draft, ModelFile file, Node process, List<Node> nodes, List<Node> flows, Findings findings) {

    static BpmnModel of(Draft draft, ModelFile file, Node process) {
        var nodes = process.all().filter(BpmnElements::isFlowNode).toList();
        var flows = process.all()
                .filter(node -> node.is(Namespaces.BPMN, "sequenceFlow"))
                .toList();
        return new BpmnModel(draft, file, process, nodes, flows, file.findings());
    }

    List<Node> kind(String local) {
        return nodes.stream().filter(node -> node.local().equals(local)).toList();
    }

    List<Node> leaving(Node node) {
        return flows.stream()
                .filter(flow -> flow.get("sourceRef").equals(node.id()))
                .toList();
    }

    List<Node> entering(Node node) {
        return flows.stream()
                .filter(flow -> flow.get("targetRef").equals(node.id()))
                .toList();
    }

    /** The label in quotes, or the id of what has none. */
    static String called(Node node) {
        return node.get("name").isBlank() ? node.id() : "“" + node.get("name").strip() + "”";
    }
}
