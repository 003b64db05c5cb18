package io.onevisit.parties;

import io.onevisit.bundles.FieldDictionary;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.licenses.LicenseType;
import io.onevisit.licenses.LicenseTypes;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a second person is to know before they answer: who asks, for what, and what of theirs is used. */
@Component
class AgreementView {

    private final Applications applications;
    private final Cases cases;
    private final Answers answers;
    private final PartyLicenses licenses;
    private final LicenseTypes types;
    private final FieldDictionary fields;

    AgreementView(
            Applications applications,
            Cases cases,
            Answers answers,
            PartyLicenses licenses,
            LicenseTypes types,
            FieldDictionary fields) {
        this.applications = applications;
        this.cases = cases;
        this.answers = answers;
        this.licenses = licenses;
        this.types = types;
        this.fields = fields;
    }

    Shown of(Agreement agreement) {
        var application = applications.get(agreement.applicationNo());
        return new Shown(
                agreement.id(),
                application.organisation().isPresent() ? null : application.applicantName(),
                application.organisation().orElse(null),
                application.bundleName(),
                cases.ofApplication(application.applicationNo()).stream()
                        .map(CaseFile::itemName)
                        .toList(),
                data(agreement),
                licenses.types(agreement).stream()
                        .map(type -> types.find(type).map(LicenseType::name).orElse(type))
                        .toList(),
                agreement.purpose(),
                agreement.askedAt(),
                agreement.lastDay(),
                agreement.state().name(),
                agreement.state().label(),
                agreement.reason(),
                agreement.waits() ? null : agreement.answeredAt(),
                agreement.atWindow(),
                answers.canTakeBack(agreement));
    }

    /** What the questions are called that were answered about this person. */
    private List<String> data(Agreement agreement) {
        return cases.answers(agreement.applicationNo()).keySet().stream()
                .filter(key -> key.startsWith(agreement.party()))
                .sorted()
                .flatMap(key -> fields.find(key).stream())
                .filter(FieldDictionary.Field::personal)
                .map(FieldDictionary.Field::label)
                .toList();
    }

    /**
     * @param applicantName who asks, {@code null} where an organisation does
     * @param data what of the person's data is used, by the names of the questions
     * @param licenses whose use is agreed to with it, by name
     * @param lastDay on which an answer is in time
     * @param answeredAt {@code null} while it is waited for
     */
    record Shown(
            UUID id,
            @Personal(value = Mask.NAME, purpose = "告知是谁的申报") String applicantName,
            String organisation,
            String bundleName,
            List<String> items,
            List<String> data,
            List<String> licenses,
            String purpose,
            Instant askedAt,
            LocalDate lastDay,
            String state,
            String stateLabel,
            @Personal(value = Mask.TEXT, purpose = "本人所写的理由") String reason,
            Instant answeredAt,
            boolean atWindow,
            boolean retractable) {}
}
