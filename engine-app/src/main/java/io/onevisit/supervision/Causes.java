package io.onevisit.supervision;

import java.util.Map;

/** Why a limit was passed, as a department says in the form {@code card-feedback}. */
final class Causes {

    static final Map<String, String> LABELS = Map.of(
            "staffing", "人手不足",
            "handover", "部门间流转或协作不畅",
            "system", "系统或接口故障",
            "negligence", "工作疏漏",
            "applicant", "等待申请人配合",
            "complexity", "事项复杂，需要更长时间",
            "other", "其他");

    static String label(String cause) {
        return LABELS.getOrDefault(cause, cause);
    }

    private Causes() {}
}
