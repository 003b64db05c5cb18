/** Sensitive columns enciphered at rest, bound to their row, found by keyed hash; keys come through a port. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.vault;
