package io.onevisit.parties;

import io.onevisit.cases.Cases;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Masked;
import io.onevisit.privacy.Personal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How the agreements that an application needs stand, for those who follow or handle it. */
@Component
public class Agreements {

    private final AgreementRows rows;
    private final Cases cases;
    private final Clock time;

    Agreements(AgreementRows rows, Cases cases, Clock time) {
        this.rows = rows;
        this.cases = cases;
        this.time = time;
    }

    public List<Standing> of(String applicationNo) {
        return rows.of(applicationNo).stream().map(this::standing).toList();
    }

    /** The application for which this paper was signed at a window. */
    public Optional<String> applicationWith(UUID paper) {
        return rows.applicationWith(paper);
    }

    private Standing standing(Agreement agreement) {
        var party = Party.in(cases.answers(agreement.applicationNo()), agreement.party());
        return new Standing(
                agreement.id(),
                agreement.party(),
                Masked.name(party.name()),
                agreement.waits(),
                agreement.state().name(),
                agreement.state().label(),
                agreement.lastDay(),
                agreement.reason(),
                agreement.waits() ? null : agreement.answeredAt(),
                agreement.remindedAt(),
                Requests.remindable(agreement, time.instant()));
    }

    /**
     * @param party prefix of the answers that name them
     * @param name of who was asked, masked
     * @param lastDay on which an answer is in time
     * @param reason why they refused, {@code null} where they did not
     * @param remindable whether they may be reminded now
     */
    public record Standing(
            UUID id,
            String party,
            @Personal(value = Mask.NAME, purpose = "告知等待谁确认") String name,
            boolean waits,
            String state,
            String stateLabel,
            LocalDate lastDay,
            @Personal(value = Mask.TEXT, purpose = "告知不同意的理由") String reason,
            Instant answeredAt,
            Instant remindedAt,
            boolean remindable) {}
}
