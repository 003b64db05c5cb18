package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.problems.Problem;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what an item, a material, a region or a department is. */
@Component
public class Catalogue {

    /** The province; its items serve every region below it. */
    public static final String PROVINCE = "430000";

    private final JdbcClient sql;
    private final DepartmentNames departments;
    private final EffectiveItems items;
    private final Clock time;

    Catalogue(JdbcClient sql, DepartmentNames departments, EffectiveItems items, Clock time) {
        this.sql = sql;
        this.departments = departments;
        this.items = items;
        this.time = time;
    }

    /** The item as a region offers it today; a 404 problem where there is none, a 409 where it is closed. */
    public ServiceItem item(String code, String region) {
        var offered = offered(code, region);
        offered.closed().ifPresent(sentence -> {
            throw Problem.conflict("item-closed", sentence);
        });
        return offered.item();
    }

    /** The item and whether it can be applied for today; a 404 problem where the region has none. */
    public OfferedItem offered(String code, String region) {
        var now = time.instant();
        var item = items.serving(code, region, now);
        return new OfferedItem(typed(item), closed(item.base(), day(now)));
    }

    /** One edition of an item as a region has it today, in whatever status the edition is. */
    public ServiceItem edition(String code, String region, int edition) {
        return edition(code, region, edition, time.instant());
    }

    /** One edition of an item as a region had it at an instant: what a case that was opened then keeps. */
    public ServiceItem edition(String code, String region, int edition, Instant at) {
        return typed(items.edition(code, region, edition, at));
    }

    /** As {@link #edition(String, String, int, Instant)}; empty where the catalogue has no such edition. */
    public Optional<ServiceItem> findEdition(String code, String region, int edition, Instant at) {
        return items.find(code, region, edition, at).map(this::typed);
    }

    /** What a region says of appointments for an item today. */
    public Booking booking(String code, String region) {
        var document = items.serving(code, region, time.instant()).document();
        return new Booking(
                !document.hasNonNull("bookable") || document.path("bookable").asBoolean(),
                number(document, "bookingPerDay"),
                document.path("bookingRule").asText(""));
    }

    /** What an edition of an item takes money for in a region, as it was at an instant. */
    public ItemFees fees(String code, String region, int edition, Instant at) {
        var document = items.edition(code, region, edition, at).document();
        return new ItemFees(
                StreamSupport.stream(document.path("fees").spliterator(), false)
                        .map(row -> new Fee(
                                row.path("name").asText(),
                                new BigDecimal(row.path("amount").asText())
                                        .movePointRight(2)
                                        .longValueExact(),
                                row.path("basis").asText()))
                        .toList(),
                document.path("payOnline").asBoolean(true));
    }

    /** Where a region handles an item today. */
    public WhereHandled whereHandled(String code, String region) {
        var document = items.serving(code, region, time.instant()).document();
        return new WhereHandled(
                texts(document.path("useLevels")),
                document.path("place").asText(""),
                document.path("officeHours").asText(""));
    }

    /** The materials that one edition of an item asked for in a region at an instant. */
    public List<ItemMaterial> materials(String code, String region, int edition, Instant at) {
        return materials(items.edition(code, region, edition, at));
    }

    /** The materials that an item asks for in a region today, the region's own last. */
    public List<ItemMaterial> materials(String code, String region) {
        return materials(items.serving(code, region, time.instant()));
    }

    private List<ItemMaterial> materials(EffectiveItem item) {
        return StreamSupport.stream(item.document().path("materials").spliterator(), false)
                .map(row -> new ItemMaterial(
                        material(row.path("material").asText()).orElseThrow(),
                        row.path("necessity").asText(),
                        row.path("neededWhen").asText(),
                        row.path("local").asBoolean()))
                .toList();
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

    /** The definition of each type of license, as JSON in the shape of {@code catalogue/license-types.yaml}. */
    public List<String> licenseTypes() {
        return sql.sql("select definition::text from license_type order by position")
                .query(String.class)
                .list();
    }

    public String departmentName(String code) {
        return departments.all().getOrDefault(code, code);
    }

    public Map<String, String> departmentNames() {
        return departments.all();
    }

    private static Optional<String> closed(StoredItem item, LocalDate today) {
        var name = item.document().path("name").asText();
        if (item.status() == ItemStatus.SUSPENDED) {
            return Optional.of("事项“%s”暂停办理：%s".formatted(name, item.statusReason()));
        }
        return item.effectiveTo() != null && item.effectiveTo().isBefore(today)
                ? Optional.of(
                        "事项“%s”已于 %s 起停止办理。".formatted(name, item.effectiveTo().plusDays(1)))
                : Optional.empty();
    }

    private ServiceItem typed(EffectiveItem item) {
        var document = item.document();
        var department = document.path("department").asText();
        return new ServiceItem(
                item.base().code(),
                item.base().region(),
                item.base().edition(),
                document.path("name").asText(),
                department,
                departmentName(department),
                document.path("itemType").asText(),
                document.path("promised").asInt(),
                document.path("statutory").asInt(),
                LimitUnit.valueOf(document.path("unit").asText()),
                CountingRule.valueOf(document.path("rule").asText()),
                Handling.listed(HandlingMode.valueOf(document.path("mode").asText())),
                Optional.ofNullable(text(document, "resultLicense")),
                StreamSupport.stream(document.path("specialProcedures").spliterator(), false)
                        .map(row -> new SpecialProcedure(
                                row.path("name").asText(),
                                row.path("kind").asText(),
                                number(row, "days"),
                                LimitUnit.valueOf(row.path("unit").asText(LimitUnit.WORKING_DAY.name())),
                                row.path("basis").asText()))
                        .toList(),
                rules(document));
    }

    private static ItemRules rules(JsonNode document) {
        return new ItemRules(
                document.path("projectType").asText(),
                texts(document.path("audience")),
                text(document, "form"),
                document.path("legalBasis").asText(),
                document.path("substantive").asBoolean(),
                document.path("commitment").asBoolean(),
                number(document, "commitmentCheckDays"),
                texts(document.path("deferrableMaterials")),
                document.path("realNameLevel").asInt(),
                document.path("visits").asInt(),
                document.path("fee").asBoolean(),
                document.path("handleArea").asText(),
                document.path("presence").asBoolean());
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ItemStore.CHINA);
    }

    private static String text(JsonNode row, String key) {
        return row.hasNonNull(key) ? row.get(key).asText() : null;
    }

    private static Integer number(JsonNode row, String key) {
        return row.hasNonNull(key) ? row.get(key).asInt() : null;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
