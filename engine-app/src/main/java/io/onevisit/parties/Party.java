package io.onevisit.parties;

import io.onevisit.identity.IdNumber;
import java.util.Map;

/** The second person, as the answers of an application name them. */
record Party(String name, String idNo, String phone) {

    /** @param prefix of the answers that name them, e.g. {@code seller} */
    static Party in(Map<String, Object> answers, String prefix) {
        var party = new Party(
                text(answers, prefix + "Name"),
                text(answers, prefix + "IdNo").toUpperCase(),
                text(answers, prefix + "Phone"));
        if (party.name().isEmpty()) {
            throw new IllegalStateException("申报内容中没有 %sName，不知道请谁确认".formatted(prefix));
        }
        if (!IdNumber.valid(party.idNo())) {
            throw new IllegalStateException("申报内容中的 %sIdNo 不是公民身份号码，不能请其确认".formatted(prefix));
        }
        return party;
    }

    private static String text(Map<String, Object> answers, String key) {
        return answers.getOrDefault(key, "").toString().strip();
    }
}
