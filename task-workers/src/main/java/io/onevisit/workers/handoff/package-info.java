/** Hand-off: carry cases to the departments' own systems, each message once, whatever happens on the way. */
package io.onevisit.workers.handoff;
