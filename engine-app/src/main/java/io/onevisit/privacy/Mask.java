package io.onevisit.privacy;

import java.util.function.UnaryOperator;

/** How a personal field is masked; masked twice it is the same. */
public enum Mask {
    /** 张* */
    NAME(Masked::name),
    /** 4301**********1234 */
    ID_NO(Masked::idNo),
    /** 138****5678 */
    PHONE(Masked::phone),
    /** A text with the numbers in it masked. */
    TEXT(Masked::numbersIn);

    private final UnaryOperator<String> mask;

    Mask(UnaryOperator<String> mask) {
        this.mask = mask;
    }

    String of(String value) {
        return mask.apply(value);
    }
}
