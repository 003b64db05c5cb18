/** The only package that configures the process engine or imports its classes; everyone else speaks to it through these types. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.engine;
