package io.onevisit.studio;

import java.util.Set;

/** The XML namespaces a model may speak. */
final class Namespaces {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    static final String BIODI = "http://bpmn.io/schema/dmn/biodi/2.0";
    static final String BPMN_DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";

    static final Set<String> DMN = Set.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd");

    /** Namespaces of the drawing: where things stand, nothing that runs. */
    static final Set<String> DRAWING = Set.of(
            BPMN_DRAWING,
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/");

    private Namespaces() {}
}
