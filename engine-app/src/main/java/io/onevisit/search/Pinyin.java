package io.onevisit.search;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How Chinese words are spelt in Latin letters, without tones. Only Han characters are spelt, everything else is left out. */
final class Pinyin {

    private Pinyin() {}

    /** Syllable by syllable: 新生儿 is {@code xin sheng er}. */
    static String syllables(String text) {
        var han = Words.han(text);
        return han.isEmpty()
                ? ""
                : PinyinHelper.toPinyin(han, PinyinStyleEnum.NORMAL, " ")
                        .toLowerCase(Locale.ROOT)
                        .replace('ü', 'v')
                        .strip();
    }

    /** As people type it in one go: 新生儿 is {@code xinshenger}. */
    static String letters(String text) {
        return syllables(text).replace(" ", "");
    }

    /** The first letters: 新生儿 is {@code xse}. */
    static String initials(String text) {
        return Arrays.stream(syllables(text).split(" "))
                .filter(syllable -> !syllable.isEmpty())
                .map(syllable -> syllable.substring(0, 1))
                .collect(Collectors.joining());
    }
}
