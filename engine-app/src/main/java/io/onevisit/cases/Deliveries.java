package io.onevisit.cases;

import io.onevisit.engine.Processes;
import io.onevisit.engine.Tenants;
import io.onevisit.processes.Delivery;
import io.onevisit.processes.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How results reach people (送达, 行政许可法 art. 38, 44): an electronic license with its issue; the decision or the closing
 * notice of who applied online as soon as it lies in their account; others when somebody registers who has them.
 */
@Component
public class Deliveries {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String GRANTED = "行政许可法第四十四条";
    private static final String DENIED = "行政许可法第三十八条第二款";
    private static final String ELECTRONIC = "ELECTRONIC";

    private final JdbcClient sql;
    private final CaseRows rows;
    private final Cases cases;
    private final Processes processes;
    private final Clock time;

    Deliveries(JdbcClient sql, CaseRows rows, Cases cases, Processes processes, Clock time) {
        this.sql = sql;
        this.rows = rows;
        this.cases = cases;
        this.processes = processes;
        this.time = time;
    }

    /** A closed case: what is electronic is delivered, what is fetched or posted waits to be registered. */
    void deliver(String caseNo) {
        var file = cases.get(caseNo);
        var denied = file.result() == CaseResult.DENIED;
        if (!denied && file.delivery().equals(ELECTRONIC) && file.licenseId() != null) {
            note(caseNo, file.applicantName(), "电子证照", time.instant());
            delivered(file, "平台", "电子证照已存入申请人名下");
        } else if (file.channel().equals(Channel.ONLINE.name())
                && (denied || file.delivery().equals(ELECTRONIC))) {
            note(caseNo, file.applicantName(), "电子送达", time.instant());
            delivered(file, "平台", (denied ? "不予决定书" : "办结通知书") + "已存入申请人账户，电子送达");
        } else {
            processes.start(Delivery.PROCESS, caseNo, Tenants.city(file.region()), Map.of("caseNo", caseNo));
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
        rows.change(caseNo, "delivered_by = ?", officer);
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
        var file = cases.get(caseNo);
        note(caseNo, file.applicantName(), "部门送达", at);
        delivered(file, who, remark);
        processes.correlate(Messages.CASE_DELIVERED, caseNo, Map.of());
    }

    void registered(String caseNo) {
        var file = cases.get(caseNo);
        if (file.state() == CaseState.CLOSED) {
            delivered(file, registrar(caseNo), "送达已登记");
        }
    }

    private String registrar(String caseNo) {
        return sql.sql("select coalesce(delivered_by, '平台') from case_file where month = ? and case_no = ?")
                .params(Numbers.month(caseNo), caseNo)
                .query(String.class)
                .single();
    }

    private void delivered(CaseFile file, String who, String remark) {
        cases.move(
                file.caseNo(), CaseState.DELIVERED, who, remark, file.result() == CaseResult.DENIED ? DENIED : GRANTED);
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
