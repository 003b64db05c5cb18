/** What is personal in an answer, for which purpose it is shown, and how it is masked where it is not. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package io.onevisit.privacy;
