/** Deletion of personal data past its period, batch by batch, with a proof of what was removed and holds that stop it. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.retention;
