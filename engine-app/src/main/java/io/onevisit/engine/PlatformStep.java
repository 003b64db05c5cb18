package io.onevisit.engine;

/**
 * A named act on the platform's own state that a model asks for and that commits with the engine's transaction. A model
 * writes {@code camunda:delegateExpression="${name}"}; the list of names is closed.
 */
public interface PlatformStep {

    /** The name a model uses, in camelCase, e.g. {@code acceptCase}. */
    String name();

    void run(StepContext context);
}
