package io.onevisit.ratings;

import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import io.onevisit.processes.Groups;
import io.onevisit.processes.RatingLoop;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes ratings: one per case (一事一评) and per visit (一次一评), never changed afterwards, bad ones into their loop. */
@Component
public class Ratings {

    private static final int LONGEST = 500;

    private final RatingStore store;
    private final Labels labels;
    private final Visits visits;
    private final Cases cases;
    private final Applications applications;
    private final Numbers numbers;
    private final Processes processes;
    private final Clock time;

    Ratings(
            RatingStore store,
            Labels labels,
            Visits visits,
            Cases cases,
            Applications applications,
            Numbers numbers,
            Processes processes,
            Clock time) {
        this.store = store;
        this.labels = labels;
        this.visits = visits;
        this.cases = cases;
        this.applications = applications;
        this.numbers = numbers;
        this.processes = processes;
        this.time = time;
    }

    /** Whether there is a bad rating of this number by this person. */
    public boolean isBadOneOf(String no, Account person) {
        return store.find(no)
                .filter(rating -> rating.satisfaction().bad())
                .filter(rating -> person.username().equals(rating.rater()))
                .isPresent();
    }

    /** The applicant rates a case, at any stage from acceptance on. What is not theirs looks like what is not there. */
    @Transactional
    Rating rateCase(Account person, String caseNo, RatingChannel channel, Said said) {
        var file = cases.find(caseNo)
                .filter(found -> owns(person, found))
                .orElseThrow(() -> Problem.notFound("case-unknown", "没有找到这个办件，请核对办件编号。"));
        if (!mayBeRated(file)) {
            throw Problem.conflict("not-accepted-yet", "受理之后就可以评价，请稍后再来。");
        }
        return save(
                new Place(
                        caseNo, null, file.applicationNo(), caseNo, file.region(), file.department(), file.itemName()),
                person.username(),
                channel,
                said);
    }

    /** Whoever holds the receipt code of a visit rates it, without account. */
    @Transactional
    Rating rateVisit(String code, RatingChannel channel, Said said) {
        var visit = visits.get(code);
        return save(
                new Place(null, code, null, visit.caseNo(), visit.region(), visit.department(), visit.itemName()),
                null,
                channel,
                said);
    }

    /** Adds to a rating (追评); what it said first stays as it is. */
    @Transactional
    void add(Account person, String no, String text) {
        var rating = own(person, no);
        var words = text == null ? "" : text.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw Problem.invalid("text-missing", "请填写追评内容，不超过 500 个字。").with("field", "text");
        }
        store.add(no, words, time.instant());
        if (rating.caseNo() != null) {
            cases.journal(rating.caseNo(), "申请人", "追评", "", time.instant());
        }
    }

    /** The rater's second rating, once, after the unit has answered. */
    @Transactional
    void rateAgain(Account person, String no, RatingLevel level) {
        var rating = own(person, no);
        if (rating.reply() == null) {
            throw Problem.conflict("no-reply-yet", "收到反馈之后可以再次评价。");
        }
        if (!store.rateAgain(no, level, time.instant())) {
            throw Problem.conflict("already-rated", "您已经再次评价过，评价不能修改，可以追评。");
        }
    }

    List<Rating> ofApplication(Account person, String applicationNo) {
        applications
                .find(applicationNo)
                .filter(application -> application.belongsTo(person.username(), person.idNo()))
                .orElseThrow(() -> Problem.notFound("application-unknown", "没有找到这次申报，请核对申报编号。"));
        return store.ofApplication(applicationNo);
    }

    boolean mayBeRated(CaseFile file) {
        return file.acceptedAt() != null || file.state().isEnd();
    }

    private Rating own(Account person, String no) {
        return store.find(no)
                .filter(rating -> person.username().equals(rating.rater()))
                .orElseThrow(() -> Problem.notFound("rating-unknown", "没有找到这条评价。"));
    }

    private boolean owns(Account person, CaseFile file) {
        return applications
                .find(file.applicationNo())
                .map(application -> application.belongsTo(person.username(), person.idNo()))
                .orElse(false);
    }

    private Rating save(Place place, String rater, RatingChannel channel, Said said) {
        var bad = said.level().bad();
        if (bad && said.labels().isEmpty() && said.text().isBlank()) {
            throw Problem.invalid("reason-missing", "请选择一个标签或者写一句话，告诉我们哪里不满意，我们好改进。")
                    .with("field", "labels");
        }
        if (said.text().length() > LONGEST) {
            throw Problem.invalid("text-too-long", "文字评价不能超过 500 个字。").with("field", "text");
        }
        var edition = labels.check(channel, said.level(), said.labels());
        var now = time.instant();
        var state = bad ? RatingState.VERIFYING : RatingState.RATED;
        var publication = said.text().isBlank() ? "NONE" : "PENDING";
        var rating = fresh(place, said, channel, edition, rater, false, now, state, publication);
        if (!store.insert(rating)) {
            throw Problem.conflict("already-rated", "已经评价过了，评价不能修改，可以追评。");
        }
        if (place.caseNo() != null) {
            cases.journal(place.caseNo(), "申请人", "评价：" + said.level().label(), "", now);
        }
        if (bad) {
            begin(rating);
        }
        return rating;
    }

    /** Nobody rated the case in time: it counts as 基本满意, marked so. */
    boolean rateByDefault(CaseFile file, Instant at) {
        var place = new Place(
                file.caseNo(),
                null,
                file.applicationNo(),
                file.caseNo(),
                file.region(),
                file.department(),
                file.itemName());
        var said = new Said(RatingLevel.FAIR, List.of(), "");
        return store.insert(fresh(place, said, RatingChannel.PC, 0, null, true, at, RatingState.RATED, "NONE"));
    }

    private void begin(Rating rating) {
        var window = rating.department().isEmpty();
        processes.start(
                RatingLoop.PROCESS,
                rating.no(),
                rating.region().substring(0, 4) + "00",
                Map.of(
                        RatingLoop.Variables.NAMED,
                        rating.named(),
                        RatingLoop.Variables.HANDLERS,
                        window ? Groups.WINDOW_CLERKS : Groups.ofDepartment(rating.department()),
                        RatingLoop.Variables.HEADS,
                        window ? Groups.SUPERVISORS : Groups.ofHead(rating.department())));
    }

    private Rating fresh(
            Place place,
            Said said,
            RatingChannel channel,
            int edition,
            String rater,
            boolean defaulted,
            Instant at,
            RatingState state,
            String publication) {
        return new Rating(
                numbers.next('R', place.region(), at),
                place.matter(),
                place.visit(),
                place.applicationNo(),
                place.caseNo(),
                place.region(),
                place.department(),
                place.itemName(),
                said.level().code(),
                channel.code(),
                said.labels(),
                edition,
                said.text().strip(),
                rater,
                defaulted,
                at,
                state,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                publication,
                null,
                null);
    }

    Optional<Rating> find(String no) {
        return store.find(no);
    }

    /** What somebody says: a level, ticks and words. */
    record Said(RatingLevel level, List<String> labels, String text) {

        static Said of(int level, List<String> labels, String text) {
            return new Said(
                    RatingLevel.of(level), labels == null ? List.of() : List.copyOf(labels), text == null ? "" : text);
        }
    }

    private record Place(
            String matter,
            String visit,
            String applicationNo,
            String caseNo,
            String region,
            String department,
            String itemName) {}
}
