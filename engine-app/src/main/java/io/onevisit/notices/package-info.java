/** The applicant's inbox; other channels by a port. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.notices;
