package io.onevisit.payments;

/** Orders that officers look through, those to see to first on top. */
enum Pile {
    OPEN("o.state = 'OPEN'", "o.until, o.no"),
    /** Money came for them that is not paid back yet. */
    TO_REFUND(
            """
            o.no in (select p.order_no from payment p where p.use = 'TO_REFUND'
                and not exists (select from refund r where r.channel = p.channel and r.transaction = p.transaction))""",
            "o.issued_at, o.no"),
    ALL("true", "o.issued_at desc, o.no");

    final String condition;
    final String order;

    Pile(String condition, String order) {
        this.condition = condition;
        this.order = order;
    }
}
