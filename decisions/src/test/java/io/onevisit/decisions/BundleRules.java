package io.onevisit.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A bundle's decisions, and the situations its form can describe. */
record BundleRules(String key) {

    /** One line of {@code scenarios.csv}, as far as decisions go. */
    record Scenario(Map<String, Object> answers, List<String> chosen) {}

    List<String> items() {
        var items = new ArrayList<String>();
        bundle().path("items").forEach(item -> items.add(item.path("variable").asText()));
        return items;
    }

    Decision decision(String name) {
        return Decision.of(key, bundle().path(name).asText());
    }

    /** Decisions that the bundle's own process asks, beside those on items and materials. */
    List<Path> otherDecisions() {
        var asked = Set.of(
                bundle().path("situationDecision").asText() + ".dmn",
                bundle().path("materialsDecision").asText() + ".dmn");
        try (var files = Files.list(Path.of(key))) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .filter(file -> !asked.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Scenario> scenarios() {
        return lines("scenarios.csv").stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split(";", -1))
                .map(cells -> new Scenario(answers(cells[1]), cells[2].equals("all") ? items() : words(cells[2])))
                .toList();
    }

    /** Every choice of the form with every other; dates and numbers as the scenarios have them. */
    List<Map<String, Object>> situations() {
        var choices = new LinkedHashMap<String, Set<Object>>();
        scenarios().forEach(scenario -> scenario.answers()
                .forEach((name, value) -> choices.computeIfAbsent(name, n -> new LinkedHashSet<>())
                        .add(value)));
        options(form().path("components"), choices);
        var situations = List.of(Map.<String, Object>of());
        for (var choice : choices.entrySet()) {
            var wider = new ArrayList<Map<String, Object>>();
            for (var situation : situations) {
                for (var value : choice.getValue()) {
                    var next = new HashMap<>(situation);
                    next.put(choice.getKey(), value);
                    wider.add(next);
                }
            }
            situations = wider;
        }
        return situations;
    }

    private static void options(JsonNode components, Map<String, Set<Object>> choices) {
        components.forEach(component -> {
            component.path("values").forEach(option -> choices.computeIfAbsent(
                            component.path("key").asText(), key -> new LinkedHashSet<>())
                    .add(typed(option.path("value").asText())));
            options(component.path("components"), choices);
        });
    }

    static Map<String, Object> answers(String cell) {
        var answers = new LinkedHashMap<String, Object>();
        words(cell).forEach(word -> {
            var pair = word.split("=", 2);
            answers.put(pair[0], typed(pair[1]));
        });
        return answers;
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static Object typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.length() < 5 && text.matches("\\d+") ? (Object) Integer.valueOf(text) : text;
    }

    private JsonNode bundle() {
        return tree(Path.of("../processes", key, "bundle.yaml"));
    }

    private JsonNode form() {
        return tree(Path.of("../forms", key, bundle().path("situationForm").asText() + ".form"));
    }

    private static JsonNode tree(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("../processes", key, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return key;
    }
}
