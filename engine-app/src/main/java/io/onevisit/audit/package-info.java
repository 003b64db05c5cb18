/** The tamper-evident record of who saw and did what: written in the act's transaction, sealed, anchored, verified. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.audit;
