package io.onevisit.workers;

/** The office knows this case: the model has a path drawn for the code. */
public class BusinessError extends RuntimeException {

    private final String code;

    public BusinessError(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
