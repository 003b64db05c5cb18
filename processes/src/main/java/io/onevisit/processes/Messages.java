package io.onevisit.processes;

import java.util.List;

/** The messages a process waits for. */
public final class Messages {
    public static final String DEPARTMENT_ANSWERED = "department-answered";
    /** A supervisor has revoked the card of their own motion. */
    public static final String CARD_WITHDRAWN = "card-withdrawn";
    /** To the case: withdrawn, returned, voided or transferred before the decision. */
    public static final String CASE_ENDED = "case-ended";
    /** To the application whose materials are being checked: its applicant takes it back. */
    public static final String APPLICATION_WITHDRAWN = "application-withdrawn";
    /** To a result that waits to be fetched: the department handed it over. */
    public static final String CASE_DELIVERED = "case-delivered";

    /** To the public notice of a case: somebody objects. */
    public static final String OBJECTION_RAISED = "objection-raised";

    /** To a case whose promised materials are waited for: they are in, or the case has ended. */
    public static final String DEFERRAL_SETTLED = "deferral-settled";

    /** To the application that waits for a second person: they agree or refuse. */
    public static final String PARTY_ANSWERED = "party-answered";

    /** To the fee of a case: it was paid, online or at a window. */
    public static final String PAYMENT_RECEIVED = "payment-received";

    public static final List<String> ALL = List.of(
            DEPARTMENT_ANSWERED,
            CASE_ENDED,
            APPLICATION_WITHDRAWN,
            CASE_DELIVERED,
            CARD_WITHDRAWN,
            OBJECTION_RAISED,
            DEFERRAL_SETTLED,
            PARTY_ANSWERED,
            PAYMENT_RECEIVED);

    private Messages() {}
}
