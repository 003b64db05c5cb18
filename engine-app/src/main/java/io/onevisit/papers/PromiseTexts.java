package io.onevisit.papers;

import static io.onevisit.papers.Drafting.named;

import io.onevisit.promises.GrantRevoked;
import io.onevisit.promises.RectificationDemanded;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The papers of a promise that was not kept (告知承诺). */
@Component
class PromiseTexts {

    private final Drafting drafting;

    PromiseTexts(Drafting drafting) {
        this.drafting = drafting;
    }

    @EventListener
    void on(RectificationDemanded demanded) {
        drafting.ofCase(
                PaperKind.RECTIFICATION,
                demanded.file(),
                List.of(
                        "经核查，您申请%s时书面承诺的条件尚未履行，请于 %d 个工作日内整改完毕。".formatted(named(demanded.file()), demanded.days()),
                        "整改要求：" + Drafting.sentence(demanded.demand()),
                        "逾期未整改或者整改后仍不符合条件的，将依法撤销准予决定。",
                        Drafting.OBJECTION,
                        Drafting.basis("")));
    }

    @EventListener
    void on(GrantRevoked revoked) {
        var said = new ArrayList<String>();
        said.add("经核查，您申请%s时书面承诺的条件%s，现决定撤销对该申请作出的准予决定，所发电子证照同时失效。"
                .formatted(named(revoked.file()), revoked.falsePromise() ? "自始不具备，属于虚假承诺" : "没有履行"));
        said.add("理由：" + Drafting.sentence(revoked.reason()));
        if (revoked.falsePromise()) {
            said.add("本次虚假承诺记入诚信记录，信用修复前不再适用告知承诺。");
        }
        said.add(Drafting.basis(revoked.falsePromise() ? "行政许可法第六十九条" : ""));
        said.add(Drafting.REMEDY);
        drafting.ofCase(PaperKind.REVOCATION, revoked.file(), said);
    }
}
