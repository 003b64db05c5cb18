package io.onevisit.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An endpoint, or all of a controller, that works as the platform whoever calls it: what it reads has no owner, or is more than its caller may see as rows. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlatformWork {

    /** Why, and what keeps the answer within the caller's reach. */
    String value();
}
