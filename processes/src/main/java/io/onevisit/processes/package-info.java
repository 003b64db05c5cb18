/** The names in the models that Java relies on: constants only, no dependency. */
package io.onevisit.processes;
