package io.onevisit.processes;

/** The names in {@code on-site-inspection.bpmn} that Java relies on. */
public final class OnSiteInspection {
    public static final String PROCESS = "on-site-inspection";
    /** What the journal calls the task whose answer tells what was found. */
    public static final String RECORDED = "登记核查结论";

    private OnSiteInspection() {}
}
