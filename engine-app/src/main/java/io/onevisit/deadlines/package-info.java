/** Working calendar, clock ledger, lights and the engine's alarms set from them. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.deadlines;
