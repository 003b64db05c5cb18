package io.onevisit.ratings;

import java.util.regex.Pattern;

/** Takes out of a text what points at a person: numbers of any writing, addresses of mail, names known to us. */
final class PlainText {

    /** Three or more digits in a row, also full-width, spaced or with dashes. */
    private static final Pattern DIGITS = Pattern.compile("[0-9０-９](?:[\\s\\-－—]?[0-9０-９xX]){2,}");

    /** A number written out: seven or more Chinese digits in a row. */
    private static final Pattern SPOKEN = Pattern.compile("[零〇一二三四五六七八九幺两]{7,}");

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+[@＠][\\w-]+(?:\\.[\\w-]+)+");

    /** 张某某, 李先生 with a given name before the title. */
    private static final Pattern TITLED = Pattern.compile("(\\p{IsHan})\\p{IsHan}{1,2}(先生|女士|同志|老师|主任|科长|局长)");

    private PlainText() {}

    static String of(String text, String... names) {
        var plain = text == null ? "" : text;
        for (var name : names) {
            if (name != null && name.length() > 1) {
                plain = plain.replace(name, name.charAt(0) + "某");
            }
        }
        plain = MAIL.matcher(plain).replaceAll("＊＊＊");
        plain = DIGITS.matcher(plain).replaceAll("＊＊＊");
        plain = SPOKEN.matcher(plain).replaceAll("＊＊＊");
        return TITLED.matcher(plain).replaceAll("$1某$2");
    }
}
