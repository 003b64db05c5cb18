package io.onevisit.engine.externaltasks;

/** A worker asked for what the protocol does not offer here. */
class WorkerRequestRefused extends RuntimeException {
    WorkerRequestRefused(String sentence) {
        super(sentence);
    }
}
