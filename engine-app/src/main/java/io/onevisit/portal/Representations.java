package io.onevisit.portal;

import io.onevisit.bundles.Bundle;
import io.onevisit.bundles.Bundles;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.ServiceItem;
import io.onevisit.delegation.Acting;
import io.onevisit.delegation.Actings;
import io.onevisit.delegation.AgentKind;
import io.onevisit.identity.Account;
import io.onevisit.identity.AccountKind;
import io.onevisit.problems.Problem;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** For whom a draft is, asked anew each time: a mandate that ended meanwhile refuses with its sentence. */
@Component
class Representations {

    private static final String PERSONS = "1";

    private final Window window;
    private final Actings actings;
    private final Bundles bundles;
    private final Catalogue catalogue;

    Representations(Window window, Actings actings, Bundles bundles, Catalogue catalogue) {
        this.window = window;
        this.actings = actings;
        this.bundles = bundles;
        this.catalogue = catalogue;
    }

    Representation of(Draft draft, Account signedIn) {
        if (draft.applicant() != null) {
            return Representation.self(window.applicant(draft, signedIn));
        }
        if (draft.mandate() != null) {
            return acting(actings.under(signedIn, draft.mandate()), draft.bundle());
        }
        return draft.legalPerson() != null
                ? acting(actings.representingAccount(signedIn, draft.legalPerson()), draft.bundle())
                : Representation.self(signedIn);
    }

    /** For whom somebody begins a draft; {@code null} where for themselves. */
    Acting chosen(Account person, ActingFor chosen, String key, String region) {
        if (chosen == null || (chosen.mandate() == null && chosen.creditCode() == null)) {
            return null;
        }
        var acting = chosen.mandate() != null
                ? actings.under(person, chosen.mandate())
                : actings.representing(person, chosen.creditCode());
        var bundle = bundles.find(key);
        acting.refuseOutside(bundle.subject(), bundle.name());
        if (bundle.isSingle()) {
            refuse(
                    new Representation(acting.principal(), person, acting),
                    List.of(catalogue.item(bundle.items().get(0).code(), region)));
        }
        refuseOtherAudience(acting, bundle);
        return acting;
    }

    /** A bundle says for whom it is; of a single item the item does. */
    private static void refuseOtherAudience(Acting acting, Bundle bundle) {
        var organisation = acting.principal().kind() == AccountKind.LEGAL;
        if (!bundle.isSingle() && organisation == bundle.audience().equals("PERSON")) {
            throw Problem.invalid(
                            organisation ? "item-for-persons" : "item-for-organisations",
                            organisation
                                    ? "“%s”只面向自然人，不能以单位名义申报。".formatted(bundle.name())
                                    : "“%s”只面向单位，请以单位名义申报。".formatted(bundle.name()))
                    .with("field", "actingFor");
        }
    }

    /** What may not be applied for by an agent, or not by this kind of applicant. */
    void refuse(Representation representation, Collection<ServiceItem> items) {
        if (representation.acting() == null) {
            return;
        }
        for (var item : items) {
            if (item.rules().presence() && !representation.organisation()) {
                throw Problem.forbidden(
                        "presence-required",
                        "“%s”依法应当由申请人本人到场提出申请，不能委托他人代办（行政许可法第二十九条）。请本人携带身份证件到政务服务窗口办理。".formatted(item.name()));
            }
            var persons = item.rules().audience().equals(List.of(PERSONS));
            if (representation.organisation() && persons) {
                throw Problem.invalid("item-for-persons", "“%s”只面向自然人，不能以单位名义申报。".formatted(item.name()))
                        .with("field", "actingFor");
            }
            if (!representation.organisation()
                    && representation.acting().kind() != AgentKind.HELPER
                    && !item.rules().serves(PERSONS)) {
                throw Problem.invalid("item-for-organisations", "“%s”只面向单位，请以单位名义申报。".formatted(item.name()))
                        .with("field", "actingFor");
            }
        }
    }

    private Representation acting(Acting acting, String key) {
        Bundle bundle = bundles.find(key);
        acting.refuseOutside(bundle.subject(), bundle.name());
        return new Representation(acting.principal(), acting.agent(), acting);
    }

    static String legalPerson(Acting acting) {
        return acting != null && acting.principal().kind() == AccountKind.LEGAL
                ? acting.principal().username()
                : null;
    }

    /**
     * @param mandate under which, or
     * @param creditCode of the legal person one represents
     */
    record ActingFor(UUID mandate, String creditCode) {}
}
