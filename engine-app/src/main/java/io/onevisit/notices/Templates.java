package io.onevisit.notices;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.onevisit.problems.Problem;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The wording of each notice, from {@code notices/*.yaml}. */
@Component
class Templates {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Map<String, Template> templates = new LinkedHashMap<>();

    Templates() throws IOException {
        var yaml = new YAMLMapper();
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:notices/*.yaml")) {
            try (var in = resource.getInputStream()) {
                templates.putAll(yaml.readValue(in, File.class).notices());
            }
        }
    }

    Template template(String notice) {
        var template = templates.get(notice);
        if (template == null) {
            throw Problem.invalid("notice-unknown", "没有名为 " + notice + " 的通知模板。");
        }
        return template;
    }

    Set<String> names() {
        return templates.keySet();
    }

    record File(Map<String, Template> notices) {}

    /** @param text sentences with {@code {words}}; a line whose words are all absent is left out */
    record Template(String title, String text) {

        String title(Map<String, String> words) {
            return filled(title, words);
        }

        String text(Map<String, String> words) {
            return text.lines()
                    .filter(line -> says(line, words))
                    .map(line -> filled(line, words))
                    .reduce((before, line) -> before + "\n" + line)
                    .orElse("");
        }

        private static boolean says(String line, Map<String, String> words) {
            var named = PLACEHOLDER
                    .matcher(line)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            return named.isEmpty()
                    || named.stream()
                            .anyMatch(word -> !words.getOrDefault(word, "").isBlank());
        }

        private static String filled(String text, Map<String, String> words) {
            return PLACEHOLDER
                    .matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), "")));
        }
    }
}
