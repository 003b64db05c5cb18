package io.onevisit.privacy;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field of an answer that says something of a person. Masked as it is written, whatever the code put into it, unless it
 * is shown to whose it is, or to an office whose look is noted in the audit.
 */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonSerialize(using = PersonalSerializer.class)
public @interface Personal {

    Mask value();

    /** What it is shown for, in words. */
    String purpose();

    Shown shown() default Shown.MASKED;

    /** To whom it is shown in full. */
    enum Shown {
        MASKED,
        /** To whom it belongs. */
        TO_THE_PERSON,
        /** To an office that needs it for its work, on an address whose looks are noted, or to the platform's own workers. */
        AT_WORK
    }
}
