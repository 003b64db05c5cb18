/** The published bundles: bundle.yaml and models as one edition, situation guide, composed form. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.bundles;
