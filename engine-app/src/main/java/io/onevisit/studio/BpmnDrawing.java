package io.onevisit.studio;

import static io.onevisit.studio.BpmnModel.called;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every element is drawn: what is not drawn can be neither read nor corrected. */
final class BpmnDrawing {

    private BpmnDrawing() {}

    static void check(BpmnModel model, Node root) {
        Set<String> shapes = new HashSet<>();
        Set<String> edges = new HashSet<>();
        root.children("BPMNDiagram").flatMap(Node::all).forEach(part -> {
            if (part.is(Namespaces.BPMN_DRAWING, "BPMNShape") && placed(part)) {
                shapes.add(part.get("bpmnElement"));
            } else if (part.is(Namespaces.BPMN_DRAWING, "BPMNEdge")
                    && part.children("waypoint").count() >= 2) {
                edges.add(part.get("bpmnElement"));
            }
        });
        missing(model, model.nodes().stream(), shapes);
        missing(model, notes(model, "textAnnotation"), shapes);
        missing(model, model.flows().stream(), edges);
        missing(model, notes(model, "association"), edges);
        strangers(model, Stream.concat(shapes.stream(), edges.stream()).toList());
    }

    private static Stream<Node> notes(BpmnModel model, String local) {
        return model.process().all().filter(node -> node.is(Namespaces.BPMN, local));
    }

    private static void missing(BpmnModel model, Stream<Node> elements, Set<String> drawn) {
        elements.filter(element -> !drawn.contains(element.id()))
                .forEach(element -> model.findings().error(element.id(), "%s 没有画在图上，请在设计器里补画。", called(element)));
    }

    private static void strangers(BpmnModel model, List<String> drawn) {
        Set<String> ids = new HashSet<>();
        model.process().all().map(Node::id).forEach(ids::add);
        drawn.stream().filter(id -> !ids.contains(id)).forEach(id -> model.findings()
                .error(id, "图上有 “%s”，流程里却没有这个元素，请删除图形。", id));
    }

    private static boolean placed(Node shape) {
        return shape.children("Bounds").anyMatch(bounds -> Stream.of("x", "y", "width", "height")
                .allMatch(side -> bounds.get(side).matches("-?\\d{1,6}(\\.\\d{1,20})?")));
    }
}
