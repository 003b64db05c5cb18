/** What can be applied for and by whom it is done: regions, departments, service items, materials, license types, holidays. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.catalogue;
