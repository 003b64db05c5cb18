package io.onevisit.papers;

import static io.onevisit.papers.Drafting.sentence;

import io.onevisit.cases.Application;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What somebody takes home from the window: 收件凭证, or what is still wanting, told at once (一次性告知书). */
@Component
public class CounterPapers {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Drafting drafting;
    private final Papers papers;

    CounterPapers(Drafting drafting, Papers papers) {
        this.drafting = drafting;
        this.papers = papers;
    }

    /** Whether a paper is the receipt of an application that was taken in at a window. */
    public static boolean isReceipt(Paper paper) {
        return paper.kind().equals(PaperKind.RECEIPT.name());
    }

    /** Returns the number of the paper. */
    public String receipt(Application application, Received received) {
        var said = new ArrayList<String>();
        said.add("您申请的%s已由本窗口收件，申报编号：%s。".formatted("“" + application.bundleName() + "”", received.fullNo()));
        said.add("收件时间：%s。申请人身份核验方式：%s。".formatted(MINUTE.format(application.submittedAt()), received.seen()));
        said.add("申请事项：");
        numbered(received.items(), said);
        said.add(received.materials().isEmpty() ? "收到材料：无需提交材料。" : "收到材料：");
        numbered(received.materials(), said);
        said.add("收件窗口：%s。收件人：%s。".formatted(application.intakeWindow(), received.clerk()));
        said.add("收件不等于受理。是否受理自收件之日起五个工作日内告知；您可以凭申报编号在网上查询进度。");
        return drafting.ofApplication(PaperKind.RECEIPT, application, said);
    }

    /** Returns the number of the paper. */
    public String notice(Told told) {
        var said = new ArrayList<String>();
        said.add("您拟申请的“%s”，经窗口核对，还需补齐或者更正以下全部内容，现一次性告知：".formatted(told.subject()));
        numbered(told.lines(), said);
        if (!told.note().isBlank()) {
            said.add("补充说明：" + sentence(told.note()));
        }
        said.add("本次尚未收件。您已填写的信息和已交的材料由窗口保留，补齐后可以持本告知书到%s继续办理。".formatted(told.window()));
        said.add("告知人：%s。".formatted(told.clerk()));
        said.add(Drafting.basis("行政许可法第三十二条第一款第四项"));
        return papers.write(new Papers.Text(
                PaperKind.COUNTER_NOTICE,
                PaperKind.COUNTER_NOTICE.title(),
                told.region(),
                null,
                null,
                Drafting.WINDOW,
                told.applicantName(),
                told.subject(),
                said));
    }

    private static void numbered(List<String> lines, List<String> said) {
        for (var n = 0; n < lines.size(); n++) {
            said.add("%d. %s".formatted(n + 1, sentence(lines.get(n))));
        }
    }

    /**
     * @param seen how the clerk made sure who the applicant is
     * @param items each with its number and limit
     * @param materials each with its pages
     */
    public record Received(String fullNo, String seen, List<String> items, List<String> materials, String clerk) {}

    /** @param lines each with what is wrong about it and why */
    public record Told(
            String region,
            String subject,
            String applicantName,
            List<String> lines,
            String note,
            String window,
            String clerk) {}
}
