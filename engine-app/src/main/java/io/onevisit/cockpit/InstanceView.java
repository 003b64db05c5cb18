package io.onevisit.cockpit;

import io.onevisit.cases.Application;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.engine.Editions.Edition;
import io.onevisit.engine.Incidents;
import io.onevisit.engine.InstanceDetails;
import io.onevisit.engine.InstanceDetails.Activity;
import io.onevisit.engine.InstanceDetails.Detail;
import io.onevisit.engine.InstanceDetails.Job;
import io.onevisit.engine.InstanceDetails.Link;
import io.onevisit.engine.InstanceDetails.Subscription;
import io.onevisit.engine.Instances;
import io.onevisit.privacy.Masked;
import io.onevisit.reach.Reach;
import io.onevisit.studio.ElementTemplates;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One process instance as operators see it: its tokens, its story, what it knows (masked) and what it waits for. */
@Component
class InstanceView {

    private final Instances instances;
    private final InstanceDetails details;
    private final Incidents incidents;
    private final ElementTemplates templates;
    private final Cases cases;
    private final Applications applications;
    private final NumberLights lights;

    InstanceView(
            Instances instances,
            InstanceDetails details,
            Incidents incidents,
            ElementTemplates templates,
            Cases cases,
            Applications applications,
            NumberLights lights) {
        this.instances = instances;
        this.details = details;
        this.incidents = incidents;
        this.templates = templates;
        this.cases = cases;
        this.applications = applications;
        this.lights = lights;
    }

    Page of(Reach reach, String id) {
        var root = instances.businessKey(id).filter(reach::holdsNumber).orElseThrow(Instances::unknown);
        var detail = details.find(id).orElseThrow(Instances::unknown);
        var number = detail.self().number().isEmpty() ? root : detail.self().number();
        var application = application(number);
        var light = lights.of(List.of(number)).get(number);
        return new Page(
                detail.self(),
                number,
                application.isPresent(),
                light == null ? NumberLights.NONE : light.light(),
                light == null ? null : light.dueAt(),
                detail.above(),
                detail.called(),
                detail.edition(),
                detail.startedAt(),
                detail.endedAt(),
                !detail.deleteReason().isEmpty(),
                detail.activities(),
                detail.variables().stream()
                        .map(variable -> new VariableRow(
                                variable.name(),
                                variable.type(),
                                shown(variable.value(), application.orElse(null)),
                                variable.scope()))
                        .toList(),
                detail.jobs().stream().filter(Job::timer).toList(),
                detail.jobs().stream().filter(job -> !job.timer()).toList(),
                work(detail),
                detail.subscriptions(),
                incidents.of(id));
    }

    private Optional<Application> application(String number) {
        return applications.find(cases.find(number).map(CaseFile::applicationNo).orElse(number));
    }

    private List<WorkRow> work(Detail detail) {
        var topics = templates.topics();
        return detail.work().stream()
                .map(task -> new WorkRow(
                        task.name(),
                        task.topic(),
                        topics.getOrDefault(task.topic(), task.topic()),
                        task.retries(),
                        task.worker(),
                        task.lockedUntil(),
                        task.since()))
                .toList();
    }

    /** Texts as in lists that many people read: numbers of persons masked, the applicant by the first character. */
    static String shown(Object value, Application application) {
        if (value == null) return "";
        if (value instanceof Collection<?> several) {
            return String.join(
                    "、", several.stream().map(one -> shown(one, application)).toList());
        }
        var text = value.toString();
        if (value instanceof Number || value instanceof Boolean || text.matches("[A-Z]?\\d{22}")) return text;
        var name = application == null ? "" : application.applicantName();
        var nameless = name.isEmpty() ? text : text.replace(name, Masked.name(name));
        return Masked.codesIn(Masked.numbersIn(Masked.personsIn(nameless)));
    }

    /**
     * @param number what it runs about; of what bears none itself that of the first one that called it
     * @param hasCase whether the number is that of a case or an application, which has a page of its own
     * @param dueAt of the number's clock, {@code null} where none runs
     * @param brokenOff whether it ended before its end
     */
    record Page(
            Link self,
            String number,
            boolean hasCase,
            String light,
            Instant dueAt,
            List<Link> above,
            List<Link> called,
            Edition edition,
            Instant startedAt,
            Instant endedAt,
            boolean brokenOff,
            List<Activity> activities,
            List<VariableRow> variables,
            List<Job> timers,
            List<Job> steps,
            List<WorkRow> work,
            List<Subscription> messages,
            List<Incidents.Incident> incidents) {}

    record VariableRow(String name, String type, String value, String scope) {}

    record WorkRow(
            String name,
            String topic,
            String topicName,
            int retries,
            String worker,
            Instant lockedUntil,
            Instant since) {}
}
