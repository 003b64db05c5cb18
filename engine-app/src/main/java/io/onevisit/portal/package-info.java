/** What an applicant does: apply, supplement, track. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.portal;
