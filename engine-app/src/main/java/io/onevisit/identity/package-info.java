/** Accounts, roles, sign-on and sessions. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.identity;
