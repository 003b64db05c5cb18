/** 另一方确认: whose agreement an application needs beside its applicant's, and what they answer. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.parties;
