package io.onevisit.bundles;

import io.onevisit.catalogue.CatalogueSeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Brings the catalogue and the release's bundles into an installation when it starts. */
@Component("bundlesOfRelease")
@Order(10)
class ReleaseOnStart implements ApplicationRunner, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseOnStart.class);

    private final CatalogueSeed catalogue;
    private final ReleasedBundles released;
    private final Publishing publishing;
    private volatile boolean done;

    ReleaseOnStart(CatalogueSeed catalogue, ReleasedBundles released, Publishing publishing) {
        this.catalogue = catalogue;
        this.released = released;
        this.publishing = publishing;
    }

    @Override
    public void run(ApplicationArguments args) {
        catalogue.fillWhatIsMissing();
        released.read().forEach(publishing::publishRelease);
        done = true;
        LOG.info("Bundles of the release are published");
    }

    /** Nobody is told that the platform is up before there is something to apply for. */
    @Override
    public Health health() {
        return done ? Health.up().build() : Health.outOfService().build();
    }
}
