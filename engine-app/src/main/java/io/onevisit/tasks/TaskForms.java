package io.onevisit.tasks;

import io.onevisit.bundles.Bundles;
import io.onevisit.cases.Application;
import io.onevisit.cases.Applications;
import io.onevisit.engine.Tenants;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The forms a task may be answered with: the bundle's own in the edition the application began with, else the shared ones of
 * the city it is about.
 */
@Component
class TaskForms {

    private final Bundles bundles;
    private final Applications applications;

    TaskForms(Bundles bundles, Applications applications) {
        this.bundles = bundles;
        this.applications = applications;
    }

    Map<String, byte[]> of(WorkItem item) {
        if (item.subjectNo() != null) {
            return bundles.shared(Tenants.cityOf(item.subjectNo()));
        }
        return of(item, applications.get(item.applicationNo()));
    }

    Map<String, byte[]> of(WorkItem item, Application application) {
        var own = bundles.files(application.bundle(), application.edition());
        return own.containsKey(item.form() + ".form") ? own : bundles.shared(Tenants.cityOf(item.applicationNo()));
    }
}
