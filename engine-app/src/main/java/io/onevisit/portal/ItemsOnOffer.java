package io.onevisit.portal;

import io.onevisit.bundles.Bundles;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.catalogue.Regions;
import io.onevisit.problems.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether an item can be applied for on its own in a region: in force there, and exercised at its level (行使层级). */
@Component
class ItemsOnOffer {

    /** The codes of 通办范围 with which a window may take in for another city, or for another county of its city. */
    private static final Set<String> ACROSS_CITIES = Set.of("1", "2", "3");

    private static final Set<String> ACROSS_COUNTIES = Set.of("1", "2", "3", "4");

    private static final String ANY_LEVEL = "7";
    private static final Map<String, String> LEVELS =
            Map.of("PROVINCE", "2", "CITY", "3", "COUNTY", "4", "TOWNSHIP", "5", "VILLAGE", "6");
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("1", "国家级");
        WORDS.put("2", "省级");
        WORDS.put("3", "市级");
        WORDS.put("4", "县级");
        WORDS.put("5", "乡镇（街道）级");
        WORDS.put("6", "村（社区）级");
    }

    private final JdbcClient sql;
    private final Bundles bundles;
    private final Catalogue catalogue;
    private final Regions regions;

    ItemsOnOffer(JdbcClient sql, Bundles bundles, Catalogue catalogue, Regions regions) {
        this.sql = sql;
        this.bundles = bundles;
        this.catalogue = catalogue;
        this.regions = regions;
    }

    /** A 404, 409 or 422 problem that says why, where it can't be; what belongs to a bundle its guide decides. */
    void refuseClosed(String key, String region) {
        var bundle = bundles.find(key);
        if (!bundle.isSingle()) {
            return;
        }
        var level = LEVELS.get(regions.forNew(region).level());
        var item = catalogue.item(bundle.items().get(0).code(), region);
        var exercised = levels(item.code(), item.region(), item.edition());
        if (!exercised.isEmpty() && !exercised.contains(ANY_LEVEL) && !exercised.contains(level)) {
            throw Problem.invalid(
                            "item-other-level",
                            "“%s”由%s部门办理，请改选相应层级的办理地区。"
                                    .formatted(
                                            item.name(),
                                            exercised.stream()
                                                    .map(code -> WORDS.getOrDefault(code, code))
                                                    .collect(Collectors.joining("、"))))
                    .with("field", "region");
        }
    }

    /** A 422 problem where a window takes in for another place than the item's 通办范围 allows. */
    void refuseElsewhere(String key, String region, String window) {
        var here = RegionCode.of(window);
        var bundle = bundles.find(key);
        if (!bundle.isSingle() || here.holds(region) || RegionCode.of(region).holds(window)) {
            return;
        }
        var item = catalogue.item(bundle.items().get(0).code(), region);
        var city = here.inSameCityAs(region);
        if (!(city ? ACROSS_COUNTIES : ACROSS_CITIES).contains(item.rules().handleArea())) {
            throw Problem.invalid(
                            "item-elsewhere",
                            "“%s”不能%s办理，请由“%s”的窗口收件，或者由申请人网上申报。"
                                    .formatted(
                                            item.name(),
                                            city ? "跨县（市、区）" : "跨市（州）",
                                            regions.forNew(region).name()))
                    .with("field", "region");
        }
    }

    private List<String> levels(String code, String region, int edition) {
        var levels = new ArrayList<String>();
        sql.sql("select unnest(use_levels) from service_item where code = ? and region = ? and edition = ? order by 1")
                .params(code, region, edition)
                .query(String.class)
                .list()
                .forEach(levels::add);
        return levels;
    }
}
