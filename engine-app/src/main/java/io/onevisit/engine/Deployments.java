package io.onevisit.engine;

import java.util.List;
import java.util.Map;

/** Publishes models: one deployment per bundle, all or nothing. */
public interface Deployments {

    /**
     * @param name the bundle's key
     * @param tenant the city's code, {@code null} for the province
     * @param files name (e.g. {@code newborn.bpmn}) to content; BPMN, DMN and forms
     * @return the deployment's id
     * @throws Rejected where a file is not well-formed or the engine refuses it; nothing is deployed
     */
    String deploy(String name, String tenant, Map<String, byte[]> files);

    /** Why models were refused, in words, at the element. */
    class Rejected extends RuntimeException {
        private final transient List<Finding> findings;

        public Rejected(List<Finding> findings) {
            super(findings.isEmpty() ? "模型被拒绝" : findings.get(0).message());
            this.findings = findings;
        }

        public List<Finding> findings() {
            return findings;
        }
    }

    /** @param element id of the element at fault, {@code null} for the whole file */
    record Finding(String file, String element, String message) {}
}
