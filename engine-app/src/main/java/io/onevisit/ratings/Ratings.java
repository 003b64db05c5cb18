package io.onevisit.ratings;

import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import io.onevisit.cases.OwnApplications;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes ratings: one per case (一事一评) and per visit (一次一评), never changed afterwards, bad ones into their loop. */
@Component
public class Ratings {

    private static final int MOST_ADDITIONS = 10;

    private final RatingStore store;
    private final Labels labels;
    private final Visits visits;
    private final Cases cases;
    private final Applications applications;
    private final OwnApplications ownApplications;
    private final Numbers numbers;
    private final RatingLoops loops;
    private final Clock time;

    Ratings(
            RatingStore store,
            Labels labels,
            Visits visits,
            Cases cases,
            Applications applications,
            OwnApplications ownApplications,
            Numbers numbers,
            RatingLoops loops,
            Clock time) {
        this.store = store;
        this.labels = labels;
        this.visits = visits;
        this.cases = cases;
        this.applications = applications;
        this.ownApplications = ownApplications;
        this.numbers = numbers;
        this.loops = loops;
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
        var file = cases.find(caseNo == null ? "" : caseNo.strip())
                .filter(found -> owns(person, found))
                .orElseThrow(() -> Problem.notFound("case-unknown", "没有找到这个办件，请核对办件编号。"));
        if (!mayBeRated(file)) {
            throw Problem.conflict("not-accepted-yet", "受理之后就可以评价，请稍后再来。");
        }
        return save(Place.of(file), person.username(), channel, said);
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
        if (words.isEmpty() || words.length() > Said.LONGEST) {
            throw Problem.invalid("text-missing", "请填写追评内容，不超过 500 个字。").with("field", "text");
        }
        if (store.additions(no).size() >= MOST_ADDITIONS) {
            throw Problem.conflict("additions-full", "一条评价最多追评 10 次；仍有意见的，可以就此提出诉求。");
        }
        store.add(no, words, time.instant());
        if (rating.caseNo() != null) {
            cases.journal(rating.caseNo(), "申请人", "追评", "", time.instant());
        }
    }

    List<Rating> ofApplication(Account person, String applicationNo) {
        applications
                .find(applicationNo)
                .filter(application -> ownApplications.follows(person, application))
                .orElseThrow(() -> Problem.notFound("application-unknown", "没有找到这次申报，请核对申报编号。"));
        return store.ofApplication(applicationNo);
    }

    boolean mayBeRated(CaseFile file) {
        return file.acceptedAt() != null || file.state().isEnd();
    }

    /** A rating of this person's; of a case that nobody rated in time its applicant may still say something. */
    private Rating own(Account person, String no) {
        return store.find(no)
                .filter(rating -> person.username().equals(rating.rater())
                        || rating.defaulted()
                                && cases.find(rating.caseNo())
                                        .filter(file -> owns(person, file))
                                        .isPresent())
                .orElseThrow(() -> Problem.notFound("rating-unknown", "没有找到这条评价。"));
    }

    private boolean owns(Account person, CaseFile file) {
        return applications
                .find(file.applicationNo())
                .map(application -> ownApplications.follows(person, application))
                .orElse(false);
    }

    private Rating save(Place place, String rater, RatingChannel channel, Said said) {
        var edition = labels.check(channel, said.level(), said.labels());
        var now = time.instant();
        var bad = said.level().bad();
        var state = bad ? RatingState.VERIFYING : RatingState.RATED;
        var publication = said.text().isEmpty() ? "NONE" : "PENDING";
        var rating = fresh(place, said, channel, edition, rater, false, now, state, publication);
        if (!store.insert(rating)) {
            throw Problem.conflict("already-rated", "已经评价过了，评价不能修改，可以追评。");
        }
        if (place.caseNo() != null) {
            cases.journal(place.caseNo(), "申请人", "评价：" + said.level().label(), "", now);
        }
        if (bad) {
            loops.begin(rating);
        }
        return rating;
    }

    /** Nobody rated the case in time: it counts as 基本满意, marked so. */
    boolean rateByDefault(CaseFile file, Instant at) {
        var said = new Said(RatingLevel.FAIR, List.of(), "");
        return store.insert(
                fresh(Place.of(file), said, RatingChannel.PC, 0, null, true, at, RatingState.RATED, "NONE"));
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
                channel,
                said.labels(),
                edition,
                said.text(),
                rater,
                defaulted,
                at,
                state,
                Handling.NONE,
                publication,
                null,
                null);
    }

    private record Place(
            String matter,
            String visit,
            String applicationNo,
            String caseNo,
            String region,
            String department,
            String itemName) {

        static Place of(CaseFile file) {
            return new Place(
                    file.caseNo(),
                    null,
                    file.applicationNo(),
                    file.caseNo(),
                    file.region(),
                    file.department(),
                    file.itemName());
        }
    }
}
