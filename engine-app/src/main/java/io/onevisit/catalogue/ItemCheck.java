package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onevisit.problems.PossibleDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether an item may stand in the catalogue: its shape, and what its elements say of each other and of the rest of it. */
@Component
class ItemCheck {

    private final ItemSchema schema;

    ItemCheck(ItemSchema schema) {
        this.schema = schema;
    }

    /** @param region the region the item is said to belong to */
    List<Fault> faults(ObjectNode item, String region, Known known) {
        var faults = new ArrayList<>(schema.faults(item));
        if (faults.isEmpty()) {
            codes(item, region, known, faults);
            limits(item, faults);
            company(item, faults);
            references(item, known, faults);
            dates(item, faults);
        }
        return faults;
    }

    private void codes(ObjectNode item, String region, Known known, List<Fault> faults) {
        var body = item.path("bodyCode").asText();
        var task = item.path("taskCode").asText();
        var handle = item.path("handleCode").asText();
        var code = item.path("code").asText();
        if (!body.isEmpty() && !CreditCode.valid(body)) {
            add(faults, "bodyCode", "“实施主体代码”的校验码不对，请核对统一社会信用代码。");
        }
        if (!task.isEmpty() && !CreditCode.valid(task.substring(0, 18))) {
            add(faults, "taskCode", "“实施编码”前18位不是有效的统一社会信用代码。");
        }
        if (!task.isEmpty() && !body.isEmpty() && !task.startsWith(body)) {
            add(faults, "taskCode", "“实施编码”前18位应与“实施主体代码”相同。");
        }
        var catalog = item.path("catalogCode").asText();
        if (!task.isEmpty() && !catalog.isEmpty() && !task.substring(19).equals(catalog)) {
            add(faults, "taskCode", "“实施编码”后12位应与“基本编码”相同。");
        }
        if (!handle.isEmpty() && !task.isEmpty() && !handle.startsWith(task)) {
            add(faults, "handleCode", "“业务办理项编码”前31位应与“实施编码”相同。");
        }
        var other = known.handleCodes().get(handle);
        if (!handle.isEmpty() && other != null && !other.equals(code)) {
            add(faults, "handleCode", "“业务办理项编码”已被事项 %s 使用。".formatted(other));
        }
        var owner = known.owners().get(code);
        if (owner != null && !owner.equals(region)) {
            add(faults, "code", "编码 %s 已由地区 %s 使用；下级地区请以“本地要素”补充，不要另建事项。".formatted(code, owner));
        }
    }

    private void limits(ObjectNode item, List<Fault> faults) {
        var promised = item.path("promised").asInt();
        var statutory = item.path("statutory").asInt();
        if (promised > statutory) {
            add(faults, "promised", "承诺办结时限（%d）不能长于法定办结时限（%d）。".formatted(promised, statutory));
        }
        var atOnce = item.path("projectType").asText().equals("1");
        if (statutory == 0 && !atOnce) {
            add(faults, "statutory", "只有即办件的办结时限可以为 0。");
        } else if (promised == 0 && !atOnce) {
            add(faults, "promised", "只有即办件的承诺办结时限可以为 0。");
        }
    }

    private void company(ObjectNode item, List<Fault> faults) {
        if (item.path("visits").asInt() > 0 && !item.has("visitReason")) {
            add(faults, "visitReason", "需要到现场办理的，应说明必须现场办理的原因。");
        }
        if (item.path("fee").asBoolean() && !item.has("feeBasis")) {
            add(faults, "feeBasis", "收费的事项应写明收费依据。");
        }
        if (!item.path("fee").asBoolean() && !item.path("fees").isEmpty()) {
            add(faults, "fees", "写明了收费项目的，“是否收费”应为是。");
        }
        if (item.path("commitment").asBoolean() && !item.has("commitmentCheckDays")) {
            add(faults, "commitmentCheckDays", "实行告知承诺的事项应写明承诺核查天数。");
        }
    }

    private void references(ObjectNode item, Known known, List<Fault> faults) {
        var department = item.path("department").asText();
        if (!known.departments().contains(department)) {
            add(faults, "department", "部门目录中没有代码为 %s 的部门。".formatted(department));
        }
        license(item.path("resultLicense"), "resultLicense", known, faults);
        var materials = new HashSet<String>();
        var keys = new HashSet<String>();
        item.path("materials").forEach(material -> {
            var key = material.path("material").asText();
            materials.add(material.path("name").asText());
            materials.add(key);
            if (!keys.add(key)) {
                add(faults, "materials", "材料编号 %s 写了两次。".formatted(key));
            }
            material.path("licenseTypes").forEach(type -> license(type, "materials", known, faults));
        });
        twice(item, "materials", faults);
        twice(item, "specialProcedures", faults);
        twice(item, "fees", faults);
        item.path("deferrableMaterials").forEach(material -> {
            if (!materials.contains(material.asText())) {
                add(faults, "deferrableMaterials", "可容缺材料“%s”不在申请材料之中。".formatted(material.asText()));
            }
        });
    }

    /** Rows are told apart by their names: in a comparison of editions, by officers, by deferred materials. */
    private void twice(ObjectNode item, String rows, List<Fault> faults) {
        var names = new HashSet<String>();
        item.path(rows).forEach(row -> {
            if (!names.add(row.path("name").asText())) {
                add(
                        faults,
                        rows,
                        "%s“%s”写了两次。"
                                .formatted(
                                        schema.element(rows).title(),
                                        row.path("name").asText()));
            }
        });
    }

    private void license(JsonNode type, String element, Known known, List<Fault> faults) {
        if (type.isTextual() && !known.licenseTypes().contains(type.asText())) {
            add(faults, element, "证照目录中没有代码为 %s 的证照类型。".formatted(type.asText()));
        }
    }

    private void dates(ObjectNode item, List<Fault> faults) {
        var from = date(item, "effectiveFrom", faults);
        var to = date(item, "effectiveTo", faults);
        if (from != null && to != null && to.isBefore(from)) {
            add(faults, "effectiveTo", "失效日期不能早于生效日期。");
        }
    }

    private LocalDate date(ObjectNode item, String key, List<Fault> faults) {
        if (!item.has(key)) {
            return null;
        }
        var day = LocalDate.parse(item.path(key).asText());
        if (!PossibleDays.hold(day)) {
            add(faults, key, "“%s”%s".formatted(schema.element(key).title(), PossibleDays.SENTENCE));
        }
        return day;
    }

    private void add(List<Fault> faults, String element, String sentence) {
        faults.add(Fault.of(schema.element(element), sentence));
    }
}
