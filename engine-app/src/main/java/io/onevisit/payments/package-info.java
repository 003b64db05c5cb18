/** 缴费: what a case costs, how it is paid, and what is paid in vain. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.payments;
