package io.onevisit.hotline;

import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import io.onevisit.cases.OwnApplications;
import io.onevisit.catalogue.Regions;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import io.onevisit.processes.HotlineOrder;
import io.onevisit.ratings.Ratings;
import io.onevisit.reach.Reach;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders over the web and by telephone; what is answered at once is closed at once, the rest is dispatched. */
@Component
class Intake {

    private static final int LONGEST = 2000;
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NAME = 50;

    private final OrderStore store;
    private final Dispatch dispatch;
    private final Ratings ratings;
    private final Cases cases;
    private final Applications applications;
    private final OwnApplications ownApplications;
    private final Regions regions;
    private final Numbers numbers;
    private final Processes processes;
    private final CallersCases calls;
    private final Knowledge catalogue;
    private final Clock time;

    Intake(
            OrderStore store,
            Dispatch dispatch,
            Ratings ratings,
            Cases cases,
            Applications applications,
            OwnApplications ownApplications,
            Regions regions,
            Numbers numbers,
            Processes processes,
            CallersCases calls,
            Knowledge catalogue,
            Clock time) {
        this.store = store;
        this.dispatch = dispatch;
        this.ratings = ratings;
        this.cases = cases;
        this.applications = applications;
        this.ownApplications = ownApplications;
        this.regions = regions;
        this.numbers = numbers;
        this.processes = processes;
        this.calls = calls;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** A citizen's own order; a case or rating it points to must be theirs, else it is answered as unknown. */
    @Transactional
    WorkOrder fromWeb(Account person, Asked asked) {
        if (asked.caseNo() != null && !owns(person, asked.caseNo())) {
            throw Problem.notFound("case-unknown", "没有找到这个办件，请核对办件编号。").with("field", "caseNo");
        }
        if (asked.ratingNo() != null && !ratings.isBadOneOf(asked.ratingNo(), person)) {
            throw Problem.notFound("rating-unknown", "没有找到这条差评，请核对评价编号。").with("field", "ratingNo");
        }
        return dispatched(checked(asked), null);
    }

    /** An order typed by an agent during a call. */
    @Transactional
    WorkOrder fromCall(Account agent, Asked asked, String call) {
        if (asked.handUnit() != null) {
            if (!dispatch.knows(asked.handUnit())) {
                throw Problem.invalid("unit-unknown", "没有这个承办单位。").with("field", "handUnit");
            }
            if (asked.handReason() == null || asked.handReason().length() > LONGEST_REASON) {
                throw Problem.invalid("reason-missing", "人工改派须写明理由，不超过 200 个字。").with("field", "handReason");
            }
        }
        return dispatched(right(agent, asked), numbered(agent, asked, call));
    }

    /** A question that is answered while the caller waits needs no unit. */
    @Transactional
    WorkOrder answeredAtOnce(Account agent, Asked asked, String call, String answer, Integer knowledge) {
        if (asked.kind() != OrderKind.CONSULTATION) {
            throw Problem.invalid("not-a-question", "只有咨询可以当场答复办结，其他诉求须派单办理。").with("field", "kind");
        }
        if (answer.isBlank() || answer.length() > LONGEST) {
            throw Problem.invalid("answer-missing", "请写明答复内容，不超过 2000 个字。").with("field", "answer");
        }
        if (knowledge != null && !catalogue.hasEntry(knowledge)) {
            throw Problem.invalid("knowledge-unknown", "知识库里没有这一条，请重新选择。").with("field", "knowledge");
        }
        var right = right(agent, asked);
        var now = time.instant();
        var no = numbered(agent, right, call);
        if (no == null) {
            no = numbers.next('W', right.region(), now);
        }
        store.insert(no, right, OrderState.CLOSED, now);
        var values = new HashMap<String, Object>();
        values.put("reply", answer.strip());
        values.put("replied_at", now);
        values.put("replied_by", right.agent());
        values.put("closed_at", now);
        values.put("knowledge", knowledge);
        store.set(no, values);
        cases.journal(no, "热线", "当场答复办结", answer.strip(), now);
        return store.get(no);
    }

    /** @param called the number that the call has already, {@code null} where it has none */
    private WorkOrder dispatched(Asked asked, String called) {
        var now = time.instant();
        var no = called == null ? numbers.next('W', asked.region(), now) : called;
        store.insert(no, asked, OrderState.REGISTERED, now);
        cases.journal(
                no, asked.agent() == null ? "诉求人" : "热线", "诉求登记：" + asked.kind().label(), "", now);
        if (asked.handUnit() != null) {
            var proposed = dispatch.propose(asked.duty(), asked.region());
            cases.journal(
                    no,
                    "热线",
                    "人工改派",
                    "规则建议" + proposed.unitName() + "，改派" + dispatch.name(asked.handUnit()) + "：" + asked.handReason(),
                    now);
        }
        var variables = new HashMap<String, Object>(Dispatch.facts(asked.duty(), asked.region()));
        variables.put(HotlineOrder.Variables.HAND_PICKED, asked.handUnit() != null);
        variables.put(HotlineOrder.Variables.REACHABLE, !asked.contactPhone().isBlank());
        variables.put(HotlineOrder.Variables.REOPENED, false);
        processes.start(HotlineOrder.PROCESS, no, Dispatch.city(asked.region()), Map.copyOf(variables));
        return store.get(no);
    }

    /** An agent's line serves its own region; other lines take down what arose with them. */
    private Asked right(Account agent, Asked asked) {
        if (!Reach.of(agent).holds(asked.region())) {
            throw Problem.invalid("region-elsewhere", "诉求发生地不在本热线范围内，请告知来电人拨打当地 12345。")
                    .with("field", "region");
        }
        return checked(asked);
    }

    /** The number of a call whose cases were looked at; only a case that was looked at and shown is noted with an order. */
    private String numbered(Account agent, Asked asked, String call) {
        if (call != null && !call.isBlank()) {
            calls.take(agent, call.strip(), asked.caseNo());
            return call.strip();
        }
        if (asked.caseNo() != null) {
            throw CallersCases.notLookedAt();
        }
        return null;
    }

    private Asked checked(Asked asked) {
        if (asked.text().isBlank() || asked.text().length() > LONGEST) {
            throw Problem.invalid("text-missing", "请写明诉求内容，不超过 2000 个字。").with("field", "text");
        }
        if (regions.forNew(asked.region()).code().length() != 6) {
            throw Problem.invalid("region-unknown", "请选择诉求发生的区县。").with("field", "region");
        }
        if (!catalogue.hasDuty(asked.duty())) {
            throw Problem.invalid("duty-unknown", "请从目录中选择诉求属于哪一方面，说不清的选“其他”。").with("field", "duty");
        }
        if (asked.contactName().length() > LONGEST_NAME) {
            throw Problem.invalid("name-too-long", "姓名不能超过 50 个字。").with("field", "contactName");
        }
        if (!asked.contactPhone().matches("|1\\d{10}|0\\d{9,11}")) {
            throw Problem.invalid("phone-wrong", "请填写 11 位手机号码或者带区号的固定电话。").with("field", "contactPhone");
        }
        return asked;
    }

    private boolean owns(Account person, String caseNo) {
        return cases.find(caseNo)
                .flatMap(file -> applications.find(file.applicationNo()))
                .map(application -> ownApplications.follows(person, application))
                .orElse(false);
    }
}
