package io.onevisit.papers;

import io.onevisit.cases.Application;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.catalogue.Catalogue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What all papers have in common: who issues them to whom, and how they speak of a case, a day and the law. */
@Component
class Drafting {

    /** Stands where no source gives the law. */
    static final String EXAMPLE = "示例（依据待核对）";

    static final String REMEDY = "如不服本决定，可自知道之日起六十日内依法申请行政复议，或者在六个月内依法提起行政诉讼〔期限为示例（依据待核对）〕。";
    static final String OBJECTION = "如有异议，可以向办理单位提出，也可以拨打 12345 政务服务便民热线反映。";
    static final String AGAIN = "您可以重新提出申请，已填写的信息可以继续使用。";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(ZoneId.of("Asia/Shanghai"));
    static final String WINDOW = "政务服务综合窗口";

    private final Papers papers;
    private final Applications applications;
    private final Catalogue catalogue;

    Drafting(Papers papers, Applications applications, Catalogue catalogue) {
        this.papers = papers;
        this.applications = applications;
        this.catalogue = catalogue;
    }

    /** A paper of the department about one case. */
    void ofCase(PaperKind kind, CaseFile file, List<String> said) {
        ofCase(kind, kind.title(), file, said);
    }

    void ofCase(PaperKind kind, String title, CaseFile file, List<String> said) {
        papers.write(new Papers.Text(
                kind,
                title,
                file.region(),
                file.applicationNo(),
                file.caseNo(),
                catalogue.departmentName(file.department()),
                file.applicantName(),
                file.itemName(),
                withAgent(applications.get(file.applicationNo()), said)));
    }

    /** A paper of the window about a whole application; returns its number. */
    String ofApplication(PaperKind kind, Application application, List<String> said) {
        return papers.write(new Papers.Text(
                kind,
                kind.title(),
                application.region(),
                application.applicationNo(),
                null,
                WINDOW,
                application.applicantName(),
                application.bundleName(),
                withAgent(application, said)));
    }

    /** Who acts for the applicant is named on every paper (行政许可法 art. 29). */
    private static List<String> withAgent(Application application, List<String> said) {
        return application
                .agency()
                .map(agent -> Stream.concat(said.stream(), Stream.of("代理人（联系人）：" + agent + "。"))
                        .toList())
                .orElse(said);
    }

    Application application(String no) {
        return applications.get(no);
    }

    static String named(CaseFile file) {
        return "“%s”（办件编号 %s）".formatted(file.itemName(), file.caseNo());
    }

    static String named(Application application) {
        return "“%s”（申报编号 %s）".formatted(application.bundleName(), application.applicationNo());
    }

    static String day(Instant at) {
        return at == null ? "以通知为准" : DAY.format(at);
    }

    /** What a person wrote, with one full stop at its end. */
    static String sentence(String text) {
        return text.strip().replaceAll("[。．.]+$", "") + "。";
    }

    /** The law a paper stands on, in full; an example where none is known. */
    static String basis(String law) {
        return law.isBlank() || law.equals(EXAMPLE)
                ? "依据：" + EXAMPLE + "。"
                : "依据：" + law.replaceFirst("^行政许可法", "《中华人民共和国行政许可法》") + "。";
    }
}
