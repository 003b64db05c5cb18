package io.onevisit.portal;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.bundles.Bundle;
import io.onevisit.bundles.Bundles;
import io.onevisit.bundles.FormReader;
import io.onevisit.bundles.Guide;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Exemption;
import io.onevisit.catalogue.HandlingMode;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.licenses.LicenseTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be applied for, open to anyone: the published bundles and the guide to one's own items and materials. */
@RestController
@RequestMapping("/api/bundles")
class BundlesController {

    private final Bundles bundles;
    private final FormReader forms;
    private final Guide guide;
    private final NeededMaterials materials;
    private final Catalogue catalogue;
    private final LicenseTypes licenseTypes;
    private final Accounts accounts;

    BundlesController(
            Bundles bundles,
            FormReader forms,
            Guide guide,
            NeededMaterials materials,
            Catalogue catalogue,
            LicenseTypes licenseTypes,
            Accounts accounts) {
        this.bundles = bundles;
        this.forms = forms;
        this.guide = guide;
        this.materials = materials;
        this.catalogue = catalogue;
        this.licenseTypes = licenseTypes;
        this.accounts = accounts;
    }

    @GetMapping
    List<Row> published() {
        return bundles.published().stream()
                .map(bundle -> new Row(
                        bundle.key(),
                        bundle.name(),
                        bundle.lifeStage(),
                        bundle.audience(),
                        catalogue.departmentName(bundle.leadDepartment()),
                        bundle.items().size(),
                        promisedDays(bundle),
                        bundles.edition(bundle.key()).region(),
                        bundles.edition(bundle.key()).number()))
                .toList();
    }

    @GetMapping("/{key}")
    Page one(@PathVariable String key) {
        var bundle = bundles.find(key);
        var names = catalogue.departmentNames();
        return new Page(
                bundle.key(),
                bundle.name(),
                bundle.lifeStage(),
                bundle.audience(),
                names.getOrDefault(bundle.leadDepartment(), bundle.leadDepartment()),
                bundle.coDepartments().stream()
                        .map(code -> names.getOrDefault(code, code))
                        .toList(),
                bundle.items().stream().map(this::item).toList(),
                bundle.situationForm() == null ? null : forms.schema(bundles.files(key), bundle.situationForm()),
                bundles.edition(key).number(),
                promisedDays(bundle));
    }

    @PostMapping("/{key}/guide")
    Guidance guide(@PathVariable String key, @RequestBody Situation situation) {
        var answers = situation.answers() == null ? Map.<String, Object>of() : situation.answers();
        var region = situation.region() == null ? Catalogue.PROVINCE : situation.region();
        var offers = guide.items(key, answers, region);
        var applying = offers.stream()
                .filter(Guide.Offer::applies)
                .map(o -> o.item().variable())
                .collect(Collectors.toSet());
        return new Guidance(
                offers.stream()
                        .map(offer -> new Offer(
                                offer.item().variable(),
                                offer.item().code(),
                                offer.service().name(),
                                offer.service().departmentName(),
                                offer.applies(),
                                offer.mandatory(),
                                offer.reason(),
                                handling(key, answers, region, offer),
                                offer.service().promised(),
                                offer.service().rules().visits(),
                                offer.service().rules().fee()))
                        .toList(),
                papers(key, answers, region, applying, deferrable(offers)));
    }

    /** How the answers have it handled, in a sentence; {@code null} where the item's row says how. */
    private String handling(String key, Map<String, Object> answers, String region, Guide.Offer offer) {
        if (!offer.applies()) {
            return null;
        }
        var handling = guide.handled(key, answers, region, offer.item().variable(), offer.service())
                .handling();
        return handling.rule().map(rule -> handling.sentence()).orElse(null);
    }

    /** Names and keys of what some item that applies lets come later (容缺). */
    private static Set<String> deferrable(List<Guide.Offer> offers) {
        return offers.stream()
                .filter(Guide.Offer::applies)
                .flatMap(offer -> offer.service().rules().deferrableMaterials().stream())
                .collect(Collectors.toSet());
    }

    /** For somebody signed in, a license counts as the paper's replacement only where it is really there. */
    private List<Paper> papers(
            String key, Map<String, Object> answers, String region, Set<String> applying, Set<String> deferrable) {
        var person = accounts.signedIn().filter(account -> account.idNo() != null);
        return guide.materials(key, answers, region, applying).stream()
                .map(need -> {
                    var material = catalogue.material(need.material()).orElseThrow();
                    var types = need.licenseTypes(material);
                    var there = need.exemption() == Exemption.DATA
                            || person.map(account -> replaced(account, key, answers, region, applying, need.material()))
                                    .orElse(!types.isEmpty());
                    return new Paper(
                            material.key(),
                            material.name(),
                            need.required(),
                            need.items(),
                            types.stream()
                                    .map(type -> licenseTypes.type(type).name())
                                    .toList(),
                            need.reason(),
                            there ? "EXEMPTIBLE" : "NEEDED",
                            deferrable.contains(material.key()) || deferrable.contains(material.name()));
                })
                .toList();
    }

    private boolean replaced(
            Account person,
            String key,
            Map<String, Object> answers,
            String region,
            Set<String> applying,
            String material) {
        var needed = NeededMaterials.only(materials.of(key, answers, region, applying, person), material);
        return needed.license().isPresent() || needed.byAgreement();
    }

    private Item item(Bundle.Item item) {
        var service = catalogue.offered(item.code(), Catalogue.PROVINCE).item();
        return new Item(
                item.code(),
                item.variable(),
                service.name(),
                service.department(),
                service.departmentName(),
                item.optional(),
                service.promised(),
                service.unit(),
                service.mode(),
                service.resultLicense()
                        .map(type -> licenseTypes.type(type).name())
                        .orElse(null),
                item.requires());
    }

    /** The longest promise among the items: what is shown for the whole is never shorter than any part. */
    private int promisedDays(Bundle bundle) {
        return bundle.items().stream()
                .mapToInt(item -> catalogue
                        .offered(item.code(), Catalogue.PROVINCE)
                        .item()
                        .promised())
                .max()
                .orElse(0);
    }

    record Row(
            String key,
            String name,
            String lifeStage,
            String audience,
            String leadDepartment,
            int itemCount,
            int promisedDays,
            String region,
            int edition) {}

    record Page(
            String key,
            String name,
            String lifeStage,
            String audience,
            String leadDepartment,
            List<String> coDepartments,
            List<Item> items,
            JsonNode situationForm,
            int edition,
            int promisedDays) {}

    record Item(
            String code,
            String variable,
            String name,
            String department,
            String departmentName,
            boolean optional,
            int promisedDays,
            LimitUnit unit,
            HandlingMode mode,
            String resultLicense,
            List<String> requires) {}

    record Situation(Map<String, Object> answers, String region) {}

    record Guidance(List<Offer> items, List<Paper> materials) {}

    record Offer(
            String variable,
            String code,
            String name,
            String departmentName,
            boolean applies,
            boolean mandatory,
            String reason,
            String handling,
            int promisedDays,
            int visits,
            boolean fee) {}

    /** @param deferrable whether it may come after acceptance, on a written promise (容缺受理) */
    record Paper(
            String key,
            String name,
            boolean required,
            List<String> items,
            List<String> licenseTypes,
            String reason,
            String status,
            boolean deferrable) {}
}
