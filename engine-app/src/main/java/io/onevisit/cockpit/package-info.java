/** Running cases, lights, cards, incidents and operations on instances. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.cockpit;
