package io.onevisit.workers.ocr;

/** A document that cannot be read, with the code of the reason. */
class Problem extends Exception {

    private final String code;

    Problem(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
