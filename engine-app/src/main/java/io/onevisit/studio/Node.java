package io.onevisit.studio;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** An element of a BPMN or DMN file as it was read, without any meaning yet. */
record Node(QName name, Map<QName, String> attributes, List<Node> children, String text) {

    String local() {
        return name.getLocalPart();
    }

    boolean is(String namespace, String local) {
        return name.getNamespaceURI().equals(namespace) && name.getLocalPart().equals(local);
    }

    /** The attribute without a namespace, empty if absent. */
    String get(String attribute) {
        return attributes.getOrDefault(new QName(attribute), "");
    }

    String camunda(String attribute) {
        return attributes.getOrDefault(new QName(Namespaces.CAMUNDA, attribute), "");
    }

    String id() {
        return get("id");
    }

    Stream<Node> children(String local) {
        return children.stream().filter(child -> child.local().equals(local));
    }

    boolean has(String local) {
        return children(local).findAny().isPresent();
    }

    /** This element and everything in it, in the order of the file. */
    Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }

    /** Camunda's extensions of this element, of this kind. */
    Stream<Node> extensions(String local) {
        return children("extensionElements").flatMap(holder -> holder.children(local));
    }
}
