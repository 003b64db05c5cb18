package io.onevisit.cases;

import static io.onevisit.cases.CaseState.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every arrow of a case's life: who takes it along, by which act, on which basis. An arrow that is not here is impossible. */
final class LifeCycle {

    private static final String ACCEPTANCE = "行政许可法第三十二条";
    private static final String OFFICE = "承办人";
    private static final String DECIDERS = "承办人、部门业务系统或平台";
    private static final String APPLICANT = "申请人";
    private static final String LOCAL = "示例（依据待核对）";

    static final List<Arrow> ARROWS = List.of(
            arrow(SUBMITTED, PRECHECK_PASSED, "平台或综窗", "材料核验通过", ACCEPTANCE),
            arrow(SUBMITTED, PRECHECK_FAILED, "综窗", "预审不通过", ACCEPTANCE),
            arrow(SUBMITTED, SUPPLEMENT_REQUESTED, "平台或综窗", "受理前一次性告知补正", "行政许可法第三十二条第一款第四项"),
            arrow(SUBMITTED, ACCEPTANCE_REFUSED, "综窗", "不属于本机关职权，告知向哪个机关申请", "行政许可法第三十二条第一款第二项"),
            arrow(SUBMITTED, NOT_APPLICABLE, "综窗", "依法不需要许可，即时告知", "行政许可法第三十二条第一款第一项"),
            arrow(SUBMITTED, RECEIVED, "平台", "无需预审的事项直接收件", ACCEPTANCE),
            arrow(SUBMITTED, RETURNED, "平台", "补正逾期或前序事项未办成", LOCAL),
            arrow(SUBMITTED, WITHDRAWN, APPLICANT, "撤回", LOCAL),
            arrow(PRECHECK_PASSED, RECEIVED, "平台", "轮到本事项，登记收件", ACCEPTANCE),
            arrow(PRECHECK_PASSED, RETURNED, "平台", "前序事项未办成，退回", LOCAL),
            arrow(PRECHECK_PASSED, WITHDRAWN, APPLICANT, "撤回", LOCAL),
            arrow(PRECHECK_FAILED, RETURNED, "平台", "退回，可以重新申报", LOCAL),
            arrow(RECEIVED, ACCEPTED, "平台", "材料齐全，予以受理", "行政许可法第三十二条第一款第五项"),
            arrow(RECEIVED, SUPPLEMENT_REQUESTED, "平台", "本事项缺少材料，一次性告知补正", "行政许可法第三十二条第一款第四项"),
            arrow(RECEIVED, WITHDRAWN, APPLICANT, "撤回", LOCAL),
            arrow(SUPPLEMENT_REQUESTED, SUBMITTED, APPLICANT, "受理前提交补正", ACCEPTANCE),
            arrow(SUPPLEMENT_REQUESTED, RECEIVED, APPLICANT, "收件后提交补正", ACCEPTANCE),
            arrow(SUPPLEMENT_REQUESTED, UNDER_REVIEW, "申请人或平台", "受理后提交补正，或者补正期满继续审查", ACCEPTANCE),
            arrow(SUPPLEMENT_REQUESTED, RETURNED, "平台", "受理前补正逾期", LOCAL),
            arrow(SUPPLEMENT_REQUESTED, WITHDRAWN, APPLICANT, "撤回", LOCAL),
            arrow(ACCEPTED, UNDER_REVIEW, "平台", "启动计时", "行政许可法第四十二条"),
            arrow(UNDER_REVIEW, SUSPENDED, OFFICE, "启动特别程序", "行政许可法第四十五条"),
            arrow(UNDER_REVIEW, SUPPLEMENT_REQUESTED, OFFICE, "审查中要求补正", ACCEPTANCE),
            arrow(UNDER_REVIEW, GRANTED, DECIDERS, "准予；数据核验一致或者告知承诺的由平台当场准予", "行政许可法第三十八条第一款"),
            arrow(UNDER_REVIEW, DENIED, DECIDERS, "不予，说明理由并告知救济权利", "行政许可法第三十八条第二款"),
            arrow(UNDER_REVIEW, RETURNED, "承办人或平台", "退件；容缺材料逾期未补", LOCAL),
            arrow(UNDER_REVIEW, WITHDRAWN, APPLICANT, "撤回", LOCAL),
            arrow(UNDER_REVIEW, VOIDED, OFFICE, "作废或者删除错录", LOCAL),
            arrow(UNDER_REVIEW, TRANSFERRED, OFFICE, "下级初审后转报上级", "行政许可法第三十五条、第四十三条"),
            arrow(SUSPENDED, UNDER_REVIEW, OFFICE, "特别程序结束", "行政许可法第四十五条"),
            arrow(SUSPENDED, GRANTED, "部门业务系统", "特别程序中作出准予决定", "行政许可法第三十八条第一款"),
            arrow(SUSPENDED, DENIED, "部门业务系统", "特别程序中作出不予决定", "行政许可法第三十八条第二款"),
            arrow(SUSPENDED, RETURNED, "承办人或平台", "退件；容缺材料逾期未补", LOCAL),
            arrow(SUSPENDED, WITHDRAWN, APPLICANT, "撤回", LOCAL),
            arrow(SUSPENDED, VOIDED, OFFICE, "作废或者删除错录", LOCAL),
            arrow(SUSPENDED, TRANSFERRED, OFFICE, "转报上级", "行政许可法第三十五条、第四十三条"),
            arrow(GRANTED, CLOSED, "平台", "准予办结", "行政许可法第四十四条"),
            arrow(DENIED, CLOSED, "平台", "不予办结", "行政许可法第三十八条第二款"),
            arrow(CLOSED, DELIVERED, "平台、综窗或部门", "送达：电子证照制发即送达，网上申报的决定书、办结通知书电子送达，其余领取或者邮寄后登记", "行政许可法第三十八条、第四十四条"));

    private LifeCycle() {}

    static Set<CaseState> next(CaseState from) {
        var next = EnumSet.noneOf(CaseState.class);
        ARROWS.stream().filter(arrow -> arrow.from() == from).forEach(arrow -> next.add(arrow.to()));
        return next;
    }

    /** The law or rule an arrow stands on. */
    static String basis(CaseState from, CaseState to) {
        return ARROWS.stream()
                .filter(arrow -> arrow.from() == from && arrow.to() == to)
                .findFirst()
                .orElseThrow()
                .basis();
    }

    private static Arrow arrow(CaseState from, CaseState to, String who, String act, String basis) {
        return new Arrow(from, to, who, act, basis);
    }

    /**
     * @param who takes the case along it
     * @param act by which
     */
    record Arrow(CaseState from, CaseState to, String who, String act, String basis) {}
}
