package io.onevisit.demo;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A Chinese font of this machine: none is shipped, they are large and have licenses of their own. */
record CjkFont(Path file, Font font) {

    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of(System.getProperty("user.home"), ".fonts"),
            Path.of(System.getProperty("user.home"), ".local/share/fonts"),
            Path.of("/System/Library/Fonts"),
            Path.of("/Library/Fonts"),
            Path.of("C:/Windows/Fonts"));
    private static final List<String> BEST_FIRST = List.of(
            "wqy-zenhei",
            "wqy-microhei",
            "simhei",
            "msyh",
            "simsun",
            "droidsansfallback",
            "notosanscjk",
            "notosanssc",
            "notoserifcjk",
            "stheiti",
            "hiragino sans gb",
            "pingfang",
            "arial unicode");

    /** @throws IllegalStateException with the package to install where there is none */
    static CjkFont find() {
        return FOLDERS.stream()
                .filter(Files::isDirectory)
                .flatMap(CjkFont::files)
                .sorted(Comparator.comparingInt(CjkFont::rank))
                .map(CjkFont::load)
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("这台机器没有中文字体。请安装：apt-get install fonts-wqy-zenhei（或 fonts-noto-cjk）"));
    }

    private static Stream<Path> files(Path folder) {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> rank(file) < BEST_FIRST.size()).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static int rank(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.matches(".*\\.(ttf|ttc|otf)")) {
            return BEST_FIRST.size();
        }
        for (int i = 0; i < BEST_FIRST.size(); i++) {
            if (name.startsWith(BEST_FIRST.get(i))) {
                return i;
            }
        }
        return BEST_FIRST.size();
    }

    private static CjkFont load(Path file) {
        try {
            var font = Font.createFonts(file.toFile())[0];
            return font.canDisplayUpTo("出生医学证明") == -1 ? new CjkFont(file, font) : null;
        } catch (FontFormatException | IOException unusable) {
            return null;
        }
    }

    Font size(float points) {
        return font.deriveFont(points);
    }

    Font bold(float points) {
        return font.deriveFont(Font.BOLD, points);
    }
}
