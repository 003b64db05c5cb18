package io.onevisit.bundles;

import io.onevisit.problems.Problem;
import io.onevisit.processes.SingleItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Any item of the catalogue as a bundle of one (统一受理): asked with its own form where a bundle has one, else with a general
 * form, for persons or for organisations. Its materials are those of the catalogue; where the catalogue lists none, its
 * bundle's decision says them, and then the bundle's questions about the situation are asked too.
 */
@Component
class SingleItems {

    private static final String STAGE = "单个事项";
    private static final String VARIABLE = "singleItem";
    private static final String PERSONS = "1";

    private final JdbcClient sql;

    SingleItems(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param files the files of the folder that the key names */
    Bundle describe(SingleKey key, Map<String, byte[]> files) {
        var service = newest(key.code());
        var owner = Optional.ofNullable(files.get(Bundles.DESCRIPTION)).map(file -> Bundles.describe(files));
        var own = owner.flatMap(bundle -> bundle.items().stream()
                .filter(item -> item.code().equals(key.code()))
                .findFirst());
        var decided = own.isPresent() && !service.listsMaterials()
                ? owner.filter(bundle -> bundle.materialsDecision() != null)
                : Optional.<Bundle>empty();
        return new Bundle(
                key.toString(),
                service.name(),
                STAGE,
                service.audience().contains(PERSONS) ? "PERSON" : "ENTERPRISE",
                service.department(),
                List.of(),
                SingleItem.PROCESS,
                decided.map(Bundle::situationForm).orElse(null),
                null,
                decided.map(Bundle::materialsDecision).orElse(null),
                decided.map(Bundle::handlingDecision).orElse(null),
                List.of(),
                List.of(own.map(item -> new Bundle.Item(item.code(), item.variable(), item.form(), false, List.of()))
                        .orElseGet(
                                () -> new Bundle.Item(key.code(), VARIABLE, form(service, files), false, List.of()))),
                List.of());
    }

    private static String form(Service service, Map<String, byte[]> files) {
        if (service.form() != null
                && !service.form().equals(SingleItem.FORM)
                && files.containsKey(service.form() + ".form")) {
            return service.form();
        }
        return service.audience().contains(PERSONS) ? SingleItem.FORM : SingleItem.ORGANISATION_FORM;
    }

    /** Whatever its status: an application keeps its name when the item is withdrawn. */
    private Service newest(String code) {
        return sql.sql(
                        """
                        select name, department, audience, form, exists (select from item_material m
                            where (m.code, m.region, m.edition) = (i.code, i.region, i.edition)) as lists_materials
                        from service_item i where code = ? order by edition desc limit 1""")
                .param(code)
                .query((row, n) -> new Service(
                        row.getString("name"),
                        row.getString("department"),
                        List.of((String[]) row.getArray("audience").getArray()),
                        row.getString("form"),
                        row.getBoolean("lists_materials")))
                .optional()
                .orElseThrow(() -> Problem.notFound("item-unknown", "没有编码为 " + code + " 的事项。"));
    }

    private record Service(
            String name, String department, List<String> audience, String form, boolean listsMaterials) {}
}
