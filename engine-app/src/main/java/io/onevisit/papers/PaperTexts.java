package io.onevisit.papers;

import static io.onevisit.papers.Drafting.day;
import static io.onevisit.papers.Drafting.named;

import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseMoved;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.ServiceItem;
import io.onevisit.materials.SupplementRequested;
import io.onevisit.promises.DeferredMaterials;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says what the papers from acceptance to closing say, as soon as the act happens that each belongs to (行政许可法 art. 32, 38). */
@Component
class PaperTexts {

    /** Administrative acts by the code of their item's type (GB/T 39046 A.1); of the others nothing is granted by decision. */
    private static final Map<String, String> ACTS =
            Map.of("01", "行政许可", "05", "行政给付", "07", "行政确认", "08", "行政奖励", "09", "行政裁决");

    private static final String HANDLING = "办理";

    private final Drafting drafting;
    private final Cases cases;
    private final Applications applications;
    private final DeferredMaterials deferred;
    private final Catalogue catalogue;

    PaperTexts(
            Drafting drafting,
            Cases cases,
            Applications applications,
            DeferredMaterials deferred,
            Catalogue catalogue) {
        this.drafting = drafting;
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
            case ACCEPTANCE_REFUSED ->
                refusal(PaperKind.REFUSAL, PaperKind.REFUSAL.title(), moved.file(), "决定不予受理", Drafting.REMEDY);
            case NOT_APPLICABLE ->
                refusal(
                        PaperKind.NOT_APPLICABLE,
                        PaperKind.NOT_APPLICABLE.title(),
                        moved.file(),
                        "依法不需要取得行政许可，不受理",
                        "");
            case GRANTED -> grant(moved.file());
            case DENIED -> {
                var act = act(moved.file());
                refusal(
                        PaperKind.DENIAL,
                        PaperKind.DENIAL.title().formatted(act),
                        moved.file(),
                        "决定不予" + act,
                        Drafting.REMEDY);
            }
            case CLOSED -> closing(moved.file());
            default -> {}
        }
    }

    @EventListener
    void on(SupplementRequested requested) {
        var notice = requested.notice();
        var application = applications.get(notice.applicationNo());
        var about = cases.find(notice.businessKey());
        var said = new ArrayList<String>();
        said.add("您申报的%s，经审查还需补正以下全部内容，现一次性告知："
                .formatted(about.map(Drafting::named).orElseGet(() -> named(application))));
        var n = 0;
        for (var item : notice.items()) {
            said.add("%d. %s：%s".formatted(++n, item.name(), item.reason()));
        }
        if (!notice.note().isBlank()) {
            said.add("补充说明：" + Drafting.sentence(notice.note()));
        }
        said.add("请于%s前一次补齐提交。逾期未补正的，尚未受理的视为撤回申请，予以退回，您可以重新申报；已经受理的，按现有材料继续审查。".formatted(day(notice.dueAt())));
        said.add(Drafting.basis("行政许可法第三十二条第一款第四项"));
        about.ifPresentOrElse(
                file -> drafting.ofCase(PaperKind.SUPPLEMENT, file, said),
                () -> drafting.ofApplication(PaperKind.SUPPLEMENT, application, said));
    }

    private void acceptance(CaseFile file) {
        var deemed = applications.deemedAcceptedAt(file.caseNo()).isPresent();
        var said = new ArrayList<String>();
        said.add(
                deemed
                        ? "您申请的%s，自收到申请材料之日起五个工作日内没有告知需要补正的内容，自收到申请材料之日起即为受理。".formatted(named(file))
                        : "您申请的%s，材料符合法定形式，现予受理。".formatted(named(file)));
        said.add("受理日期：%s。承诺办结日期：%s。".formatted(day(file.acceptedAt()), day(file.promisedDueAt())));
        var open = deferred.open(file.caseNo());
        if (!open.isEmpty()) {
            said.add("经您书面承诺，下列材料可以后补（容缺受理）：%s。"
                    .formatted(String.join(
                            "、",
                            open.stream()
                                    .map(DeferredMaterials.Open::materialName)
                                    .toList())));
            said.add("请于%s前补交；逾期未补交的，本次办件按补正不来办结。".formatted(day(open.get(0).dueAt())));
        }
        said.add(Drafting.basis("行政许可法第三十二条第一款第" + (deemed ? "四" : "五") + "项、第四十二条"));
        drafting.ofCase(PaperKind.ACCEPTANCE, file, said);
    }

    private void refusal(PaperKind kind, String title, CaseFile file, String what, String remedy) {
        var entry = cases.journal(file.caseNo()).stream()
                .reduce((before, last) -> last)
                .orElseThrow();
        var said = new ArrayList<String>();
        said.add("您申请的%s，经审查，%s。".formatted(named(file), what));
        said.add("理由：" + Drafting.sentence(entry.detail()));
        said.add(Drafting.basis(entry.basis()));
        if (!remedy.isEmpty()) {
            said.add(remedy);
        }
        drafting.ofCase(kind, title, file, said);
    }

    /** A written decision where something is granted by one; of a public service the closing notice says it all. */
    private void grant(CaseFile file) {
        var act = act(file);
        if (act.equals(HANDLING)) {
            return;
        }
        var licence = act.equals(ACTS.get("01"));
        var said = new ArrayList<String>();
        said.add("您申请的%s，经审查，决定准予%s。".formatted(named(file), act));
        reason(file).ifPresent(said::add);
        said.add(Drafting.basis(licence ? "行政许可法第三十八条第一款" : ""));
        drafting.ofCase(PaperKind.GRANT, PaperKind.GRANT.title().formatted(act), file, said);
    }

    private void closing(CaseFile file) {
        var granted = "grant".equals(file.decision());
        var said = new ArrayList<String>();
        said.add("您申请的%s已经办结，结果：%s。".formatted(named(file), (granted ? "准予" : "不予") + act(file)));
        if (file.result() != null) {
            said.add("办结结果：%s。".formatted(file.result().inWords()));
        }
        if (file.licenseId() != null) {
            said.add("已制发电子证照，标识：" + file.licenseId() + "。");
        }
        if (!granted) {
            reason(file).ifPresent(said::add);
            said.add(Drafting.REMEDY);
        }
        drafting.ofCase(PaperKind.CLOSING, file, said);
    }

    /** Who grants need not say why. */
    private static Optional<String> reason(CaseFile file) {
        return Optional.ofNullable(file.decisionReason())
                .filter(why -> !why.isBlank())
                .map(why -> "理由：" + Drafting.sentence(why));
    }

    /** What the item is in law, as it stands behind 准予 and 不予. */
    private String act(CaseFile file) {
        return catalogue
                .findEdition(file.itemCode(), file.region(), file.itemEdition(), file.submittedAt())
                .map(ServiceItem::itemType)
                .map(ACTS::get)
                .orElse(HANDLING);
    }
}
