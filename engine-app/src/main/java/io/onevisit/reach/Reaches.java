package io.onevisit.reach;

import io.onevisit.audit.Kind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a changing endpoint changes, where no {@link io.onevisit.audit.Noted} says it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reaches {

    Kind kind();

    /** Which one: an expression over the method's parameters. */
    String number();
}
