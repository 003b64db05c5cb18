/** Materials: read what was uploaded, and hold it against what is known already. */
package io.onevisit.workers.materials;
