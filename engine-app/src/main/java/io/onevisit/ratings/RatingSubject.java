package io.onevisit.ratings;

import io.onevisit.cases.Cases;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.privacy.Masked;
import io.onevisit.problems.Problem;
import io.onevisit.tasks.Subject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Bad ratings in the worklist of those who handled the case. */
@Component
class RatingSubject implements Subject {

    private static final String CONTACT = "contact";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final RatingStore store;
    private final RatingAnswers answers;
    private final Labels labels;
    private final Clocks clocks;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final Cases cases;
    private final Clock time;

    RatingSubject(
            RatingStore store,
            RatingAnswers answers,
            Labels labels,
            Clocks clocks,
            Catalogue catalogue,
            Accounts accounts,
            Cases cases,
            Clock time) {
        this.store = store;
        this.answers = answers;
        this.labels = labels;
        this.clocks = clocks;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.cases = cases;
        this.time = time;
    }

    @Override
    public boolean covers(String businessKey) {
        return businessKey != null && businessKey.startsWith("R");
    }

    @Override
    public void hold(String businessKey) {
        store.lock(businessKey);
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
        return answers.take(officer, taskKey, businessKey, given);
    }

    @Override
    public String reveal(Account officer, String businessKey, String fact, String reason) {
        var rater = rater(store.find(businessKey).orElseThrow());
        if (!fact.equals(CONTACT) || rater.isEmpty()) {
            throw Problem.notFound("fact-unknown", "没有这项可以查看的内容。");
        }
        cases.journal(businessKey, officer.name(), "查看评价人联系方式", reason, time.instant());
        return rater.get().name() + " " + rater.get().phone();
    }

    private Optional<Account> rater(Rating rating) {
        return Optional.ofNullable(rating.rater()).flatMap(accounts::find).filter(person -> person.phone() != null);
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

    List<Fact> facts(Rating rating) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("满意度", rating.satisfaction().label()));
        add(facts, "标签", String.join("、", labels.words(rating)));
        add(facts, "文字评价", rating.text());
        store.additions(rating.no()).forEach(addition -> add(facts, "追评", addition.text()));
        facts.add(new Fact("评价渠道", rating.channel().label()));
        facts.add(new Fact("评价时间", MINUTE.format(rating.ratedAt())));
        facts.add(new Fact(
                "办理单位", rating.department().isEmpty() ? "综合窗口" : catalogue.departmentName(rating.department())));
        add(facts, "办件编号", rating.caseNo());
        rater(rating)
                .ifPresent(person -> facts.add(
                        new Fact("评价人联系方式", Masked.name(person.name()) + " " + Masked.phone(person.phone()), CONTACT)));
        facts.add(new Fact("环节", rating.state().label()));
        var handling = rating.handling();
        add(facts, "联系情况", handling.contactNote());
        add(facts, "核实情况", handling.verdictNote());
        add(facts, "证据", handling.evidence());
        add(facts, "复核意见", handling.exclusionNote());
        store.rounds(rating.no()).forEach(round -> add(facts, rating.channel(), round));
        var again = handling.reopenedAt() != null;
        add(facts, again ? "重新整改措施" : "整改措施", handling.measures());
        add(facts, "申请延期", handling.extensionDays() == null ? "" : handling.extensionDays() + " 个工作日");
        add(facts, again ? "重新整改反馈" : "反馈内容", handling.reply());
        add(facts, "回访", handling.callBack() == null ? "" : RatingAnswers.callBackWords(handling.callBack()));
        add(facts, "回访记录", handling.callBackNote());
        add(facts, again ? "第三次评价" : "再次评价", verdict(rating.channel(), handling.second()));
        add(facts, "监察结论", handling.conclusion());
        return facts;
    }

    /** The rectification before, as the one after it has to know it. */
    private void add(List<Fact> facts, RatingChannel channel, Handling.Round round) {
        add(facts, "第一次整改措施", round.measures());
        add(facts, "第一次反馈", round.reply());
        add(facts, "第一次回访", round.callBack() == null ? "" : RatingAnswers.callBackWords(round.callBack()));
        add(facts, "第一次回访记录", round.callBackNote());
        add(facts, "再次评价", verdict(channel, round.second()));
    }

    private String verdict(RatingChannel channel, Handling.Second second) {
        if (second == null) {
            return "";
        }
        var said = new ArrayList<>(List.of(second.satisfaction().label()));
        said.addAll(labels.words(channel, second.labelsEdition(), second.labels()));
        said.add(second.text());
        return said.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining("，"));
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(label, value));
        }
    }
}
