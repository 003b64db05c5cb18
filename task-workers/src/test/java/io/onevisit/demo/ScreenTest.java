package io.onevisit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {

    @ParameterizedTest
    @CsvSource({"abc, 3", "出生, 4", "〔社保卡〕A1, 12", "，。, 4", "✓, 1"})
    void chineseCharactersTakeTwoColumns(String text, int width) {
        assertThat(Screen.width(text)).isEqualTo(width);
    }

    @Test
    void longTextsAreCutAtTheColumnAndShortOnesFilled() {
        assertThat(Screen.shortened("城乡居民基本医疗保险", 10)).isEqualTo("城乡居民…");
        assertThat(Screen.padded("户口", 6)).isEqualTo("户口  ");
    }

    @Test
    void withoutAPlatformTheDemonstrationSaysHowToStartOne() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(Demo.run(URI.create("http://localhost:" + free))).isFalse();
    }
}
