package io.onevisit.cases;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.catalogue.SpecialProcedure;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers find in a review: one decides what is formal, two what is substantive (行政许可法 art. 34). */
@Component
public class Reviews {

    private static final String IN_ORDER = "符合法定条件、标准";
    private static final String SUPPLEMENT = "补正";
    private static final String TWO_OFFICERS = "行政许可法第三十四条第三款";

    private final JdbcClient sql;
    private final Cases cases;
    private final Journal journal;
    private final Catalogue catalogue;
    private final Clock time;

    Reviews(JdbcClient sql, Cases cases, Journal journal, Catalogue catalogue, Clock time) {
        this.catalogue = catalogue;
        this.sql = sql;
        this.cases = cases;
        this.journal = journal;
        this.time = time;
    }

    /** The officer's answer: the decision, or what a second officer shall review. */
    @Transactional
    public void answer(String caseNo, String outcome, String opinion, String username, String officer) {
        var reason = opinion.isBlank() ? IN_ORDER : opinion;
        if (!cases.lock(caseNo).substantive()) {
            cases.noteDecision(caseNo, outcome, reason, officer, time.instant());
            return;
        }
        sql.sql(
                        """
                        update case_file set proposal = ?, proposal_reason = ?, proposed_by = ?, proposer = ?
                        where month = ? and case_no = ?""")
                .params(outcome, reason, officer, username, Numbers.month(caseNo), caseNo)
                .update();
        journal.write(caseNo, officer, "提出审查意见", (outcome.equals("grant") ? "准予：" : "不予：") + reason, TWO_OFFICERS);
    }

    /**
     * The second officer's answer; the first one can’t be the second.
     *
     * @return what the process goes on with: the decision, or {@code disagree}
     */
    @Transactional
    public String second(String caseNo, boolean agrees, String opinion, String username, String officer) {
        var proposal = sql.sql(
                        """
                        select proposal as outcome, proposal_reason as reason, proposed_by as officer, proposer as username
                        from case_file where month = ? and case_no = ? for update""")
                .params(Numbers.month(caseNo), caseNo)
                .query(Proposal.class)
                .single();
        if (username.equals(proposal.username())) {
            throw Problem.forbidden("same-officer", "您是本办件的第一承办人，复核应当由另一名工作人员进行（行政许可法第三十四条）。");
        }
        if (!agrees) {
            journal.write(caseNo, officer, "复核不同意", opinion, TWO_OFFICERS);
            return "disagree";
        }
        journal.write(caseNo, officer, "复核同意", opinion, TWO_OFFICERS);
        cases.noteDecision(
                caseNo, proposal.outcome(), proposal.reason(), proposal.officer() + "、" + officer, time.instant());
        return proposal.outcome();
    }

    /** Asks for a special procedure of a kind that the item's elements name. */
    @Transactional
    public void special(String caseNo, String kind, int days, String reason, String officer) {
        var allowed = specialKinds(cases.get(caseNo));
        if (!allowed.contains(kind)) {
            throw Problem.invalid(
                            "special-kind",
                            allowed.isEmpty()
                                    ? "本事项的实施清单没有载明特别程序，不能启动。"
                                    : "请选择本事项实施清单载明的特别程序：" + String.join("、", allowed) + "。")
                    .with("field", "kind");
        }
        cases.noteSpecialProcedure(caseNo, days, specialUnit(caseNo, kind), kind + "：" + reason, "行政许可法第四十五条", officer);
    }

    /** How the days of a special procedure are counted, by the item's own elements. */
    public LimitUnit specialUnit(String caseNo, String kind) {
        return named(cases.get(caseNo), kind).map(SpecialProcedure::unit).orElse(LimitUnit.WORKING_DAY);
    }

    /** Notes the special procedure that a model demands of every such case, with the days that the item's elements give it. */
    void demanded(String caseNo, String kind) {
        var file = cases.get(caseNo);
        var procedure = named(file, kind)
                .filter(found -> found.days() != null)
                .orElseThrow(() -> Problem.conflict(
                        "special-kind", "事项“%s”的实施清单没有载明特别程序“%s”和天数，请补充后重试。".formatted(file.itemName(), kind)));
        cases.noteSpecialProcedure(
                caseNo, procedure.days(), procedure.unit(), kind + "：受理后依规定进行", procedure.basis(), "平台");
    }

    private Optional<SpecialProcedure> named(CaseFile file, String kind) {
        return catalogue
                .findEdition(file.itemCode(), file.region(), file.itemEdition(), file.submittedAt())
                .flatMap(item -> item.specialProcedure(kind));
    }

    /** Writes down how the special procedure ended; the platform step {@code resumeClock} lets the clock run on. */
    @Transactional
    public void specialEnded(String caseNo, String result, String officer) {
        sql.sql("update case_file set special_ended_by = ?, special_result = ? where month = ? and case_no = ?")
                .params(officer, result, Numbers.month(caseNo), caseNo)
                .update();
    }

    /** The special procedures that an item allows, by its own elements. */
    public List<String> specialKinds(CaseFile file) {
        return catalogue
                .findEdition(file.itemCode(), file.region(), file.itemEdition(), file.submittedAt())
                .map(item -> item.specialProcedures().stream()
                        .map(procedure -> procedure.name())
                        .filter(name -> !name.equals(SUPPLEMENT))
                        .toList())
                .orElse(List.of());
    }

    /** What the first officer proposed, in words, while nothing is decided. */
    public Optional<String> proposal(String caseNo) {
        return sql.sql(
                        """
                        select case proposal when 'grant' then '准予' else '不予' end || '（' || proposed_by || '）：' || proposal_reason
                        from case_file where month = ? and case_no = ? and proposal is not null and decision is null""")
                .params(Numbers.month(caseNo), caseNo)
                .query(String.class)
                .optional();
    }

    /** The extension that waits for the head's approval, in words. */
    public Optional<String> extensionAsked(String caseNo) {
        return sql.sql(
                        """
                        select extension_days || ' 个工作日：' || extension_reason from case_file
                        where month = ? and case_no = ? and extension_days is not null and extended_at is null""")
                .params(Numbers.month(caseNo), caseNo)
                .query(String.class)
                .optional();
    }

    record Proposal(String outcome, String reason, String officer, String username) {}
}
