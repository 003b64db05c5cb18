package io.onevisit.audit;

/** Everything that is noted, a closed list; the purpose stands in an entry unless the endpoint knows a better one. */
public enum Verb {
    SIGN_IN("登录", Nature.SESSION, "使用平台"),
    SIGN_OUT("退出登录", Nature.SESSION, "使用平台"),
    ENTER("访问无权限的功能", Nature.SESSION, ""),
    ASK_CODE("获取短信验证码", Nature.SESSION, "注册或重置密码"),
    REGISTER("注册账号", Nature.SESSION, "使用平台"),
    RESET_PASSWORD("重置密码", Nature.SESSION, "使用平台"),
    CHANGE_PASSWORD("修改密码", Nature.SESSION, "使用平台"),
    BIND_SECOND_FACTOR("绑定身份验证器", Nature.SESSION, "使用平台"),
    UNBIND_SECOND_FACTOR("解除本人的身份验证器", Nature.SESSION, "使用平台"),
    BIND_PASSKEY("添加通行密钥", Nature.SESSION, "使用平台"),
    UNBIND_PASSKEY("删除通行密钥", Nature.SESSION, "使用平台"),
    END_SESSION("退出其他登录", Nature.SESSION, "使用平台"),
    CHANGE_POST("切换岗位", Nature.SESSION, "使用平台"),
    CHECK_REAL_NAME("核验实名", Nature.SESSION, "使用平台"),

    LOOK_APPLICATION("查看申报", Nature.LOOK, "办理窗口收件"),
    LOOK_CASE("查看办件", Nature.LOOK, "监督检查"),
    LOOK_TASK("查看任务及其办件", Nature.LOOK, "办理本岗位任务"),
    LOOK_DRAFT("查看草稿", Nature.LOOK, "帮办代办"),
    LOOK_DOCUMENT("打开或下载材料", Nature.LOOK, "办理本岗位任务"),
    LOOK_PAPER("下载文书", Nature.LOOK, "办理本岗位任务"),
    LOOK_CARD("查看监察牌", Nature.LOOK, "效能监察"),
    LOOK_CLOCK("查看办件时限", Nature.LOOK, "核对时限"),
    LOOK_VOICES("查看评价或工单内容", Nature.LOOK, "监督检查"),
    LOOK_ACCOUNTS("查看工作人员账号", Nature.LOOK, "账号管理"),
    LOOK_CLIENTS("查看接入的应用", Nature.LOOK, "应用接入"),
    LOOK_WHO_LOOKED("检索审计记录", Nature.LOOK, "审计"),
    VERIFY_AUDIT("核验审计链", Nature.LOOK, "审计"),
    REVEAL("查看隐去的内容", Nature.LOOK_ON_RECORD, "办理本岗位任务"),
    LOOK_CALLERS_CASE("查询来电人报出的办件", Nature.LOOK_ON_RECORD, "接听来电"),
    GIVE_DOCUMENT("向部门系统提供材料", Nature.LOOK, "部门办理办件"),
    EXPORT("导出", Nature.LOOK, "数据维护和统计"),

    LOOK_RETENTION("查看保存期限的执行情况", Nature.LOOK, "个人信息保护"),
    TRY_RETENTION("试算超期的个人信息", Nature.ACT, "个人信息保护"),
    DELETE_EXPIRED("删除超期的个人信息", Nature.ACT, "保存期限届满"),
    HOLD_DATA("保全数据", Nature.ACT, "复议、诉讼或者依法保全"),
    LIFT_HOLD("解除保全", Nature.ACT, "保全事由消失"),
    LOOK_KEYS("查看加密密钥的使用情况", Nature.LOOK, "密钥管理"),
    CHANGE_KEY("更换加密密钥", Nature.ACT, "密钥管理"),

    OPEN_ACCOUNT("开设账号", Nature.ACT, "账号管理"),
    TELL_ID_NO("登记工作人员公民身份号码", Nature.ACT, "账号管理，用于回避"),
    CLOSE_ACCOUNT("启用或停用账号", Nature.ACT, "账号管理"),
    GIVE_PASSWORD("重设他人密码", Nature.ACT, "账号管理"),
    GIVE_POST("授予岗位", Nature.ACT, "账号管理"),
    TAKE_POST("收回岗位", Nature.ACT, "账号管理"),
    REMOVE_SECOND_FACTOR("解除他人的身份验证器", Nature.ACT, "账号管理"),
    CHANGE_CLIENT("开设或变更应用", Nature.ACT, "应用接入"),
    SEE_IN_PERSON("窗口实名核验", Nature.ACT, "核验到场的本人"),

