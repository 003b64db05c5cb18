/** 公示: what a case makes public for a time, and what people say against it. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.publicity;
