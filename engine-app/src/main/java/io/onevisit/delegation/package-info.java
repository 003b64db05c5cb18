/** Legal persons with who represents them, and mandates: who may act for whom, in what, until when. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.delegation;
