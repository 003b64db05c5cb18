/** The demonstration: scans of people who do not exist, departments that play along, three families to watch. */
package io.onevisit.demo;
