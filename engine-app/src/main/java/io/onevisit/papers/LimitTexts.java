package io.onevisit.papers;

import static io.onevisit.papers.Drafting.day;
import static io.onevisit.papers.Drafting.named;

import io.onevisit.cases.CaseExtended;
import io.onevisit.cases.ProcedureOpened;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What has to be told in writing when a limit moves (行政许可法 art. 42, 45). */
@Component
class LimitTexts {

    private final Drafting drafting;

    LimitTexts(Drafting drafting) {
        this.drafting = drafting;
    }

    @EventListener
    void on(CaseExtended extended) {
        var file = extended.file();
        drafting.ofCase(
                PaperKind.EXTENSION,
                file,
                List.of(
                        "您申请的%s，在规定期限内不能作出决定，经本单位负责人批准，审批期限延长 %d 个工作日。".formatted(named(file), extended.days()),
                        "延长理由：" + Drafting.sentence(extended.reason()),
                        "延长后的承诺办结日期：%s。".formatted(day(file.promisedDueAt())),
                        Drafting.basis("行政许可法第四十二条第一款")));
    }

    @EventListener
    void on(ProcedureOpened opened) {
        var file = opened.file();
        drafting.ofCase(
                PaperKind.PROCEDURE,
                file,
                List.of(
                        "您申请的%s，作出决定前依法需要进行特别程序（%s）。".formatted(named(file), opened.reason()),
                        "所需时间为 %s，不计算在办理期限内；提前结束的，按实际用去的时间计算。"
                                .formatted(opened.unit().words(opened.days())),
                        Drafting.basis(opened.basis())));
    }
}
