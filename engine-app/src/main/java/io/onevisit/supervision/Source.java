package io.onevisit.supervision;

/** Where the figures of supervision are counted: a table, the instant that decides the day, and what is listed of a row. */
enum Source {
    ACCEPTED(
            "case_file x",
            "x.accepted_at",
            "'CASE'",
            "x.accepted_at is not null",
            "x.case_no",
            "x.item_name",
            "x.item_code",
            "办件表 case_file，按受理时间 accepted_at 归日"),
    ENDED(
            "case_file x left join clock w on w.case_no = x.case_no and w.kind = 'CASE' and w.number = 1",
            "x.closed_at",
            "'CASE'",
            "x.closed_at is not null",
            "x.case_no",
            "x.item_name",
            "x.item_code",
            "办件表 case_file 及其时限台账 clock，按办结时间 closed_at 归日"),
    CARDS(
            "card x",
            "x.issued_at",
            "case x.kind when 'CONSULTATION' then 'CONSULTATION' when 'COMPLAINT' then 'COMPLAINT'"
                    + " when 'CASE' then 'CASE' when 'SPECIAL_PROCEDURE' then 'CASE' when 'ONLINE_PREACCEPTANCE' then 'CASE'"
                    + " when 'LICENSE_ISSUE' then 'CASE' when 'LINK' then 'CASE' else 'OTHER' end",
            "x.issued_at is not null",
            "x.case_no",
            "x.element",
            "x.item_code",
            "牌表 card，按发牌时间 issued_at 归日（撤销的也归入发牌日）"),
    ASKED(
            "clock x",
            "x.started_at",
            "x.kind",
            "x.kind in ('CONSULTATION', 'COMPLAINT')",
            "x.case_no",
            "case x.kind when 'COMPLAINT' then '投诉' else '咨询' end",
            "''",
            "时限台账 clock（咨询、投诉），按开始计时 started_at 归日"),
    ANSWERED(
            "clock x",
            "x.finished_at",
            "x.kind",
            "x.kind in ('CONSULTATION', 'COMPLAINT') and x.finished_at is not null and not x.called_off",
            "x.case_no",
            "case x.kind when 'COMPLAINT' then '投诉' else '咨询' end",
            "''",
            "时限台账 clock（咨询、投诉），按答复时间 finished_at 归日");

    /** How an ended case counts: each in exactly one way. */
    static final String ENDING =
            """
            case when x.state = 'ACCEPTANCE_REFUSED' then 'REFUSED' when x.accepted_at is null then 'EARLY'
                when x.result = 'DELETED' then 'DELETED' when x.state = 'VOIDED' or x.result = 'VOIDED' then 'VOIDED'
                when x.state in ('RETURNED', 'WITHDRAWN') or x.result in ('RETURNED', 'SUPPLEMENT_OVERDUE') then 'RETURNED'
                else 'NORMAL' end""";

    /** Whoever applied with anything else than an identity number is a legal person. */
    static final String PERSON = "x.applicant_person";

    final String from;
    final String at;
    final String subject;
    final String where;
    final String no;
    final String title;
    final String item;
    final String words;

    Source(String from, String at, String subject, String where, String no, String title, String item, String words) {
        this.from = from;
        this.at = at;
        this.subject = subject;
        this.where = where;
        this.no = no;
        this.title = title;
        this.item = item;
        this.words = words;
    }
}
