package io.onevisit.portal;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.cases.Application;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.OwnApplications;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.licenses.Answer;
import io.onevisit.licenses.Consent;
import io.onevisit.licenses.Consents;
import io.onevisit.licenses.LicenseType;
import io.onevisit.licenses.LicenseTypes;
import io.onevisit.licenses.Licenses;
import io.onevisit.materials.ConsentWithdrawal;
import io.onevisit.notices.Notices;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Masked;
import io.onevisit.privacy.Personal;
import io.onevisit.problems.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 我的授权: which license may be used for which application, what was read under it, and taking it back. */
@RestController
@RequestMapping("/api/consents")
class ConsentsController {

    private final Accounts accounts;
    private final Applications applications;
    private final OwnApplications ownApplications;
    private final Cases cases;
    private final Consents consents;
    private final ConsentWithdrawal withdrawal;
    private final LicenseTypes types;
    private final Notices notices;
    private final Clock time;

    ConsentsController(
            Accounts accounts,
            Applications applications,
            OwnApplications ownApplications,
            Cases cases,
            Consents consents,
            ConsentWithdrawal withdrawal,
            LicenseTypes types,
            Notices notices,
            Clock time) {
        this.accounts = accounts;
        this.applications = applications;
        this.ownApplications = ownApplications;
        this.cases = cases;
        this.consents = consents;
        this.withdrawal = withdrawal;
        this.types = types;
        this.notices = notices;
        this.time = time;
    }

    /**
     * @param applicationNo empty where somebody else applied
     * @param applicant who applied, masked where it is somebody else
     * @param ownLicense whether the license is the signed-in person's own
     * @param effect what taking it back does
     */
    record Shown(
            UUID id,
            String typeName,
            boolean ownLicense,
            String applicationNo,
            String applicationName,
            @Personal(value = Mask.NAME, purpose = "告知授权用于谁的申报") String applicant,
            String purpose,
            Instant grantedAt,
            Instant validUntil,
            Instant withdrawnAt,
            State state,
            Effect effect,
            List<Used> uses) {}

    enum State {
        GOOD,
        EXPIRED,
        WITHDRAWN
    }

    record Effect(ConsentWithdrawal.Effect.Kind kind, String sentence, List<String> papers) {
        static Effect of(ConsentWithdrawal.Effect effect) {
            return new Effect(effect.kind(), effect.sentence(), effect.papers());
        }
    }

    /** @param caseName the item it was looked up for, empty where for the whole application */
    record Used(Instant at, String who, String caseName, String purpose, boolean found) {}

    @Operation(summary = "我的授权：哪种证照可用于哪次申报、有效到何时、何时由谁查验过")
    @PlatformWork("本人给出的和关于本人证照的授权；他人的申报只有名称和脱敏的姓名")
    @GetMapping
    List<Shown> mine() {
        var person = accounts.current();
        var own = ownApplications.theirs(person).stream()
                .map(Application::applicationNo)
                .toList();
        var held = person.idNo() == null ? List.<Consent>of() : consents.ofHolder(person.idNo());
        return Stream.concat(consents.of(own).stream(), held.stream())
                .collect(Collectors.toMap(Consent::id, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(Consent::grantedAt).reversed().thenComparing(Consent::id))
                .map(consent -> shown(consent, person, withdrawal.effect(consent)))
                .toList();
    }

    @Operation(summary = "撤回授权：此后不再查验；尚未受理的事项改为提交材料")
    @PostMapping("/{id}/withdrawal")
    @Transactional
    @Noted(value = Verb.WITHDRAW_CONSENT, kind = Kind.CONSENT, number = "#id")
    public Shown withdraw(@PathVariable UUID id) {
        var person = accounts.current();
        var consent = consents.find(id)
                .filter(found -> concerns(found, person))
                .orElseThrow(() -> Problem.notFound("consent-unknown", "没有找到这项授权。"));
        var effect = withdrawal.withdraw(consent, person.username(), person.name(), time.instant());
        notices.send("consent-withdrawn:" + id, consent.applicationNo(), "", "consent-withdrawn");
        return shown(consents.find(id).orElseThrow(), person, effect);
    }

    private boolean concerns(Consent consent, Account person) {
        return consents.concerns(consent, person.idNo()) || own(consent, person);
    }

    private boolean own(Consent consent, Account person) {
        return ownApplications.isTheirs(person, applications.get(consent.applicationNo()));
    }

    private Shown shown(Consent consent, Account person, ConsentWithdrawal.Effect effect) {
        var application = applications.get(consent.applicationNo());
        var own = own(consent, person);
        return new Shown(
                consent.id(),
                types.find(consent.type()).map(LicenseType::name).orElse(consent.type()),
                consents.concerns(consent, person.registeredIdNo()),
                own ? application.applicationNo() : "",
                application.bundleName(),
                own ? application.applicantName() : Masked.name(application.applicantName()),
                consent.purpose(),
                consent.grantedAt(),
                consent.validUntil(),
                consent.withdrawnAt(),
                state(consent),
                Effect.of(effect),
                consents.uses(consent.id()).stream().map(this::used).toList());
    }

    private State state(Consent consent) {
        return consent.withdrawnAt() != null
                ? State.WITHDRAWN
                : consent.good(time.instant()) ? State.GOOD : State.EXPIRED;
    }

    private Used used(Licenses.Use use) {
        return new Used(
                use.at(),
                use.who(),
                use.caseNo().isEmpty()
                        ? ""
                        : cases.find(use.caseNo()).map(CaseFile::itemName).orElse(""),
                use.purpose(),
                use.result() == Answer.Result.FOUND);
    }
}
