package io.onevisit.cases;

import io.onevisit.engine.Processes;
import io.onevisit.processes.Delivery;
import io.onevisit.processes.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How results reach people (送达, 行政许可法 art. 44): electronic ones at once, others when somebody registers who has them. */
@Component
public class Deliveries {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String BASIS = "行政许可法第四十四条";

    private final CaseRows rows;
    private final Cases cases;
    private final Processes processes;
    private final Clock time;

    Deliveries(CaseRows rows, Cases cases, Processes processes, Clock time) {
        this.rows = rows;
        this.cases = cases;
        this.processes = processes;
        this.time = time;
    }

    /** A closed case: an electronic license is delivered with its issue, a paper result waits to be fetched or posted. */
    void deliver(String caseNo, String tenant) {
        var file = cases.get(caseNo);
        if (!file.delivery().equals("ELECTRONIC")) {
            processes.start(Delivery.PROCESS, caseNo, tenant, Map.of("caseNo", caseNo));
        } else if (file.licenseId() != null) {
            note(caseNo, file.applicantName(), "电子证照", time.instant());
            delivered(caseNo, "平台", "电子证照已存入申请人名下");
        }
    }

    /**
     * Writes down who has the result.
     *
     * @param how counter, post or leave
     */
    @Transactional
    public void note(String caseNo, String receiver, String how, LocalDate on, String officer, String remark) {
        var at = on.atTime(12, 0).atZone(CHINA).toInstant();
        note(caseNo, receiver, how(how), at.isAfter(time.instant()) ? time.instant() : at);
        sql.sql("update case_file set delivered_by = ? where month = ? and case_no = ?")
                .params(officer, Numbers.month(caseNo), caseNo)
                .update();
        cases.journal(
                caseNo,
                officer,
                "登记送达",
                "%s，%s，%s　%s".formatted(receiver, how(how), on, remark).strip(),
                time.instant());
    }

    /** The department handed the result over; nobody has to register it any more. */
    @Transactional
    public void byDepartment(String caseNo, String who, String remark, Instant at) {
        note(caseNo, cases.get(caseNo).applicantName(), "部门送达", at);
        delivered(caseNo, who, remark);
        processes.correlate(Messages.CASE_DELIVERED, caseNo, Map.of());
    }

    void registered(String caseNo) {
        if (cases.get(caseNo).state() == CaseState.CLOSED) {
            delivered(caseNo, registrar(caseNo), "送达已登记");
        }
    }

    private String registrar(String caseNo) {
        return sql.sql("select coalesce(delivered_by, '平台') from case_file where month = ? and case_no = ?")
                .params(Numbers.month(caseNo), caseNo)
                .query(String.class)
                .single();
    }

    private void delivered(String caseNo, String who, String remark) {
        cases.move(caseNo, CaseState.DELIVERED, who, remark, BASIS);
    }

    private void note(String caseNo, String receiver, String how, Instant at) {
        rows.change(caseNo, "delivered_at = ?, receiver = ?, delivered_how = ?", at, receiver, how);
    }

    private static String how(String word) {
        return switch (word) {
            case "counter" -> "窗口领取";
            case "post" -> "邮寄送达";
            default -> "其他方式送达";
        };
    }
}
