package io.onevisit.supervision;

/** Where the loop of feedback and appeal of a card stands. */
enum CardPhase {
    NONE("无需反馈或尚未开始"),
    FEEDBACK("待反馈"),
    REVIEW("待审核"),
    APPEAL("申诉待处理"),
    ESCALATED("申诉已上报"),
    DONE("已办结");

    private final String label;

    CardPhase(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
