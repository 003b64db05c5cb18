package io.onevisit.publicity;

import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseMoved;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.deadlines.ClockChanged;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.privacy.Masked;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes public what a case's special procedure asks for, as long as that runs. */
@Component
public class PublicNotices {

    private static final char KIND = 'N';
    private static final String PLATFORM = "平台";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final NoticeRows rows;
    private final Objections objections;
    private final Cases cases;
    private final Applications applications;
    private final Catalogue catalogue;
    private final Clocks clocks;
    private final Numbers numbers;
    private final Clock time;

    PublicNotices(
            NoticeRows rows,
            Objections objections,
            Cases cases,
            Applications applications,
            Catalogue catalogue,
            Clocks clocks,
            Numbers numbers,
            Clock time) {
        this.rows = rows;
        this.objections = objections;
        this.cases = cases;
        this.applications = applications;
        this.catalogue = catalogue;
        this.clocks = clocks;
        this.numbers = numbers;
        this.time = time;
    }

    /** The number of a case's notice, the last where there were several. */
    public Optional<String> ofCase(String caseNo) {
        return rows.ofCase(caseNo).map(Notice::no);
    }

    void publish(String caseNo) {
        var file = cases.lock(caseNo);
        var procedure = clocks.running(caseNo, ClockKind.SPECIAL_PROCEDURE)
                .orElseThrow(() -> new IllegalStateException("办件 " + caseNo + " 没有进行中的特别程序，不能公示"));
        var now = time.instant();
        var until = clocks.face(procedure, now).promisedDueAt();
        var notice = new Notice(
                numbers.next(KIND, file.region(), now),
                caseNo,
                procedure.number(),
                file.itemName(),
                file.region(),
                file.department(),
                "关于“%s”的公示".formatted(file.itemName()),
                text(file),
                now,
                until,
                Notice.State.OPEN,
                null);
        if (rows.insert(notice)) {
            cases.journal(caseNo, PLATFORM, "发布公示", "公示至 %s，公示编号 %s".formatted(MOMENT.format(until), notice.no()), now);
        }
    }

    /** An organisation's name is no personal data; of a person only the first character is shown. */
    private String text(CaseFile file) {
        var applicant = applications.get(file.applicationNo()).organisation().orElse(Masked.name(file.applicantName()));
        return """
                %s申请办理“%s”，已由%s受理，现依法予以公示。
                公示期内，有关单位和个人对公示内容有异议的，可以实名提出，并写明事实和理由；我们将依法核实，并把结果告知您。"""
                .formatted(applicant, file.itemName(), catalogue.departmentName(file.department()));
    }

    void clear(String caseNo) {
        objections.refuseWaiting(caseNo);
        settle(caseNo, Notice.State.CLEAR, "公示期满，无异议成立");
    }

    void uphold(String caseNo) {
        settle(caseNo, Notice.State.UPHELD, "异议成立，公示终止");
    }

    void end(String caseNo) {
        settle(caseNo, Notice.State.ENDED, "公示终止");
    }

    private void settle(String caseNo, Notice.State state, String what) {
        cases.lock(caseNo);
        rows.lockOpen(caseNo).ifPresent(notice -> {
            var now = time.instant();
            rows.settle(notice.no(), state, now);
            objections.close(notice, now);
            cases.journal(caseNo, PLATFORM, what, "公示编号 " + notice.no(), now);
        });
    }

    /** A case that ended meanwhile has nothing to publish any more. */
    @EventListener
    void on(CaseMoved moved) {
        if (moved.to().isEnd()) {
            end(moved.caseNo());
        }
    }

    @EventListener
    void on(ClockChanged change) {
        if (change.key().kind() == ClockKind.SPECIAL_PROCEDURE
                && change.dueAt() != null
                && change.finishedAt() == null) {
            rows.redate(change.key().no(), change.key().number(), change.dueAt());
        }
    }
}
