package io.onevisit.papers;

import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseMoved;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.materials.Supplement;
import io.onevisit.materials.SupplementRequested;
import io.onevisit.promises.DeferredMaterials;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says what each paper says, as soon as the act happens that it belongs to (行政许可法 art. 32, 38). */
@Component
class PaperTexts {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String REMEDY = "如不服本决定，可自知道之日起六十日内依法申请行政复议，或者在六个月内依法提起行政诉讼〔期限为示例（依据待核对）〕。";
    private static final String WINDOW = "政务服务综合窗口";

    private final Papers papers;
    private final Cases cases;
    private final Applications applications;
    private final DeferredMaterials deferred;
    private final Catalogue catalogue;

    PaperTexts(Papers papers, Cases cases, Applications applications, DeferredMaterials deferred, Catalogue catalogue) {
        this.papers = papers;
        this.cases = cases;
        this.applications = applications;
        this.deferred = deferred;
        this.catalogue = catalogue;
    }

    @EventListener
    void on(CaseMoved moved) {
        switch (moved.to()) {
            case UNDER_REVIEW -> {
                if (moved.from() == CaseState.ACCEPTED) {
                    acceptance(moved.file());
                }
            }
            case ACCEPTANCE_REFUSED -> refusal(PaperKind.REFUSAL, moved.file(), "决定不予受理", REMEDY);
            case NOT_APPLICABLE -> refusal(PaperKind.NOT_APPLICABLE, moved.file(), "依法不需要取得行政许可，不受理", "");
            case DENIED -> refusal(PaperKind.DENIAL, moved.file(), "决定不予行政许可", REMEDY);
            case CLOSED -> closing(moved.file());
            default -> {}
        }
    }

    @EventListener
    void on(SupplementRequested requested) {
        var notice = requested.notice();
        var said = new ArrayList<String>();
        var subject = subject(notice);
        said.add("您申报的“%s”，经审查还需补正以下全部内容，现一次性告知：".formatted(subject));
        var n = 0;
        for (var item : notice.items()) {
            said.add("%d. %s：%s".formatted(++n, item.name(), item.reason()));
        }
        if (!notice.note().isBlank()) {
            said.add("补充说明：" + notice.note());
        }
        said.add("请于 %s 前一次补齐提交。逾期未补正的，本次申报按规定退回，您可以重新申报。".formatted(DAY.format(notice.dueAt())));
        said.add("依据：《中华人民共和国行政许可法》第三十二条第一款第四项。");
        var application = applications.get(notice.applicationNo());
        papers.write(new Papers.Text(
                PaperKind.SUPPLEMENT,
                application.region(),
                application.applicationNo(),
                notice.businessKey().equals(application.applicationNo()) ? null : notice.businessKey(),
                cases.find(notice.businessKey())
                        .map(file -> catalogue.departmentName(file.department()))
                        .orElse(WINDOW),
                application.applicantName(),
                subject,
                said));
    }

    private String subject(Supplement notice) {
        return cases.find(notice.businessKey())
                .map(CaseFile::itemName)
                .orElseGet(() -> applications.get(notice.applicationNo()).bundleName());
    }

    private void acceptance(CaseFile file) {
        var said = new ArrayList<String>();
        said.add("您申请的“%s”，材料符合法定形式，现予受理。".formatted(file.itemName()));
        said.add("受理日期：%s。承诺办结日期：%s。".formatted(DAY.format(file.acceptedAt()), day(file.promisedDueAt())));
        var open = deferred.open(file.caseNo());
        if (!open.isEmpty()) {
            said.add("经您书面承诺，下列材料可以后补（容缺受理）：%s。"
                    .formatted(String.join(
                            "、",
                            open.stream()
                                    .map(DeferredMaterials.Open::materialName)
                                    .toList())));
            said.add("请于 %s 前补交；逾期未补交的，本次办件按补正不来办结。".formatted(day(open.get(0).dueAt())));
        }
        said.add("依据：《中华人民共和国行政许可法》第三十二条第一款第五项、第四十二条。");
        write(PaperKind.ACCEPTANCE, file, said);
    }

    private void refusal(PaperKind kind, CaseFile file, String what, String remedy) {
        var entry = cases.journal(file.caseNo()).stream()
                .reduce((before, last) -> last)
                .orElseThrow();
        var said = new ArrayList<String>();
        said.add("您申请的“%s”，经审查，%s。".formatted(file.itemName(), what));
        said.add("理由：" + entry.detail());
        said.add("依据：" + (entry.basis().isBlank() ? "示例（依据待核对）" : entry.basis()) + "。");
        if (!remedy.isEmpty()) {
            said.add(remedy);
        }
        write(kind, file, said);
    }

    private void closing(CaseFile file) {
        var granted = "grant".equals(file.decision());
        var said = new ArrayList<String>();
        said.add("您申请的“%s”已经办结，结果：%s。".formatted(file.itemName(), granted ? "准予" : "不予许可"));
        if (file.licenseId() != null) {
            said.add("已制发电子证照，标识：" + file.licenseId() + "。");
        }
        if (!granted) {
            said.add("理由：" + file.decisionReason());
            said.add(REMEDY);
        }
        write(PaperKind.CLOSING, file, said);
    }

    private void write(PaperKind kind, CaseFile file, List<String> said) {
        papers.write(new Papers.Text(
                kind,
                file.region(),
                file.applicationNo(),
                file.caseNo(),
                catalogue.departmentName(file.department()),
                file.applicantName(),
                file.itemName(),
                said));
    }

    private static String day(Instant at) {
        return at == null ? "以通知为准" : DAY.format(at);
    }
}
