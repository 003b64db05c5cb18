/** The hands of the platform: what every worker shares, and the way to the platform's worker API. */
package io.onevisit.workers;
