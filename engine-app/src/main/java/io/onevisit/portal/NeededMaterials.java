package io.onevisit.portal;

import io.onevisit.bundles.Bundles;
import io.onevisit.bundles.Guide;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Exemption;
import io.onevisit.catalogue.Material;
import io.onevisit.identity.Account;
import io.onevisit.licenses.License;
import io.onevisit.licenses.Licenses;
import io.onevisit.problems.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which materials a person's choice needs, whose papers they are, and which a license in the repository replaces. */
@Component
class NeededMaterials {

    private static final String APPLICANT = "applicant";

    private final Bundles bundles;
    private final Guide guide;
    private final Catalogue catalogue;
    private final Licenses licenses;

    NeededMaterials(Bundles bundles, Guide guide, Catalogue catalogue, Licenses licenses) {
        this.bundles = bundles;
        this.guide = guide;
        this.catalogue = catalogue;
        this.licenses = licenses;
    }

    List<Needed> of(String bundle, Map<String, Object> answers, String region, Set<String> chosen, Account person) {
        var parties = bundles.find(bundle).parties();
        return guide.materials(bundle, answers, region, chosen).stream()
                .map(need -> {
                    var material = catalogue
                            .material(need.material())
                            .orElseThrow(() -> new IllegalStateException("Unknown material " + need.material()));
                    var holder = holder(material, answers, person);
                    var types = need.licenseTypes(material);
                    var byAgreement = parties.contains(holder.role()) && !types.isEmpty();
                    return new Needed(material, need, holder, license(types, holder, person), byAgreement);
                })
                .toList();
    }

    /** Whose paper it is; a form's answer may tell, e.g. with which parent the child is registered. */
    private static Holder holder(Material material, Map<String, Object> answers, Account person) {
        if (material.holder().equals(APPLICANT)) {
            return new Holder(APPLICANT, person.name(), person.registeredIdNo());
        }
        var role = answers.containsKey(material.holder()) ? text(answers.get(material.holder())) : material.holder();
        return new Holder(role, text(answers.get(role + "Name")), text(answers.get(role + "IdNo")));
    }

    private Optional<License> license(List<String> types, Holder holder, Account person) {
        if (person.idNo() == null || !licenses.speaksFor(person.idNo(), holder.idNo())) {
            return Optional.empty();
        }
        return types.stream()
                .flatMap(type -> licenses.good(holder.idNo(), type).stream())
                .findFirst();
    }

    private static String text(Object answer) {
        return answer == null ? "" : answer.toString().strip();
    }

    /** A 404 problem where the material is not among those needed. */
    static Needed only(List<Needed> needed, String key) {
        return needed.stream()
                .filter(n -> n.material().key().equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("material-unknown", "本次申报不需要这份材料。"));
    }

    record Holder(String role, String name, String idNo) {}

    /**
     * @param license the license that replaces it, empty where there is none or none may
     * @param byAgreement whether its holder is asked to agree first: their license is looked up then, and the paper is asked for only
     *     where there is none
     */
    record Needed(Material material, Guide.Need need, Holder holder, Optional<License> license, boolean byAgreement) {

        /** Whether the applicant has to hand something in for it. */
        boolean required() {
            return need.required() && !byAgreement;
        }

        String reason() {
            return byAgreement ? "%s；由其本人确认后查验电子证照，查不到的届时再补交".formatted(need.reason()) : need.reason();
        }

        /** Whether nobody is asked for it: the department verifies its own data. */
        boolean spared() {
            return need.exemption() == Exemption.DATA;
        }

        List<String> licenseTypes() {
            return need.licenseTypes(material);
        }
    }
}
