package io.onevisit.bundles;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.onevisit.processes.SingleItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One 一件事 as {@code bundle.yaml} describes it.
 *
 * @param process key of the process an application starts
 * @param situationForm key of the form with the guide's questions, {@code null} where none are asked
 * @param situationDecision key of the decision on which items apply, {@code null} where all do
 * @param materialsDecision key of the decision on which materials an item needs, {@code null} where the catalogue says it
 * @param handlingDecision key of the decision on how an item is handled, {@code null} where its row always says it
 * @param parties whose agreement is asked for before the materials are checked, as the prefix of the answers that name them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Bundle(
        String key,
        String name,
        String lifeStage,
        String audience,
        String leadDepartment,
        List<String> coDepartments,
        String process,
        String situationForm,
        String situationDecision,
        String materialsDecision,
        String handlingDecision,
        List<String> parties,
        List<Item> items,
        List<String> keywords) {

    public Bundle {
        parties = parties == null ? List.of() : List.copyOf(parties);
    }

    /**
     * One item of the bundle.
     *
     * @param code code of the service item in the catalogue
     * @param variable the process variable that carries the number of its case
     * @param form key of the item's form
     * @param optional whether the applicant may leave it out
     * @param requires variables of the items whose result this one builds on
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Item(String code, String variable, String form, boolean optional, List<String> requires) {
        public Item {
            requires = requires == null ? List.of() : List.copyOf(requires);
        }
    }

    /** Whether it is one item applied for on its own (统一受理). */
    public boolean isSingle() {
        return SingleKey.is(key);
    }

    /** Code of the item where it is one on its own, else the bundle's key: what a full number names. */
    public String subject() {
        return isSingle() ? items.get(0).code() : key;
    }

    /**
     * The variables its process starts with.
     *
     * @param facts what the guide decided on
     * @param cases numbers of the cases by the items' variables; what was not chosen has none
     */
    public Map<String, Object> startVariables(
            String applicationNo, Map<String, Object> facts, Map<String, String> cases) {
        var variables = new HashMap<>(facts);
        variables.put("applicationNo", applicationNo);
        variables.put("applicantIs", audience);
        items.forEach(item -> variables.put(item.variable(), cases.get(item.variable())));
        if (isSingle()) {
            variables.put(SingleItem.Variables.ITEM_CASE, cases.get(items.get(0).variable()));
        }
        return variables;
    }

    public Optional<Item> item(String variable) {
        return items.stream().filter(item -> item.variable().equals(variable)).findFirst();
    }
}
