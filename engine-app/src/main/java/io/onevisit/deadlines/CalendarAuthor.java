package io.onevisit.deadlines;

import io.onevisit.identity.Account;

/** Who publishes or re-bases a calendar; kept by name, for an account may go. */
record CalendarAuthor(String username, String name) {

    /** What a release brings. */
    static final CalendarAuthor PLATFORM = new CalendarAuthor("", "平台");

    static CalendarAuthor of(Account account) {
        return new CalendarAuthor(account.username(), account.name());
    }
}
