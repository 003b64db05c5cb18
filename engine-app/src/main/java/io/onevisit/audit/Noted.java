package io.onevisit.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What calling this endpoint leaves in the audit. An act and its entry are one transaction; the entry of a look is
 * committed before the answer leaves; a refused call is noted with its code after the act was rolled back.
 *
 * <p>Texts are expressions over the method's parameters, {@code #no} for one, and {@code #result}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Noted {

    Verb value();

    Kind kind() default Kind.NONE;

    /** Which one, by the number people call it by. */
    String number() default "";

    /** The reason given, where the caller gives one; otherwise the verb's purpose stands. */
    String why() default "";

    /** Which system calls, where no person is signed in. */
    String who() default "";

    /** Only an officer's call is noted: a citizen does here what is their own and nobody else's. */
    boolean ofOfficers() default false;

    /** The act commits batch by batch in transactions of its own; its entry follows it. */
    boolean inBatches() default false;
}
