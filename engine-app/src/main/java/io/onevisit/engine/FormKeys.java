package io.onevisit.engine;

import org.camunda.bpm.engine.task.Task;

/** Which form a task asks for, by either of the two ways a model can name it. */
final class FormKeys {

    private FormKeys() {}

    static String of(Task task) {
        var form = task.getCamundaFormRef();
        return form == null ? task.getFormKey() : form.getKey();
    }
}
