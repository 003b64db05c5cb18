/** Answers to callers who asked for something impossible: problem+json with a sentence they can act on. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package io.onevisit.problems;
