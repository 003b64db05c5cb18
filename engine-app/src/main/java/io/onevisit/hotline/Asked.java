package io.onevisit.hotline;

import io.onevisit.cases.FullNumbers;
import io.onevisit.problems.Problem;

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
            throw Problem.invalid("kind-unknown", "请选择诉求类型：咨询、求助、投诉、举报或者建议。").with("field", "kind");
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
                number(links.caseNo()),
                given(links.ratingNo()),
                given(hand.unit()),
                given(hand.reason()));
    }

    private static String text(String text) {
        return text == null ? "" : text.strip();
    }

    /** A case by its number, however much of it was given. */
    private static String number(String caseNo) {
        var typed = given(caseNo);
        return typed == null ? null : FullNumbers.number(typed).orElse(typed);
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    record Who(String name, String phone, String owner, String agent) {}

    record Links(String caseNo, String ratingNo) {}

    record Hand(String unit, String reason) {}
}
