package io.onevisit.processes;

import java.util.List;

/** The platform steps a model may ask for with {@code camunda:delegateExpression="${name}"}, and the beans beside them. */
public final class Steps {
    public static final String OPEN_CASE = "openCase";
    public static final String ACCEPT_CASE = "acceptCase";
    public static final String DECIDE_CASE = "decideCase";
    public static final String CLOSE_CASE = "closeCase";
    public static final String RETURN_CASES = "returnCases";
    public static final String END_CASES = "endCases";
    public static final String PASS_PRECHECK = "passPrecheck";
    public static final String DEEM_ACCEPTED = "deemAccepted";
    public static final String END_CASE = "endCase";
    public static final String DELIVER_CASE = "deliverCase";
    public static final String SETTLE_COMMITMENT = "settleCommitment";
    public static final String CLOSE_APPLICATION = "closeApplication";
    public static final String START_CLOCK = "startClock";
    public static final String STOP_CLOCK = "stopClock";
    public static final String RESUME_CLOCK = "resumeClock";
    public static final String EXTEND_CLOCK = "extendClock";
    public static final String REQUEST_SUPPLEMENT = "requestSupplement";
    public static final String RECEIVE_SUPPLEMENT = "receiveSupplement";
    public static final String LAPSE_SUPPLEMENT = "lapseSupplement";
    public static final String RAISE_LIGHT = "raiseLight";
    public static final String DISTRIBUTE_CASE = "distributeCase";
    public static final String REQUEST_FEEDBACK = "requestFeedback";
    public static final String SETTLE_CARD = "settleCard";
    public static final String REVOKE_CARD = "revokeCard";
    public static final String MOVE_RATING = "moveRating";
    public static final String NOTE_RATING_OVERDUE = "noteRatingOverdue";
    public static final String DISPATCH_ORDER = "dispatchOrder";
    public static final String MOVE_ORDER = "moveOrder";
    public static final String CLOSE_ORDER = "closeOrder";
    public static final String PUBLISH_NOTICE = "publishNotice";
    public static final String SETTLE_NOTICE = "settleNotice";
    public static final String ASK_PARTY = "askParty";
    public static final String REMIND_PARTY = "remindParty";
    public static final String SETTLE_PARTY = "settleParty";
    public static final String ISSUE_PAYMENT_ORDER = "issuePaymentOrder";
    public static final String CANCEL_PAYMENT_ORDER = "cancelPaymentOrder";

    public static final String LAPSE_DEFERRAL = "lapseDeferral";

    public static final List<String> ALL = List.of(
            OPEN_CASE,
            ACCEPT_CASE,
            DECIDE_CASE,
            CLOSE_CASE,
            RETURN_CASES,
            END_CASES,
            PASS_PRECHECK,
            DEEM_ACCEPTED,
            END_CASE,
            DELIVER_CASE,
            SETTLE_COMMITMENT,
            CLOSE_APPLICATION,
            START_CLOCK,
            STOP_CLOCK,
            RESUME_CLOCK,
            EXTEND_CLOCK,
            REQUEST_SUPPLEMENT,
            RECEIVE_SUPPLEMENT,
            LAPSE_SUPPLEMENT,
            RAISE_LIGHT,
            REQUEST_FEEDBACK,
            SETTLE_CARD,
            REVOKE_CARD,
            MOVE_RATING,
            NOTE_RATING_OVERDUE,
            DISPATCH_ORDER,
            MOVE_ORDER,
            CLOSE_ORDER,
            DISTRIBUTE_CASE,
            PUBLISH_NOTICE,
            SETTLE_NOTICE,
            LAPSE_DEFERRAL,
            ASK_PARTY,
            REMIND_PARTY,
            SETTLE_PARTY,
            ISSUE_PAYMENT_ORDER,
            CANCEL_PAYMENT_ORDER);

    /** Beans on which an expression may call a method: {@code ${clock.blueAt(execution)}}, {@code ${tenants.of(execution, 'key')}}. */
    public static final String CLOCK = "clock";

    public static final String TENANTS = "tenants";

    /** Names of the input parameters that steps read. */
    public static final class Inputs {
        /** {@code raiseLight}: blue, yellow or red. */
        public static final String LIGHT = "light";
        /** {@code closeCase, returnCases, settleNotice, settleParty}: the result to record where the decision does not say it. */
        public static final String RESULT = "result";
        /** {@code returnCases}: variables of the items concerned, comma-separated; all open ones where it is missing. */
        public static final String ITEMS = "items";
        /** {@code endCases, decideCase}: what to do where the process does not say it itself. */
        public static final String OUTCOME = "outcome";
        /** {@code returnCases}: why, in a sentence for the applicant. */
        public static final String REASON = "reason";

        /** {@code moveRating, moveOrder}: the state that is entered. */
        public static final String STATE = "state";
        /** {@code noteRatingOverdue}: contact or rectify. */
        public static final String PHASE = "phase";

        private Inputs() {}
    }

    private Steps() {}
}
