package io.onevisit.delegation;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends mandates by time, so that both sides are told and drafts go back; nobody acts under one in the meantime either. */
@Component
class MandateExpiry {

    private final Mandates mandates;

    MandateExpiry(Mandates mandates) {
        this.mandates = mandates;
    }

    @Scheduled(cron = "${onevisit.delegation.expiry:0 5 0 * * *}", zone = "Asia/Shanghai")
    @SchedulerLock(name = "mandate-expiry")
    void sweep() {
        mandates.expire();
    }
}
