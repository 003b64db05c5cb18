package io.onevisit.engine;

/** What a platform step may know of the place in the process it was called from. */
public interface StepContext {

    /** The application number in a bundle's process, the case number in an item's. */
    String businessKey();

    String processInstanceId();

    /** Key of the running process, e.g. {@code item-handling}. */
    String processKey();

    String activityId();

    /** The city's code, or the empty text where the province's edition runs. */
    String tenant();

    /** A process variable or input parameter, {@code null} where there is none. */
    Object variable(String name);

    /** Sets a variable of the process; text, truth values, numbers and {@code java.util.Date} only. */
    void set(String name, Object value);

    /** A variable as text, the empty text where there is none. */
    default String text(String name) {
        var value = variable(name);
        return value == null ? "" : value.toString();
    }
}
