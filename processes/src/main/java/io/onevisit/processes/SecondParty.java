package io.onevisit.processes;

/** The names in {@code second-party.bpmn} that Java relies on. */
public final class SecondParty {
    public static final String PROCESS = "second-party";

    public static final class Elements {
        public static final String ANSWER_DUE = "answerDue";
        public static final String REMINDER_DUE = "reminderDue";

        private Elements() {}
    }

    public static final class Variables {
        /** Which of the answers name the person: {@code seller} means {@code sellerName} and {@code sellerIdNo}. */
        public static final String PARTY = "party";
        /** Calendar days for the answer. */
        public static final String DAYS = "days";
        /** What the person is told they are asked for. */
        public static final String PURPOSE = "purpose";
        /** When the answer is due and when it is reminded of; set by {@code askParty}. */
        public static final String ANSWER_DUE_AT = "answerDueAt";

        public static final String REMINDER_DUE_AT = "reminderDueAt";
        /** {@link #ASKED} while it is waited for, then what the caller goes on with. */
        public static final String PARTY_OUTCOME = "partyOutcome";

        private Variables() {}
    }

    public static final String ASKED = "asked";
    public static final String AGREED = "agreed";
    public static final String REFUSED = "refused";
    public static final String EXPIRED = "expired";
    public static final String WITHDRAWN = "withdrawn";

    private SecondParty() {}
}
