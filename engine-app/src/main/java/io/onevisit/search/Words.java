package io.onevisit.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What people mean by what they type: talk left out (怎么办、我想要), everyday words beside official ones (娃 for 新生儿). The
 * lists are {@code search/fillers.txt} and {@code search/synonyms.txt}; both are used on queries only, so that a changed
 * list needs no new index.
 */
@Component
class Words {

    private final List<String> fillers = read("fillers").stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
    private final List<Synonyms> synonyms =
            read("synonyms").stream().map(Synonyms::parse).toList();

    /** @param said the everyday words, any of which stands for all of {@code meant} */
    private record Synonyms(List<String> said, List<String> meant) {
        static Synonyms parse(String line) {
            var sides = line.split("=>", 2);
            var said = List.of(sides[0].strip().split("\\s+"));
            return new Synonyms(
                    said, sides.length == 1 ? said : List.of(sides[1].strip().split("\\s+")));
        }
    }

    /** One way to write everything: width, case, blanks. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
    }

    static String han(String text) {
        return text.codePoints()
                .filter(Character::isIdeographic)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The query without talk and punctuation; all of it where nothing else would be left. */
    String essence(String query) {
        var left = plain(query).replaceAll("[\\p{Punct}\\p{IsPunctuation}]+", " ");
        for (var filler : fillers) {
            left = left.replace(filler, " ");
        }
        left = left.replaceAll("\\s+", " ").strip();
        return left.isEmpty() ? plain(query) : left;
    }

    /** Official words for everyday ones in the query. */
    Set<String> meant(String query) {
        var asked = plain(query);
        var meant = new LinkedHashSet<String>();
        for (var group : synonyms) {
            if (group.said().stream().anyMatch(asked::contains)) {
                meant.addAll(group.meant());
            }
        }
        meant.removeIf(asked::contains);
        return meant;
    }

    private static List<String> read(String name) {
        var lines = new ArrayList<String>();
        try (var in = new BufferedReader(new InputStreamReader(
                new ClassPathResource("search/" + name + ".txt").getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
