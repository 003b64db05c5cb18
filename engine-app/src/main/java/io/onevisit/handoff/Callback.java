package io.onevisit.handoff;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.onevisit.materials.Supplement;
import io.onevisit.problems.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a department says of a case.
 *
 * @param sequence 1, 2, 3 … per case, whatever the kind; gaps are waited for
 * @param outcome {@code grant} or {@code deny}, with {@code DECIDED}
 * @param reason why, in words; for a supplement the note to the applicant
 * @param step name of the stage, with {@code STEP}
 * @param materials what is wanted, with {@code SUPPLEMENT_REQUESTED}
 * @param days how long the special procedure takes, with {@code SPECIAL_PROCEDURE_STARTED}
 * @param result how the case ended without a decision, with {@code CLOSED}: RETURNED, VOIDED, DELETED or TRANSFERRED
 * @param to the body a case is sent on to, with {@code CLOSED} and the result TRANSFERRED
 * @param fields what shall stand on the license, with {@code DECIDED}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Callback(
        String caseNo,
        CallbackKind kind,
        Integer sequence,
        Instant at,
        String outcome,
        String reason,
        String officer,
        String step,
        List<Wanted> materials,
        Integer days,
        String legalBasis,
        Map<String, String> fields,
        String result,
        String to) {

    private static final List<String> ENDINGS = List.of("RETURNED", "VOIDED", "DELETED", "TRANSFERRED");

    Callback {
        result = result == null ? "" : result;
        to = to == null ? "" : to.strip();
        reason = reason == null ? "" : reason;
        officer = officer == null ? "" : officer;
        step = step == null ? "" : step;
        legalBasis = legalBasis == null ? "" : legalBasis;
        materials = materials == null ? List.of() : List.copyOf(materials);
        fields = fields == null ? Map.of() : Map.copyOf(fields);
    }

    /** Whether the case ends with it, though nobody decided. */
    boolean ends() {
        return kind == CallbackKind.ACCEPTANCE_REFUSED || kind == CallbackKind.CLOSED && !result.isEmpty();
    }

    /** A 422 problem naming the field that is missing or wrong. */
    void check() {
        need(caseNo != null && !caseNo.isBlank(), "caseNo", "缺少办件编号 caseNo");
        need(kind != null, "kind", "缺少消息类型 kind");
        need(sequence != null && sequence >= 1, "sequence", "缺少序号 sequence，应为从 1 开始的整数");
        switch (kind) {
            case DECIDED -> {
                need("grant".equals(outcome) || "deny".equals(outcome), "outcome", "决定 outcome 应为 grant 或 deny");
                need("grant".equals(outcome) || !reason.isBlank(), "reason", "不予办理须说明理由 reason");
            }
            case ACCEPTANCE_REFUSED -> need(!reason.isBlank(), "reason", "不予受理须说明理由 reason");
            case SUPPLEMENT_REQUESTED ->
                need(!reason.isBlank() || !materials.isEmpty(), "materials", "补正告知须一次列明所需材料 materials 或说明 reason");
            case SPECIAL_PROCEDURE_STARTED -> {
                need(days != null && days >= 1 && days <= 365, "days", "特别程序须写明所需天数 days（1 至 365）");
                need(!reason.isBlank(), "reason", "特别程序须写明种类或理由 reason");
            }
            case CLOSED -> {
                need(
                        result.isEmpty() || ENDINGS.contains(result),
                        "result",
                        "办结结果 result 应为 " + String.join("、", ENDINGS));
                need(result.isEmpty() || !reason.isBlank(), "reason", "退件、作废、转报须说明理由 reason");
            }
            default -> {}
        }
    }

    private static void need(boolean right, String field, String sentence) {
        if (!right) {
            throw Problem.invalid("callback-invalid", sentence + "。").with("field", field);
        }
    }

    /** @param key the material's key, empty where the department names something of its own */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wanted(String key, String name, String reason) {

        /** A thing without a key gets one of its own, so that the applicant can hand it in. */
        Supplement.Item item() {
            var known = key != null && !key.isBlank();
            var shown = name == null || name.isBlank() ? known ? key : "其他材料" : name;
            return new Supplement.Item(
                    known ? key : "extra-" + Integer.toHexString(shown.hashCode()),
                    shown,
                    reason == null || reason.isBlank() ? "部门要求补充提交" : reason);
        }
    }
}
