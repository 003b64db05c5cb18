/** Exchange with department systems: messages out, signed and idempotent callbacks in. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.handoff;
