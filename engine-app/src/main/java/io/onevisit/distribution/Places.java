package io.onevisit.distribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Handling;
import io.onevisit.catalogue.Regions;
import io.onevisit.identity.Accounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a case is and was, in words for officers and supervisors. */
@Component
public class Places {

    private final Distributions distributions;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Accounts accounts;
    private final ObjectMapper json;

    Places(Distributions distributions, Catalogue catalogue, Regions regions, Accounts accounts, ObjectMapper json) {
        this.distributions = distributions;
        this.catalogue = catalogue;
        this.regions = regions;
        this.accounts = accounts;
        this.json = json;
    }

    /** Where the case is now; empty where it was never given to people. */
    public Optional<Place> of(String caseNo) {
        return distributions.current(caseNo).map(this::described);
    }

    /** Everywhere the case was, the newest first. */
    public List<Place> history(String caseNo) {
        var places = new ArrayList<>(
                distributions.of(caseNo).stream().map(this::described).toList());
        java.util.Collections.reverse(places);
        return places;
    }

    private Place described(Distribution row) {
        return new Place(
                row.number(),
                row.region(),
                unit(row.department(), row.region()),
                row.officer(),
                row.officer() == null ? null : accounts.nameOf(row.officer()),
                row.reason(),
                facts(row),
                row.mode(),
                row.rule(),
                row.decisionVersion(),
                row.who(),
                row.at());
    }

    /** What the rule was told, in words; nothing where a person decided. */
    private List<String> facts(Distribution row) {
        try {
            var told = json.readTree(row.facts());
            var facts = new ArrayList<String>();
            if (told.has("citywide")) {
                facts.add(told.path("citywide").asBoolean() ? "通办事项" : "不通办事项");
            }
            if (told.has("earlierOfficer")) {
                facts.add(told.path("earlierOfficer").asBoolean() ? "有首接负责人" : "没有首接负责人");
            }
            if (told.has("officeHours")) {
                facts.add(told.path("officeHours").asBoolean() ? "受理地单位在办公时间" : "受理地单位不在办公时间");
            }
            if (Handling.LEVELS.containsKey(told.path("handlingLevel").asText())) {
                facts.add("办理规则指定由"
                        + Handling.LEVELS.get(told.path("handlingLevel").asText()) + "单位承办");
            }
            if (told.path("openElsewhere").asBoolean()) {
                facts.add("全市有其他单位在办公");
            }
            if (told.has("load")) {
                facts.add("受理地单位待办量 " + told.path("load").asInt());
            }
            return facts;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored facts cannot be read", e);
        }
    }

    String unit(String department, String region) {
        return regions.find(region).map(r -> r.name()).orElse(region) + catalogue.departmentName(department);
    }

    /**
     * One place.
     *
     * @param unit name of the unit, division and department
     * @param facts what the rule was told, in words
     * @param officer user name, {@code null} where anyone of the unit may take its tasks
     * @param mode {@code BY_RULE} or {@code BY_HAND}
     */
    public record Place(
            int number,
            String region,
            String unit,
            String officer,
            String officerName,
            String reason,
            List<String> facts,
            String mode,
            String rule,
            Integer decisionVersion,
            String who,
            Instant at) {}
}
