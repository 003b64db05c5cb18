package io.onevisit.engine.expressions;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** A bean an expression may ask: {@code ${bean.question(execution, text…)}}, and nothing else can be done with it. */
interface Question {

    /**
     * @param arguments the arguments after {@code execution}
     * @return {@link #UNKNOWN} where the bean has no such question
     */
    Object answer(String question, DelegateExecution execution, String... arguments);

    Object UNKNOWN = new Object();
}
