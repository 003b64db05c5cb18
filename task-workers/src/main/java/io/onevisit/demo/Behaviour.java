package io.onevisit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How a simulated department handles a case. It grants, unless a word in the applicant's answers (the address, say) asks
 * for something else: 〔补正〕, 〔不予受理〕, 〔不予办理〕 or 〔特别程序〕.
 */
class Behaviour {

    static final String SUPPLEMENT = "〔补正〕";
    static final String REFUSE = "〔不予受理〕";
    static final String DENY = "〔不予办理〕";
    static final String SPECIAL = "〔特别程序〕";

    private static final Map<String, String> STEPS = Map.of(
            "health", "助产机构核对分娩记录",
            "police", "户籍民警核对出生登记信息",
            "insurance", "医保经办机构登记参保信息",
            "human-resources", "社保卡制卡中心制卡",
            "tax", "税务机关核定应缴费额");

    private final long pace;

    /** @param pace milliseconds from one answer to the next */
    Behaviour(long pace) {
        this.pace = pace;
    }

    void plan(SimulatedCase file, JsonNode message, long now) {
        var words = message.path("answers").toString();
        var first = "APPLY".equals(message.path("kind").asText("APPLY"));
        var due = now;
        if (first) {
            file.add("RECEIVED", Map.of(), due += pace);
            if (words.contains(SUPPLEMENT)) {
                file.add("SUPPLEMENT_REQUESTED", supplement(message), due + pace);
                return;
            }
            if (words.contains(REFUSE)) {
                file.add("ACCEPTANCE_REFUSED", Map.of("reason", "申请事项不属于本部门受理范围", "officer", "受理窗口"), due + pace);
                return;
            }
        }
        file.add("ACCEPTED", Map.of("officer", "受理窗口"), due += pace);
        if (words.contains(SPECIAL)) {
            file.add(
                    "SPECIAL_PROCEDURE_STARTED",
                    Map.of("days", 3, "reason", "调查核实", "legalBasis", "行政许可法第四十五条"),
                    due += pace);
            file.add("SPECIAL_PROCEDURE_ENDED", Map.of("reason", "核实无误"), due += pace);
        }
        var step = STEPS.getOrDefault(file.department(), "业务科室审核");
        file.add("STEP", Map.of("step", step, "officer", "经办人"), due += pace);
        if (words.contains(DENY)) {
            var why = Map.<String, Object>of("outcome", "deny", "reason", "不符合办理条件", "officer", "审批科");
            file.add("DECIDED", why, due + pace);
            return;
        }
        file.add(
                "DECIDED",
                Map.of("outcome", "grant", "officer", "审批科", "fields", face(file.department())),
                due += pace);
        file.add("CLOSED", Map.of("reason", "结果信息已归档"), due + pace);
    }

    /** Everything that is wanted, told at once; the first thing the applicant handed in is asked for again. */
    private static Map<String, Object> supplement(JsonNode message) {
        var material = message.path("materials").path(0);
        var content = new LinkedHashMap<String, Object>();
        content.put("reason", "请补充提交更清晰的材料");
        if (!material.isMissingNode()) {
            content.put(
                    "materials",
                    List.of(Map.of(
                            "key",
                            material.path("key").asText(),
                            "name",
                            material.path("name").asText(),
                            "reason",
                            "请补充提交清晰、完整的材料")));
        }
        return content;
    }

    /** What stands on the license and only the department knows. */
    private static Map<String, String> face(String department) {
        var chance = ThreadLocalRandom.current();
        return switch (department) {
            case "health" -> Map.of("certificateNo", "S%09d".formatted(chance.nextInt(100_000_000, 1_000_000_000)));
            case "police" -> Map.of("householdNo", "%010d".formatted(chance.nextLong(10_000_000_000L)));
            case "human-resources" -> Map.of("cardNo", "A%08d".formatted(chance.nextInt(100_000_000)));
            default -> Map.of();
        };
    }
}
