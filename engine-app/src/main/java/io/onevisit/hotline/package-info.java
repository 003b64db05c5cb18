/** 12345: what people ask of the hotline, the unit it is dispatched to, answer and call-back. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.hotline;
