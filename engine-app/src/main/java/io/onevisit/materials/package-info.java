/** What applicants hand in: documents, what was read in them, how it compares, and what is still missing. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.materials;
