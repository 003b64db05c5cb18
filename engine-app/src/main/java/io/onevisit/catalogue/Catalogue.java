package io.onevisit.catalogue;

import io.onevisit.problems.Problem;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what an item, a material, a region or a department is. */
@Component
public class Catalogue {

    /** The province; its items serve every city that has none of its own. */
    public static final String PROVINCE = "430000";

    private final JdbcClient sql;

    Catalogue(JdbcClient sql) {
        this.sql = sql;
    }

    /** The newest edition of an item for a region: the county's, else its city's, else the province's. */
    public ServiceItem item(String code, String region) {
        return sql.sql(
                        """
                        select i.*, d.name as department_name from service_item i join department d on d.code = i.department
                        where i.code = :code and i.region in (:regions)
                        order by i.region desc, i.edition desc limit 1""")
                .param("code", code)
                .param("regions", lineage(region))
                .query(Catalogue::item)
                .optional()
                .orElseThrow(() -> Problem.notFound("item-unknown", "没有编码为 " + code + " 的事项。"));
    }

    public Optional<Material> material(String key) {
        return sql.sql("select * from material where key = :key")
                .param("key", key)
                .query((row, n) -> new Material(
                        row.getString("key"),
                        row.getString("name"),
                        texts(row.getArray("license_types")),
                        texts(row.getArray("formats")),
                        row.getString("kind"),
                        row.getString("holder")))
                .optional();
    }

    public Optional<Region> region(String code) {
        return sql.sql("select code, name, level, coalesce(parent, '') as parent from region where code = :code")
                .param("code", code)
                .query(Region.class)
                .optional();
    }

    public List<Region> regions() {
        return sql.sql("select code, name, level, coalesce(parent, '') as parent from region order by code")
                .query(Region.class)
                .list();
    }

    public String departmentName(String code) {
        return departmentNames().getOrDefault(code, code);
    }

    public Map<String, String> departmentNames() {
        return names("select code, name from department");
    }

    private Map<String, String> names(String query) {
        return sql.sql(query).query((row, n) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A county, its city and the province. */
    public static List<String> lineage(String region) {
        return List.of(region, region.substring(0, 4) + "00", PROVINCE).stream()
                .distinct()
                .toList();
    }

    private static ServiceItem item(ResultSet row, int n) throws SQLException {
        return new ServiceItem(
                row.getString("code"),
                row.getString("region"),
                row.getInt("edition"),
                row.getString("name"),
                row.getString("department"),
                row.getString("department_name"),
                row.getString("item_type"),
                row.getInt("promised"),
                row.getInt("statutory"),
                LimitUnit.valueOf(row.getString("unit")),
                CountingRule.valueOf(row.getString("counting_rule")),
                HandlingMode.valueOf(row.getString("mode")),
                Optional.ofNullable(row.getString("result_license")),
                texts(row.getArray("special_procedures")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
