/** Proves on the running installation that nothing was lost, done twice or left too late. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.verification;
