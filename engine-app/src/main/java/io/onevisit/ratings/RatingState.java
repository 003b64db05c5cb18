package io.onevisit.ratings;

/** Where a rating stands; a good one is done at once, a bad one when it is {@link #SETTLED} (销号). */
enum RatingState {
    RATED("已评价", "感谢您的评价"),
    VERIFYING("待核实", "办理单位将在一个工作日内核实，实名评价会与您联系"),
    REVIEWING("复核中", "核实情况正由监察人员复核"),
    RECTIFYING("整改中", "办理单位正在整改，五个工作日内向您反馈"),
    FEEDBACK("待反馈", "已经整改，即将向您反馈"),
    RECTIFYING_AGAIN("重新整改中", "您对整改仍不满意，已退回单位负责人重新整改，五个工作日内向您反馈"),
    CONCLUDING("待监察结案", "重新整改之后您仍不满意，正由监察人员核查，核查结论会告诉您"),
    CALLBACK("待回访", "已向您反馈，将回访您的意见；您可以再次评价"),
    SETTLED("已销号", "处置完毕");

    private final String label;
    private final String plain;

    RatingState(String label, String plain) {
        this.label = label;
        this.plain = plain;
    }

    String label() {
        return label;
    }

    /** What it means, for the rater. */
    String plain() {
        return plain;
    }
}
