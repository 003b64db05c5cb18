package io.onevisit.ratings;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.catalogue.Regions;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 评价公示: levels and labels at once, words and replies only after somebody has read them without what points at persons. */
@Component
class Publication {

    private static final String PUBLISHED = "PUBLISHED";
    private static final int LONGEST_REASON = 200;

    private final JdbcClient sql;
    private final RatingStore store;
    private final RatingRow rows;
    private final Labels labels;
    private final Cases cases;
    private final Catalogue catalogue;
    private final Regions regions;

    Publication(
            JdbcClient sql,
            RatingStore store,
            RatingRow rows,
            Labels labels,
            Cases cases,
            Catalogue catalogue,
            Regions regions) {
        this.sql = sql;
        this.store = store;
        this.rows = rows;
        this.labels = labels;
        this.cases = cases;
        this.catalogue = catalogue;
        this.regions = regions;
    }

    /** @param region its own ratings and those of the divisions below it; the empty text for all */
    List<Shown> page(String region, String department, int page, int size) {
        if (!region.isEmpty() && regions.find(region).isEmpty()) {
            throw Problem.invalid("region-unknown", "没有这个地区，请重新选择。").with("field", "region");
        }
        var departments = catalogue.departmentNames();
        if (!department.isEmpty() && !departments.containsKey(department)) {
            throw Problem.invalid("department-unknown", "没有这个部门，请重新选择。").with("field", "department");
        }
        var prefix = region.isEmpty() ? "" : RegionCode.of(region).prefix();
        return sql
                .sql(
                        """
                        select * from rating
                        where not defaulted and not excluded and region between :first and :last
                          and (:department = '' or department = :department)
                        order by rated_at desc, no limit :size offset :from""")
                .param("first", prefix)
                .param("last", RegionCode.last(prefix))
                .param("department", department)
                .param("size", size)
                .param("from", page * size)
                .query(rows::rating)
                .list()
                .stream()
                .map(rating -> new Shown(
                        rating.satisfaction().label(),
                        rating.satisfaction().bad(),
                        labels.words(rating),
                        rating.itemName(),
                        rating.department().isEmpty()
                                ? "综合窗口"
                                : departments.getOrDefault(rating.department(), rating.department()),
                        regions.find(rating.region()).map(r -> r.name()).orElse(""),
                        LocalDate.ofInstant(rating.ratedAt(), RatingStore.CHINA),
                        rating.satisfaction().bad() ? rating.state().label() : "",
                        rating.publishedText(),
                        rating.publishedReply()))
                .toList();
    }

    /** What waits to be read, with what would be shown. */
    List<Proposal> pending(Account supervisor, int page, int size) {
        onlySupervisors(supervisor);
        return sql
                .sql(
                        """
                        select * from rating where publication = 'PENDING' and region between :first and :last
                        order by rated_at, no limit :size offset :from""")
                .param("first", Reach.of(supervisor).first())
                .param("last", Reach.of(supervisor).last())
                .param("size", size)
                .param("from", page * size)
                .query(rows::rating)
                .list()
                .stream()
                .map(this::proposal)
                .toList();
    }

    /** Publishes or withholds words and reply; a rating's level and labels are public either way. */
    @Transactional
    void decide(Account supervisor, String no, boolean publish, String reason) {
        onlySupervisors(supervisor);
        var rating = store.find(no)
                .filter(found -> Reach.of(supervisor).holds(found.region()))
                .orElseThrow(() -> Problem.notFound("rating-unknown", "没有找到这条评价。"));
        if (!rating.publication().equals("PENDING")) {
            throw Problem.conflict("publication-decided", "这条评价的公开审核已经完成，请刷新列表。");
        }
        var why = reason == null ? "" : reason.strip();
        if (!publish && why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Problem.invalid("reason-missing", "不公开的须写明理由，不超过 200 个字。").with("field", "reason");
        }
        var proposal = proposal(rating);
        var values = new HashMap<String, Object>();
        values.put("publication", publish ? PUBLISHED : "WITHHELD");
        values.put("published_text", publish ? proposal.publicText() : null);
        values.put("published_reply", publish ? proposal.publicReply() : null);
        values.put("publication_by", supervisor.username());
        values.put("publication_note", why);
        store.set(no, values);
    }

    /** The words as they were written may say who wrote them. */
    static void onlySupervisors(Account supervisor) {
        if (!supervisor.is(Role.SUPERVISOR)) {
            throw Problem.forbidden("supervisors-only", "评价原文和处置记录由监察人员查看和审核。");
        }
    }

    private Proposal proposal(Rating rating) {
        var name = rating.caseNo() == null
                ? null
                : cases.find(rating.caseNo()).map(CaseFile::applicantName).orElse(null);
        return new Proposal(
                rating.no(),
                rating.satisfaction().label(),
                rating.itemName(),
                rating.text(),
                answered(rating.handling()),
                PlainText.of(rating.text(), name),
                rating.handling().reply() == null ? null : PlainText.of(answered(rating.handling()), name));
    }

    /** What was answered last: the unit's reply and, where it came to that, the supervisor's conclusion. */
    private static String answered(Handling handling) {
        return handling.conclusion() == null ? handling.reply() : handling.reply() + "\n监察结论：" + handling.conclusion();
    }

    record Shown(
            String level,
            boolean bad,
            List<String> labels,
            String itemName,
            String departmentName,
            String regionName,
            LocalDate day,
            String state,
            String text,
            String reply) {}

    record Proposal(
            String no,
            String level,
            String itemName,
            String text,
            String reply,
            String publicText,
            String publicReply) {}
}
