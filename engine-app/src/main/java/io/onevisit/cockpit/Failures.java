package io.onevisit.cockpit;

import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import io.onevisit.engine.Incidents;
import io.onevisit.engine.Incidents.Again;
import io.onevisit.engine.Incidents.Care;
import io.onevisit.engine.Incidents.Incident;
import io.onevisit.identity.Account;
import io.onevisit.privacy.Masked;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stopped, and starting it again: an act that stands in the journal of the case. */
@Component
class Failures {

    private static final int MOST_TRIES = 20;
    private static final Duration LATEST = Duration.ofDays(30);
    private static final int LONGEST = 500;

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
    public void retry(Reach reach, String id, Account who, Again again) {
        if (again.tries() != null && (again.tries() < 1 || again.tries() > MOST_TRIES)) {
            throw Problem.invalid("retry-tries", "重试次数请填 1 至 %d。".formatted(MOST_TRIES))
                    .with("field", "tries");
        }
        if (again.at() != null && again.at().isAfter(time.instant().plus(LATEST))) {
            throw Problem.invalid("retry-late", "重试时间最晚为 %d 天以后。".formatted(LATEST.toDays()))
                    .with("field", "at");
        }
        var incident = within(reach, id);
        incidents.retry(id, again);
        journal(incident, who, "重试异常环节", incident.activity());
    }

    /** Who looks after it and what is being done stands with the incident until it ends, and in the journal of the case for good. */
    @Transactional
    public void care(Reach reach, String id, Account who, boolean mine, String note) {
        var said = note == null ? "" : note.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw Problem.invalid("note-missing", "请写明正在怎样处理，不超过 %d 个字。".formatted(LONGEST))
                    .with("field", "note");
        }
        var incident = within(reach, id);
        var masked = Masked.personsIn(said);
        incidents.care(id, new Care(mine ? who.username() : null, mine ? who.name() : null, masked, time.instant()));
        journal(incident, who, "登记异常处理情况", incident.activity() + "：" + masked);
    }

    private Incident within(Reach reach, String id) {
        return incidents
                .find(id)
                .filter(found -> reach.holdsNumber(found.businessKey()))
                .orElseThrow(() -> Problem.notFound("incident-unknown", "没有找到这个异常，请刷新列表。"));
    }

    private void journal(Incident incident, Account who, String what, String detail) {
        if (Numbers.isValid(incident.businessKey())) {
            cases.journal(incident.businessKey(), who.name(), what, detail, time.instant());
        }
    }
}