    TAKE_IN("窗口收件", Nature.ACT, "为到场的申请人办理"),
    TELL_AT_ONCE("出具一次性告知书", Nature.ACT, "为到场的申请人办理"),
    TAKE_DRAFT("凭帮办码接手草稿", Nature.ACT, "帮办代办"),
    FILL_DRAFT("代为填写草稿或上传材料", Nature.ACT, "帮办代办"),
    ASK_WORD("请申请人确认提交", Nature.ACT, "帮办代办"),
    GIVE_DRAFT("出具帮办码", Nature.ACT, "请人帮办"),
    TAKE_DRAFT_BACK("收回草稿", Nature.ACT, "请人帮办"),
    CLAIM_LEGAL_PERSON("认领单位", Nature.ACT, "法定代表人认领单位"),
    GIVE_MANDATE("授权他人代办", Nature.ACT, "委托代办"),
    PROVE_MANDATE("补交授权委托书", Nature.ACT, "委托代办"),
    ANSWER_MANDATE("接受或谢绝授权", Nature.ACT, "委托代办"),
    END_MANDATE("撤销或退还授权", Nature.ACT, "委托代办"),
    SUBMIT("提交申报", Nature.ACT, "申请办理"),
    HAND_IN("补交材料", Nature.ACT, "申请办理"),
    SUPPLEMENT("提交补正", Nature.ACT, "申请办理"),
    WITHDRAW("撤回申报或办件", Nature.ACT, "申请人撤回"),
    WRITE_TO_OFFICER("给承办人员留言", Nature.ACT, "申请人催办"),
    HASTEN("催办", Nature.ACT, "申请人催办"),
    WITHDRAW_CONSENT("撤回证照授权", Nature.ACT, "本人撤回授权"),

    CLAIM("领取任务", Nature.ACT, "办理本岗位任务"),
    UNCLAIM("退回任务", Nature.ACT, "办理本岗位任务"),
    ANSWER_TASK("办理任务", Nature.ACT, "办理本岗位任务"),
    HAND_ON("转办任务", Nature.ACT, "办理本岗位任务"),
    ASK_COLLEAGUES("委派、加签或会签", Nature.ACT, "办理本岗位任务"),
    GIVE_OPINION("答复同事的征求", Nature.ACT, "办理本岗位任务"),
    ASK_NO_LONGER("减签", Nature.ACT, "办理本岗位任务"),
    SEND_BACK("退回上一环节", Nature.ACT, "办理本岗位任务"),
    ANSWER_APPLICANT("答复申请人留言", Nature.ACT, "办理本岗位任务"),
    COPY_TASK("抄送任务", Nature.ACT, "办理本岗位任务"),
    NOTE_ON_TASK("给任务写备注", Nature.ACT, "办理本岗位任务"),
    END_CASE("退件、作废、删除或转报办件", Nature.ACT, "办理本岗位任务"),
    MOVE_CASE("办件状态变化", Nature.ACT, "办理流程"),
    REASSIGN("改派办件", Nature.OPERATION, "更正分发"),
    PERMIT_SECOND_NOTICE("同意再次告知补正", Nature.OPERATION, "监督检查"),
    RESTORE_CREDIT("登记信用修复", Nature.OPERATION, "监督检查"),
    RETRY("重试异常", Nature.OPERATION, "运行维护"),
    CARE_INCIDENT("登记异常处理情况", Nature.OPERATION, "运行维护"),
    PLAN_OPERATION("准备批量操作", Nature.OPERATION, "运行维护"),
    SUBMIT_OPERATION("提交批量操作", Nature.OPERATION, "运行维护"),
    DECIDE_OPERATION("复核批量操作", Nature.OPERATION, "运行维护"),
    STEER_OPERATION("暂停、继续、停止或放弃批量操作", Nature.OPERATION, "运行维护"),
    REPAIR("调整办件的流程", Nature.OPERATION, "运行维护"),
    REBUILD_INDEX("重建检索索引", Nature.OPERATION, "运行维护"),

    CONFIRM_CARD("确认监察牌", Nature.OPERATION, "效能监察"),
    CANCEL_CARD("取消监察牌", Nature.OPERATION, "效能监察"),
    REVOKE_CARD("撤销监察牌", Nature.OPERATION, "效能监察"),
    SETTLE_CARD("监察牌销号", Nature.OPERATION, "效能监察"),
    URGE("督办", Nature.OPERATION, "效能监察"),
    RECHECK("巡检监察牌", Nature.OPERATION, "效能监察"),
    PROVE_STATISTICS("核对统计汇总", Nature.OPERATION, "效能监察"),

