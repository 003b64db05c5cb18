/** Where an accepted case goes (办件智能分发): decided by rule with its reason, corrected by hand where the rule was wrong. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.distribution;
