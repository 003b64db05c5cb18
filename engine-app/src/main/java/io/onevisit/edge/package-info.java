/** The HTTP edge: what holds for every request and every answer, whatever it is about. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.edge;
