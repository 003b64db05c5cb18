package io.onevisit.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    private final Words words = new Words();

    @Test
    void talkIsLeftOut() {
        assertThat(words.essence("请问，娃刚出生要办啥？")).isEqualTo("娃刚出生");
        assertThat(words.essence("怎么办")).isEqualTo("怎么办");
        assertThat(words.essence("ＸＩＮ　生儿")).isEqualTo("xin 生儿");
    }

    @Test
    void everydayWordsStandForOfficialOnes() {
        assertThat(words.meant("娃刚出生")).contains("新生儿").doesNotContain("出生");
        assertThat(words.meant("今天天气")).isEmpty();
    }

    @Test
    void hanIsSpeltEverythingElseLeftOut() {
        assertThat(Pinyin.syllables("《新生儿》A1")).isEqualTo("xin sheng er");
        assertThat(Pinyin.letters("新生儿")).isEqualTo("xinshenger");
        assertThat(Pinyin.initials("新生儿")).isEqualTo("xse");
        assertThat(Pinyin.syllables("abc")).isEmpty();
        assertThat(Pinyin.syllables("银行")).isEqualTo("yin hang");
        assertThat(Pinyin.syllables("女")).isEqualTo("nv");
    }
}
