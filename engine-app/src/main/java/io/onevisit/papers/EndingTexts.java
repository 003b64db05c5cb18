package io.onevisit.papers;

import static io.onevisit.papers.Drafting.day;
import static io.onevisit.papers.Drafting.named;
import static io.onevisit.papers.Drafting.sentence;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseResult;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.CasesEnded;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The papers of cases that ended before their decision (撤回、退件、作废、转报). What departments had accepted gets one paper per
 * case; what one act ended before acceptance is told in one paper.
 */
@Component
class EndingTexts {

    private final Drafting drafting;

    EndingTexts(Drafting drafting) {
        this.drafting = drafting;
    }

    @EventListener
    void on(CasesEnded ended) {
        ended.files().stream()
                .filter(file -> kind(file.state()) != null)
                .collect(Collectors.groupingBy(CaseFile::state))
                .values()
                .forEach(files -> ended(files, ended));
    }

    private void ended(List<CaseFile> files, CasesEnded ended) {
        var early = files.stream().filter(file -> file.acceptedAt() == null).toList();
        if (early.size() > 1) {
            var application = drafting.application(ended.applicationNo());
            drafting.ofApplication(
                    kind(early.get(0).state()), application, said(early.get(0), named(application), early, ended));
        }
        files.stream()
                .filter(file -> early.size() <= 1 || file.acceptedAt() != null)
                .forEach(file -> drafting.ofCase(kind(file.state()), file, said(file, named(file), List.of(), ended)));
    }

    /** What is refused has its decision. */
    private static PaperKind kind(CaseState state) {
        return switch (state) {
            case WITHDRAWN -> PaperKind.WITHDRAWAL;
            case RETURNED -> PaperKind.RETURN;
            case VOIDED -> PaperKind.VOIDING;
            case TRANSFERRED -> PaperKind.TRANSFER;
            default -> null;
        };
    }

    private static List<String> said(CaseFile file, String subject, List<CaseFile> items, CasesEnded ended) {
        var handed = "您于%s提交的%s，".formatted(day(file.submittedAt()), subject);
        return switch (file.state()) {
            case WITHDRAWN -> withdrawn(handed, file, items, ended.reason());
            case RETURNED -> returned(handed, items, ended.reason());
            case VOIDED -> voided(handed, file, ended.reason());
            default -> sentOn(handed, ended);
        };
    }

    private static List<String> withdrawn(String handed, CaseFile file, List<CaseFile> items, String reason) {
        var said = new ArrayList<String>();
        said.add("%s已于%s按您的要求撤回，自撤回之日起终止办理%s".formatted(handed, day(file.closedAt()), end(items)));
        said.addAll(lines(items));
        said.add("撤回原因：" + sentence(reason));
        said.add("撤回后" + Drafting.AGAIN);
        said.add(Drafting.basis(""));
        return said;
    }

    private static List<String> returned(String handed, List<CaseFile> items, String reason) {
        var said = new ArrayList<String>();
        said.add("%s经审查予以退件，本次不再继续办理%s".formatted(handed, end(items)));
        said.addAll(lines(items));
        said.add("退件理由：" + sentence(reason));
        said.add("请按上述理由改正或者补齐。" + Drafting.AGAIN);
        said.add(Drafting.OBJECTION);
        said.add(Drafting.basis(""));
        return said;
    }

    private static List<String> voided(String handed, CaseFile file, String reason) {
        var how = file.result() == CaseResult.DELETED ? "因登记错误予以删除" : "经审查予以作废";
        return List.of(
                "%s%s，本次不再继续办理。".formatted(handed, how),
                "理由：" + sentence(reason),
                Drafting.OBJECTION,
                Drafting.basis(""));
    }

    private static List<String> sentOn(String handed, CasesEnded ended) {
        var body = ended.to().isEmpty() ? "有权决定的上级行政机关" : ended.to();
        var prefix = "转报" + ended.to() + "："; // the journal names the body before the reason
        var reason = ended.reason().startsWith(prefix) ? ended.reason().substring(prefix.length()) : ended.reason();
        return List.of(
                "%s本单位已经初步审查完毕，现将初步审查意见和全部申请材料报送%s，由其审查决定。".formatted(handed, body),
                "转报理由：" + sentence(reason),
                "上级行政机关不得要求您重复提供申请材料。后续办理情况由%s告知您。".formatted(body),
                Drafting.basis("行政许可法第三十五条、第四十三条"));
    }

    private static String end(List<CaseFile> items) {
        return items.isEmpty() ? "。" : "，涉及以下事项：";
    }

    private static List<String> lines(List<CaseFile> items) {
        var lines = new ArrayList<String>();
        for (var item : items) {
            lines.add("%d. %s，办件编号 %s".formatted(lines.size() + 1, item.itemName(), item.caseNo()));
        }
        return lines;
    }
}
