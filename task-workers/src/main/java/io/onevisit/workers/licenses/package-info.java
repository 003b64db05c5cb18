/** Licenses: find those that replace a material, issue the one a case ends in. */
package io.onevisit.workers.licenses;
