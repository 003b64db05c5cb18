package io.onevisit.ratings;

/** Where a rating stands; a good one is done at once, a bad one when it is {@link #SETTLED} (销号). */
enum RatingState {
    RATED("已评价", "感谢您的评价"),
    VERIFYING("待核实", "办理单位将在一个工作日内核实，实名评价会与您联系"),
    REVIEWING("复核中", "核实情况正由监察人员复核"),
    RECTIFYING("整改中", "办理单位正在整改，五个工作日内向您反馈"),
    FEEDBACK("待反馈", "已经整改，即将向您反馈"),
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
