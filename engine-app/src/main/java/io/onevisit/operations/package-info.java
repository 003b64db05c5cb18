/** Running processes moved by hand, in bulk: tried first, seen by a second person, done in portions, kept for ever. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.operations;
