package io.onevisit.cockpit;

import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import io.onevisit.engine.Incidents;
import io.onevisit.engine.Incidents.Incident;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stopped, and starting it again: an act that stands in the journal of the case. */
@Component
class Failures {

    private final Incidents incidents;
    private final Cases cases;
    private final Clock time;

    Failures(Incidents incidents, Cases cases, Clock time) {
        this.incidents = incidents;
        this.cases = cases;
        this.time = time;
    }

    List<Incident> open(Reach reach) {
        return incidents.open().stream()
                .filter(incident -> reach.holdsNumber(incident.businessKey()))
                .toList();
    }

    @Transactional
    public void retry(Reach reach, String id, Account who) {
        var incident = incidents
                .find(id)
                .filter(found -> reach.holdsNumber(found.businessKey()))
                .orElseThrow(() -> Problem.notFound("incident-unknown", "没有找到这个异常，请刷新列表。"));
        incidents.retry(id);
        if (Numbers.isValid(incident.businessKey())) {
            cases.journal(incident.businessKey(), who.name(), "重试异常环节", incident.activity(), time.instant());
        }
    }
}
