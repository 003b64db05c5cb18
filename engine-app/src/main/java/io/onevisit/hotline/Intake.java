package io.onevisit.hotline;

import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import io.onevisit.catalogue.Regions;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import io.onevisit.processes.HotlineOrder;
import io.onevisit.ratings.Ratings;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders over the web and by telephone; what is answered at once is closed at once, the rest is dispatched. */
@Component
class Intake {

    private static final int LONGEST = 2000;

    private final OrderStore store;
    private final Dispatch dispatch;
    private final Ratings ratings;
    private final Cases cases;
    private final Applications applications;
    private final Regions regions;
    private final Numbers numbers;
    private final Processes processes;
    private final JdbcClient sql;
    private final Clock time;

    Intake(
            OrderStore store,
            Dispatch dispatch,
            Ratings ratings,
            Cases cases,
            Applications applications,
            Regions regions,
            Numbers numbers,
            Processes processes,
            JdbcClient sql,
            Clock time) {
        this.store = store;
        this.dispatch = dispatch;
        this.ratings = ratings;
        this.cases = cases;
        this.applications = applications;
        this.regions = regions;
        this.numbers = numbers;
        this.processes = processes;
        this.sql = sql;
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
        return dispatched(checked(asked));
    }

    /** An order typed by an agent during a call. */
    @Transactional
    WorkOrder fromCall(Asked asked) {
        if (asked.caseNo() != null && cases.find(asked.caseNo()).isEmpty()) {
            throw Problem.notFound("case-unknown", "没有找到这个办件，请核对办件编号。").with("field", "caseNo");
        }
        if (asked.handUnit() != null) {
            if (!dispatch.knows(asked.handUnit())) {
                throw Problem.invalid("unit-unknown", "没有这个承办单位。").with("field", "handUnit");
            }
            if (asked.handReason() == null || asked.handReason().isBlank()) {
                throw Problem.invalid("reason-missing", "人工改派须写明理由。").with("field", "handReason");
            }
        }
        return dispatched(checked(asked));
    }

    /** A question that is answered while the caller waits needs no unit. */
    @Transactional
    WorkOrder answeredAtOnce(Asked asked, String answer, Integer knowledge) {
        if (asked.kind() != OrderKind.CONSULTATION) {
            throw Problem.invalid("not-a-question", "只有咨询可以当场答复办结，其他诉求须派单办理。").with("field", "kind");
        }
        if (answer.isBlank() || answer.length() > LONGEST) {
            throw Problem.invalid("answer-missing", "请写明答复内容。").with("field", "answer");
        }
        var right = checked(asked);
        var now = time.instant();
        var no = numbers.next('W', right.region(), now);
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

    private WorkOrder dispatched(Asked asked) {
        var now = time.instant();
        var no = numbers.next('W', asked.region(), now);
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

    private Asked checked(Asked asked) {
        if (asked.text().isBlank() || asked.text().length() > LONGEST) {
            throw Problem.invalid("text-missing", "请写明诉求内容，不超过 2000 个字。").with("field", "text");
        }
        if (regions.forNew(asked.region()).code().length() != 6) {
            throw Problem.invalid("region-unknown", "请选择诉求发生的区县。").with("field", "region");
        }
        var known = sql.sql("select count(*) from hotline_duty where code = ?")
                .param(asked.duty())
                .query(Integer.class)
                .single();
        if (known == 0) {
            throw Problem.invalid("duty-unknown", "请从目录中选择诉求属于哪一方面，说不清的选“其他”。").with("field", "duty");
        }
        if (!asked.contactPhone().matches("|1\\d{10}|0\\d{9,11}")) {
            throw Problem.invalid("phone-wrong", "请填写 11 位手机号码或者带区号的固定电话。").with("field", "contactPhone");
        }
        return asked;
    }

    private boolean owns(Account person, String caseNo) {
        return cases.find(caseNo)
                .flatMap(file -> applications.find(file.applicationNo()))
                .map(application -> application.belongsTo(person.username(), person.idNo()))
                .orElse(false);
    }

    /** What somebody asks of the line; {@code null} where a case, a rating or a hand-picked unit is not given. */
    record Asked(
            OrderKind kind,
            boolean urgent,
            String duty,
            String region,
            String text,
            String contactName,
            String contactPhone,
            String owner,
            String agent,
            String caseNo,
            String ratingNo,
            String handUnit,
            String handReason) {

        /** Blank words become nothing; unknown kinds are refused. */
        static Asked of(
                String kind, boolean urgent, String duty, String region, String text, Who who, Links links, Hand hand) {
            OrderKind known;
            try {
                known = OrderKind.valueOf(kind == null ? "" : kind);
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("kind-unknown", "请选择诉求类型：咨询、求助、投诉、举报或者建议。")
                        .with("field", "kind");
            }
            return new Asked(
                    known,
                    urgent,
                    text(duty),
                    text(region),
                    text(text),
                    text(who.name()),
                    text(who.phone()),
                    who.owner(),
                    who.agent(),
                    given(links.caseNo()),
                    given(links.ratingNo()),
                    given(hand.unit()),
                    given(hand.reason()));
        }

        private static String text(String text) {
            return text == null ? "" : text.strip();
        }

        private static String given(String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    record Who(String name, String phone, String owner, String agent) {}

    record Links(String caseNo, String ratingNo) {}

    record Hand(String unit, String reason) {}
}
