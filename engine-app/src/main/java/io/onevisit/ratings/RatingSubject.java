package io.onevisit.ratings;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.tasks.Subject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Bad ratings in the worklist of those who handled the case. */
@Component
class RatingSubject implements Subject {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final RatingStore store;
    private final RatingAnswers answers;
    private final Labels labels;
    private final Clocks clocks;
    private final Catalogue catalogue;
    private final Clock time;

    RatingSubject(
            RatingStore store, RatingAnswers answers, Labels labels, Clocks clocks, Catalogue catalogue, Clock time) {
        this.store = store;
        this.answers = answers;
        this.labels = labels;
        this.clocks = clocks;
        this.catalogue = catalogue;
        this.time = time;
    }

    @Override
    public boolean covers(String businessKey) {
        return businessKey != null && businessKey.startsWith("R");
    }

    @Override
    public About about(String businessKey) {
        var rating = store.find(businessKey).orElseThrow();
        return new About(
                rating.no(),
                "差评：" + rating.itemName(),
                rating.named() ? "实名评价人" : "匿名",
                rating.region(),
                rating.department(),
                dueAt(rating),
                facts(rating),
                null);
    }

    @Override
    public Map<String, Object> answer(Account officer, String taskKey, String businessKey, Map<String, Object> given) {
        answers.take(officer, taskKey, store.find(businessKey).orElseThrow(), given);
        return Map.of();
    }

    private Instant dueAt(Rating rating) {
        return clocks.of(rating.no()).stream()
                .map(key -> clocks.face(key, time.instant()))
                .filter(face -> face.finishedAt() == null)
                .map(Clocks.Face::promisedDueAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<Fact> facts(Rating rating) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("满意度", rating.satisfaction().label()));
        add(facts, "标签", String.join("、", labels.words(rating)));
        add(facts, "文字评价", rating.text());
        store.additions(rating.no()).forEach(addition -> add(facts, "追评", addition.text()));
        facts.add(new Fact("评价渠道", RatingChannel.of(rating.channel()).label()));
        facts.add(new Fact("评价时间", MINUTE.format(rating.ratedAt())));
        facts.add(new Fact(
                "办理单位", rating.department().isEmpty() ? "综合窗口" : catalogue.departmentName(rating.department())));
        add(facts, "办件编号", rating.caseNo());
        facts.add(new Fact("环节", rating.state().label()));
        add(facts, "联系情况", rating.contactNote());
        add(facts, "核实情况", rating.verdictNote());
        add(facts, "证据", rating.evidence());
        add(facts, "复核意见", rating.exclusionNote());
        add(facts, "整改措施", rating.measures());
        add(facts, "申请延期", rating.extensionDays() == null ? "" : rating.extensionDays() + " 个工作日");
        add(facts, "反馈内容", rating.reply());
        add(
                facts,
                "再次评价",
                rating.secondLevel() == null
                        ? ""
                        : RatingLevel.of(rating.secondLevel()).label());
        return facts;
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(label, value));
        }
    }
}
