package io.onevisit.engine;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;

/**
 * Stands where the engine keeps Java objects as bytes, and reads none. It writes the rows of a decision, which the engine
 * turns into bytes while it maps them to variables and then drops; every other object is refused.
 */
class NothingSerialised extends JavaObjectSerializer {

    @Override
    protected byte[] serializeToByteArray(Object value) throws Exception {
        if (value instanceof DmnDecisionResult) {
            return super.serializeToByteArray(value);
        }
        throw refused();
    }

    @Override
    protected Object deserializeFromByteArray(byte[] bytes, String typeName) {
        throw refused();
    }

    private static ProcessEngineException refused() {
        return new ProcessEngineException("流程变量只能是文本、布尔、数字和日期，不能保存 Java 对象。");
    }
}
