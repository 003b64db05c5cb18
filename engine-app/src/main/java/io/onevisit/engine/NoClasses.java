package io.onevisit.engine;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/** Makes no class that a model names: models speak to Java by topics and platform steps only. */
class NoClasses implements ArtifactFactory {
    @Override
    public <T> T getArtifact(Class<T> type) {
        throw new ProcessEngineException("模型不得引用 Java 类（%s）：请改用平台步骤或任务主题。".formatted(type.getName()));
    }
}
