/** Notices: tell applicants what happened and what is asked of them. */
package io.onevisit.workers.notices;