    CHANGE_RECIPIENTS("变更监察通知的接收人", Nature.OPERATION, "效能监察"),
    CHANGE_HOURS("变更单位办公时间", Nature.OPERATION, "分发办件"),

    PUBLISH_MODEL("发布模型", Nature.OPERATION, "维护流程和规则"),
    PUBLISH_CALENDAR("公布工作日历", Nature.OPERATION, "维护工作日历"),
    REBASE_CLOCKS("按新日历重算时限", Nature.OPERATION, "维护工作日历"),
    CHANGE_ITEM("变更事项状态", Nature.OPERATION, "维护事项"),
    CHANGE_LOCAL_ITEM("变更本地事项要素", Nature.OPERATION, "维护事项"),
    BRING_ITEMS("上传事项文件", Nature.ACT, "维护事项"),
    LOAD_ITEMS("导入事项", Nature.OPERATION, "维护事项"),
    DROP_ITEMS("放弃事项导入", Nature.ACT, "维护事项"),

    RATE("评价", Nature.ACT, "好差评"),
    PUBLISH_RATING("决定评价是否公开", Nature.OPERATION, "好差评"),
    OPEN_VISIT("出具评价码", Nature.ACT, "好差评"),
    TAKE_ORDER("登记热线工单", Nature.ACT, "处理诉求"),
    SEND_ORDER("提交诉求", Nature.ACT, "提出诉求"),

    LOOK_PAYMENT_ORDER("查看缴款通知书", Nature.LOOK, "收取费用"),
    LOOK_PAYMENT_ORDERS("查看收费列表", Nature.LOOK, "收取费用"),
    PAY("网上缴费", Nature.ACT, "缴纳办件的费用"),
    REGISTER_PAYMENT("登记窗口缴费", Nature.ACT, "收取费用"),
    REGISTER_REFUND("登记退付", Nature.ACT, "退付款项"),

    OBJECT("对公示提出异议", Nature.ACT, "公示监督"),

    ANSWER_AGREEMENT("同意或不同意他人的申报", Nature.ACT, "另一方当事人确认"),
    TAKE_AGREEMENT_BACK("收回对他人申报的同意", Nature.ACT, "另一方当事人确认"),
    REMIND_PARTY("提醒另一方当事人确认", Nature.ACT, "申请办理"),
    LOOK_AGREEMENT("查看到场的人待确认的申报", Nature.LOOK, "为到场的当事人登记"),
    TAKE_AGREEMENT("窗口登记当面的确认", Nature.ACT, "为到场的当事人登记"),

    BOOK("预约", Nature.ACT, "到政务大厅办理"),
    CHANGE_BOOKING("改约或取消预约", Nature.ACT, "到政务大厅办理"),
    CHECK_IN("预约签到", Nature.ACT, "到政务大厅办理"),
    LOOK_APPOINTMENTS("查看当天的预约", Nature.LOOK, "接待预约的人"),
    CHANGE_HALL("修改大厅设置", Nature.ACT, "到政务大厅办理"),
    ASK_HOME_VISIT("申请或取消上门服务", Nature.ACT, "上门办理"),
    TAKE_HOME_VISIT("代为登记上门服务", Nature.ACT, "上门办理"),
    MOVE_HOME_VISIT("安排或办理上门服务", Nature.ACT, "上门办理"),
    LOOK_HOME_VISIT("查看上门服务的地址和联系方式", Nature.LOOK, "上门办理");

    private final String label;
    private final Nature nature;
    private final String purpose;

    Verb(String label, Nature nature, String purpose) {
        this.label = label;
        this.nature = nature;
        this.purpose = purpose;
    }

    public String label() {
        return label;
    }

    String purpose() {
        return purpose;
    }

    boolean changes() {
        return nature == Nature.ACT || nature == Nature.OPERATION || nature == Nature.LOOK_ON_RECORD;
    }

    /** Whether it is done to running processes or to supervision: what the operation log of the cockpit shows. */
    public boolean operates() {
        return nature == Nature.OPERATION;
    }

    boolean looks() {
        return nature == Nature.LOOK || nature == Nature.LOOK_ON_RECORD;
    }

    private enum Nature {
        /** Changes something: act and entry are one transaction. */
        ACT,
        /** An act on running processes, on supervision or on the rules both follow; supervisors read of it too. */
        OPERATION,
        /** Shows something: the entry is committed before the answer leaves. */
        LOOK,
        /** Shows something and keeps the reason in a journal of its own: one transaction too. */
        LOOK_ON_RECORD,
        SESSION
    }
}
