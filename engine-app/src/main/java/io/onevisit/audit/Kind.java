package io.onevisit.audit;

/** What an entry is about; its number says which one. */
public enum Kind {
    NONE(""),
    ACCOUNT("账号"),
    CLIENT("应用"),
    ADDRESS("功能"),
    APPLICATION("申报"),
    CASE("办件"),
    TASK("任务"),
    DOCUMENT("材料"),
    CONSENT("证照授权"),
    PAPER("文书"),
    CARD("监察牌"),
    DRAFT("草稿"),
    MANDATE("授权委托"),
    LEGAL_PERSON("单位"),
    INCIDENT("异常"),
    OPERATION("批量操作"),
    BUNDLE("一件事"),
    ITEM("事项"),
    IMPORT("事项导入"),
    UNIT("单位"),
    CALENDAR("工作日历"),
    RATING("评价"),
    ORDER("工单"),
    HALL("政务大厅"),
    APPOINTMENT("预约"),
    HOME_VISIT("上门服务"),
    PUBLIC_NOTICE("公示"),
    AGREEMENT("另一方确认"),
    PAYMENT_ORDER("缴款通知书"),
    STATISTICS("统计"),
    RETENTION("保存期限"),
    HOLD("保全"),
    AUDIT("审计记录");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
