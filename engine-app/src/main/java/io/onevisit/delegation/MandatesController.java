package io.onevisit.delegation;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Accounts;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 授权与代办, 我代表的单位: given, received, answered, ended; and for whom one may act. */
@RestController
class MandatesController {

    private static final String OF_THE_SIGNED_IN = "委托按登录人的账号、号码和手机查找，对方只给出脱敏的姓名";

    private final Accounts accounts;
    private final Mandates mandates;
    private final LegalPersons legalPersons;
    private final Actings actings;
    private final MandatePapers papers;
    private final MandateScope scope;

    MandatesController(
            Accounts accounts,
            Mandates mandates,
            LegalPersons legalPersons,
            Actings actings,
            MandatePapers papers,
            MandateScope scope) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.legalPersons = legalPersons;
        this.actings = actings;
        this.papers = papers;
        this.scope = scope;
    }

    @PlatformWork(OF_THE_SIGNED_IN)
    @GetMapping("/api/legal-persons")
    List<LegalPersons.Line> represented() {
        return legalPersons.of(accounts.current());
    }

    @PostMapping("/api/legal-persons")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.CLAIM_LEGAL_PERSON, kind = Kind.LEGAL_PERSON, number = "#asked.creditCode()")
    LegalPersons.Line claim(@Validated @RequestBody Claim asked) {
        return legalPersons.claim(accounts.current(), asked.creditCode().strip().toUpperCase());
    }

    @PlatformWork(OF_THE_SIGNED_IN)
    @GetMapping("/api/acting")
    List<Actings.Choice> choices() {
        return actings.choices(accounts.current());
    }

    @PlatformWork(OF_THE_SIGNED_IN)
    @GetMapping("/api/mandates")
    Both mine() {
        var person = accounts.current();
        return new Both(
                mandates.given(person).stream().map(this::line).toList(),
                mandates.received(person).stream().map(this::line).toList());
    }

    @PostMapping("/api/mandates")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.GIVE_MANDATE, kind = Kind.MANDATE, number = "#result.id()")
    Line give(@Validated @RequestBody Given given) {
        var person = accounts.current();
        return line(mandates.give(person, given.creditCode(), given.terms()));
    }

    @PostMapping("/api/window-mandates")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.GIVE_MANDATE, kind = Kind.MANDATE, number = "#result.id()")
    Line giveAtWindow(@Validated @RequestBody GivenAtWindow given) {
        return line(mandates.giveAtWindow(
                accounts.current(), given.present(), given.given().terms()));
    }

    @PostMapping("/api/mandates/{id}/acceptance")
    @Noted(value = Verb.ANSWER_MANDATE, kind = Kind.MANDATE, number = "#id")
    Line accept(@PathVariable UUID id) {
        return line(mandates.accept(accounts.current(), id));
    }

    @PostMapping("/api/mandates/{id}/refusal")
    @Noted(value = Verb.ANSWER_MANDATE, kind = Kind.MANDATE, number = "#id")
    Line refuse(@PathVariable UUID id) {
        return line(mandates.refuse(accounts.current(), id));
    }

    @PostMapping("/api/mandates/{id}/end")
    @Noted(value = Verb.END_MANDATE, kind = Kind.MANDATE, number = "#id", why = "#asked.why()")
    Line end(@PathVariable UUID id, @RequestBody End asked) {
        return line(mandates.end(accounts.current(), id, asked.why()));
    }

    @PostMapping("/api/mandates/{id}/papers")
    @Noted(value = Verb.PROVE_MANDATE, kind = Kind.MANDATE, number = "#id")
    Line prove(@PathVariable UUID id, @Validated @RequestBody Proof proof) {
        return line(mandates.prove(accounts.current(), id, proof.papers()));
    }

    private Line line(Mandate m) {
        return new Line(
                m.id(),
                m.kind().name(),
                m.kind().label(),
                m.principalName(),
                m.agentName(),
                m.agentPhone(),
                m.subjects(),
                scope.names(m.subjects()),
                m.licenses(),
                m.fromOn(),
                m.untilOn(),
                m.evidence(),
                papers.of(m.id()),
                m.state().name(),
                m.givenAt(),
                m.endedAt(),
                m.endedWhy());
    }

    record Claim(@NotBlank @Size(max = 40) String creditCode) {}

    record Both(List<Line> given, List<Line> received) {}

    /**
     * @param creditCode for the legal person one represents, {@code null} for oneself
     * @param papers documents uploaded before, {@code null} for none
     */
    record Given(
            String creditCode,
            @NotBlank @Size(max = 60) String agentName,
            @NotBlank @Size(max = 20) String agentPhone,
            @NotNull List<@NotBlank @Size(max = 80) String> subjects,
            boolean licenses,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            List<@NotNull UUID> papers) {

        Mandates.Terms terms() {
            return new Mandates.Terms(
                    agentName, agentPhone, subjects, licenses, from, until, papers == null ? List.of() : papers);
        }
    }

    record Proof(@NotEmpty(message = "请上传授权委托书。") List<@NotNull UUID> papers) {}

    record GivenAtWindow(@NotNull Mandates.Present present, @NotNull @Valid Given given) {}

    record End(String why) {}

    /** A mandate as either side sees it. */
    record Line(
            UUID id,
            String kind,
            String kindLabel,
            String principalName,
            String agentName,
            @Personal(value = Mask.PHONE, purpose = "认出授权给了谁") String agentPhone,
            List<String> subjects,
            List<String> subjectNames,
            boolean licenses,
            LocalDate from,
            LocalDate until,
            String evidence,
            List<UUID> papers,
            String state,
            Instant givenAt,
            Instant endedAt,
            String endedWhy) {}
}
