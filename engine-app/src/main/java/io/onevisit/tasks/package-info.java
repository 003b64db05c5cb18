/** The worklist of clerks and approvers and everything on one task. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.tasks;
