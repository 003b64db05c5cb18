/** Application and case life cycle, numbers and the journal of what happened. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.cases;
