package io.onevisit.workers;

import org.camunda.bpm.client.task.ExternalTask;

/** What a task is about, in the numbers of the office. */
public final class Work {

    private Work() {}

    public static String applicationNo(ExternalTask task) {
        String number = task.getVariable("applicationNo");
        return number == null ? task.getBusinessKey() : number;
    }

    /** The case, or {@code null} where the work is for the application as a whole. */
    public static String caseNo(ExternalTask task) {
        var key = task.getBusinessKey();
        return key == null || key.equals(applicationNo(task)) ? null : key;
    }
}
