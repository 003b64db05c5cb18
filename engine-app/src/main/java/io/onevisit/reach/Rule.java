package io.onevisit.reach;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import java.lang.reflect.Method;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * What of an endpoint lies within its caller's reach.
 *
 * @param kind of what a changing endpoint changes
 * @param number expression for its number, empty where it changes nothing that is there already
 * @param verb what is done, {@code null} where the audit keeps nothing of it
 * @param platform whether it works as the platform, and says why
 */
record Rule(Kind kind, String number, Verb verb, boolean platform) {

    static Rule of(Method endpoint) {
        var platform = AnnotatedElementUtils.hasAnnotation(endpoint, PlatformWork.class)
                || AnnotatedElementUtils.hasAnnotation(endpoint.getDeclaringClass(), PlatformWork.class);
        var reaches = AnnotatedElementUtils.findMergedAnnotation(endpoint, Reaches.class);
        if (reaches != null) {
            return new Rule(reaches.kind(), reaches.number(), null, platform);
        }
        var noted = AnnotatedElementUtils.findMergedAnnotation(endpoint, Noted.class);
        return noted == null || noted.number().contains("#result")
                ? new Rule(Kind.NONE, "", null, platform)
                : new Rule(noted.kind(), noted.number(), noted.value(), platform);
    }

    /** Whether it is about something of somebody's that was there before. */
    boolean checked() {
        return !platform && !number.isEmpty() && Things.kinds().contains(kind);
    }
}
