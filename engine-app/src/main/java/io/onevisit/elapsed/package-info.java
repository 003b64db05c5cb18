/** Why a case is due on its day, and whose time it has taken so far: read from ledger, tasks, supplements and incidents. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.elapsed;
