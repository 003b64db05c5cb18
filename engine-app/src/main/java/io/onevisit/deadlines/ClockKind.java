package io.onevisit.deadlines;

import java.util.Locale;

/** What is supervised; lights and cards of each kind are data (tables {@code deadline-thresholds} and {@code card_text}). */
public enum ClockKind {
    /** 办件. */
    CASE,
    /** 特别程序, one clock for each of a case, numbered. */
    SPECIAL_PROCEDURE,
    /** 网上预受理, from submission. */
    ONLINE_PREACCEPTANCE,
    /** 出证, from the end of the case. */
    LICENSE_ISSUE,
    /** 咨询. */
    CONSULTATION,
    /** 投诉. */
    COMPLAINT,
    /** 环节, one clock for each link of a case, numbered. */
    LINK,
    /** 整件事, by the application's number. */
    BUNDLE,
    /** 容缺材料补交. */
    DEFERRED_MATERIAL,
    /** 告知承诺核查. */
    COMMITMENT,
    /** 监察牌反馈. */
    CARD_FEEDBACK,
    /** 差评首次联系. */
    RATING_CONTACT,
    /** 差评整改. */
    RATING_RECTIFY,
    /** 差评重新整改, by the head of the unit. */
    RATING_RECTIFY_AGAIN,
    /** 热线工单. */
    WORK_ORDER,
    /** 热线工单退单. */
    WORK_ORDER_RETURN;

    /** Id of the timer that waits for the end of such a clock in a model: {@code RATING_CONTACT} is {@code ratingContactDue}. */
    public String timer() {
        var words = name().toLowerCase(Locale.ROOT).split("_");
        var id = new StringBuilder(words[0]);
        for (var n = 1; n < words.length; n++)
            id.append(Character.toUpperCase(words[n].charAt(0))).append(words[n].substring(1));
        return id.append("Due").toString();
    }
}
