/** Where analysts draft, check and publish models. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.studio;
