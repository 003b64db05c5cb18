package io.onevisit.processes;

/** The names in {@code department-told.bpmn} that Java relies on. */
public final class DepartmentTold {
    public static final String PROCESS = "department-told";

    private DepartmentTold() {}
}
