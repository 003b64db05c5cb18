package io.onevisit.engine;

import org.springframework.stereotype.Component;

/** Platform steps that only the tests' models name; found by the scan because they lie beside the engine. */
public final class TestSteps {

    private TestSteps() {}

    @Component
    public static class Fails implements PlatformStep {
        public boolean mended;

        @Override
        public String name() {
            return "failsInTests";
        }

        @Override
        public void run(StepContext context) {
            if (!mended) {
                throw new IllegalStateException("the register does not answer");
            }
        }
    }

    @Component
    static class Counts implements PlatformStep {
        @Override
        public String name() {
            return "countsInTests";
        }

        @Override
        public void run(StepContext context) {
            var before = context.variable("counted");
            context.set("counted", before == null ? 1 : (Integer) before + 1);
        }
    }
}
