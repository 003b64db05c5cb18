package io.onevisit.bundles;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Exemption;
import io.onevisit.catalogue.Handling;
import io.onevisit.catalogue.HandlingMode;
import io.onevisit.catalogue.Material;
import io.onevisit.catalogue.ServiceItem;
import io.onevisit.engine.Decisions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** From the answers about a person's situation to the items that apply and the materials they need (情形引导). */
@Component
public class Guide {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String BIRTH_DATE = "BirthDate";

    /** Today's month and day as one number, 1231 at most: by it a rule knows whether a yearly round is open. */
    private static final String MONTH_DAY = "monthDay";

    private final Bundles bundles;
    private final FormReader forms;
    private final Catalogue catalogue;
    private final Decisions decisions;
    private final Clock time;

    Guide(Bundles bundles, FormReader forms, Catalogue catalogue, Decisions decisions, Clock time) {
        this.bundles = bundles;
        this.forms = forms;
        this.catalogue = catalogue;
        this.decisions = decisions;
        this.time = time;
    }

    /** Every item of the bundle with whether it applies and why. */
    public List<Offer> items(String bundleKey, Map<String, Object> answers, String region) {
        var bundle = bundles.find(bundleKey);
        if (bundle.situationDecision() == null) {
            return bundle.items().stream()
                    .map(item -> new Offer(item, catalogue.item(item.code(), region), true, true, ""))
                    .toList();
        }
        var facts = facts(bundle, answers, region);
        var rows = decisions.evaluate(bundle.situationDecision(), null, facts).rows();
        return bundle.items().stream()
                .map(item -> {
                    var row = rows.stream()
                            .filter(r -> item.variable().equals(r.get("item")))
                            .findFirst()
                            .orElse(Map.of());
                    var offered = catalogue.offered(item.code(), region);
                    return new Offer(
                            item,
                            offered.item(),
                            Boolean.TRUE.equals(row.get("applies"))
                                    && offered.closed().isEmpty(),
                            Boolean.TRUE.equals(row.get("mandatory")),
                            offered.closed().orElse(String.valueOf(row.getOrDefault("reason", ""))));
                })
                .toList();
    }

    /** What the chosen items need, each material once. */
    public List<Need> materials(String bundleKey, Map<String, Object> answers, String region, Set<String> chosen) {
        var bundle = bundles.find(bundleKey);
        if (bundle.materialsDecision() == null) {
            return listed(bundle.items().get(0), region);
        }
        var facts = facts(bundle, answers, region);
        var needs = new LinkedHashMap<String, Need>();
        for (var item : bundle.items()) {
            if (!chosen.contains(item.variable())) {
                continue;
            }
            var asked = new HashMap<>(facts);
            asked.put("item", item.variable());
            for (var row :
                    decisions.evaluate(bundle.materialsDecision(), null, asked).rows()) {
                var key = String.valueOf(row.get("material"));
                var required = Boolean.TRUE.equals(row.get("required"));
                var reason = String.valueOf(row.getOrDefault("reason", ""));
                var exemption = Exemption.of(row.get("exemption"));
                needs.merge(
                        key,
                        new Need(key, required, new ArrayList<>(List.of(item.variable())), reason, exemption),
                        Need::with);
            }
        }
        return List.copyOf(needs.values());
    }

    /** The item as these answers have it handled: as the bundle's decision says, else as its row does. */
    public ServiceItem handled(
            String bundleKey, Map<String, Object> answers, String region, String variable, ServiceItem service) {
        var bundle = bundles.find(bundleKey);
        if (bundle.handlingDecision() == null) {
            return service;
        }
        var asked = facts(bundle, answers, region);
        asked.put("item", variable);
        var outcome = decisions.evaluate(bundle.handlingDecision(), null, asked);
        var row = outcome.rows().stream().findFirst().orElse(Map.of());
        var mode = text(row, "mode");
        var level = text(row, "level");
        if (mode.isEmpty() && level.isEmpty()) {
            return service;
        }
        var rule = new Handling.Rule(
                bundle.handlingDecision(),
                outcome.version(),
                outcome.rules().get(0),
                text(row, "reason"),
                outcome.inputs(),
                row);
        return service.handled(
                new Handling(mode.isEmpty() ? service.mode() : HandlingMode.valueOf(mode), level, Optional.of(rule)));
    }

    private static String text(Map<String, Object> row, String output) {
        return Objects.requireNonNullElse(row.get(output), "").toString();
    }

    /** What the catalogue lists for an item applied for on its own. */
    private List<Need> listed(Bundle.Item item, String region) {
        return catalogue.materials(item.code(), region).stream()
                .map(listed -> new Need(
                        listed.material().key(),
                        listed.required(),
                        List.of(item.variable()),
                        listed.neededWhen() == null ? "" : listed.neededWhen(),
                        Exemption.LICENSE))
                .toList();
    }

    /** The answers of the situation form and what follows from them, as decisions and processes know them. */
    public Map<String, Object> facts(Bundle bundle, Map<String, Object> answers, String region) {
        var facts = new HashMap<String, Object>();
        facts.put("region", region);
        facts.put(MONTH_DAY, monthDay());
        if (bundle.situationForm() == null) {
            return facts;
        }
        for (var field : forms.fields(bundles.files(bundle.key()), bundle.situationForm())) {
            var value = answers.get(field.key());
            facts.put(field.key(), typed(value));
            if (field.key().endsWith(BIRTH_DATE)) {
                facts.put(field.key().replace(BIRTH_DATE, "AgeMonths"), ageMonths(value));
            }
        }
        return facts;
    }

    private int monthDay() {
        var today = LocalDate.now(time.withZone(CHINA));
        return today.getMonthValue() * 100 + today.getDayOfMonth();
    }

    private static Object typed(Object value) {
        if ("true".equals(value) || "yes".equals(value)) {
            return true;
        }
        return "false".equals(value) || "no".equals(value) ? Boolean.FALSE : value;
    }

    private Integer ageMonths(Object birthDate) {
        try {
            var born = LocalDate.parse(String.valueOf(birthDate));
            return (int)
                    Period.between(born, LocalDate.now(time.withZone(CHINA))).toTotalMonths();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** One item of the bundle for this person. */
    public record Offer(Bundle.Item item, ServiceItem service, boolean applies, boolean mandatory, String reason) {}

    /** One material, the items that want it, and how it may be spared. */
    public record Need(String material, boolean required, List<String> items, String reason, Exemption exemption) {
        /** Codes of the licenses that may stand for it. */
        public List<String> licenseTypes(Material listed) {
            return exemption == Exemption.LICENSE ? listed.licenseTypes() : List.of();
        }

        private static Need with(Need one, Need other) {
            one.items.addAll(other.items);
            var exemption = one.exemption.stricter(other.exemption);
            return new Need(
                    one.material,
                    one.required || other.required,
                    one.items,
                    exemption == one.exemption ? one.reason : other.reason,
                    exemption);
        }
    }
}
