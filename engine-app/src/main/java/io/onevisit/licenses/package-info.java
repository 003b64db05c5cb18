/** The repository of e-licenses: issue, look up, authorise, and the journal of every use. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.licenses;
