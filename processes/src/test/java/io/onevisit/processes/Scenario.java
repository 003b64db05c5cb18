package io.onevisit.processes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One line of a bundle's {@code scenarios.csv}.
 *
 * @param bundle whose line it is
 * @param chosen variables of the items the applicant chooses
 * @param materials outcome of the material check
 * @param results outcomes of items by variable; granted where none is given
 * @param items variables of the items that apply, with {@code *} where mandatory
 * @param needs keys of the materials that the chosen items need, with {@code ?} where not compulsory and {@code ~}
 *     where nobody is asked for it, the department verifies its own data
 * @param path elements of the process that are passed, in any order where they run beside one another
 * @param days working days promised along the critical path
 * @param end the end event; none where nothing applies and nothing is started
 */
record Scenario(
        Bundle bundle,
        String name,
        Map<String, Object> answers,
        List<String> chosen,
        String materials,
        Map<String, String> results,
        List<String> items,
        List<String> needs,
        List<String> path,
        String days,
        String end) {

    static List<Scenario> of(Bundle bundle) {
        return bundle.lines("scenarios.csv").stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> of(bundle, line.split(";", -1)))
                .toList();
    }

    private static Scenario of(Bundle bundle, String[] cells) {
        var chosen = cells[2].equals("all") ? bundle.variables() : words(cells[2]);
        return new Scenario(
                bundle,
                cells[0],
                pairs(cells[1], Scenario::typed),
                chosen,
                cells[3],
                pairs(cells[4], text -> text),
                words(cells[5]),
                words(cells[6]),
                words(cells[7]),
                cells[8],
                cells[9]);
    }

    boolean isStarted() {
        return !end.isEmpty();
    }

    @Override
    public String toString() {
        return bundle.key() + "：" + name;
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static <T> Map<String, T> pairs(String cell, Function<String, T> value) {
        return words(cell).stream()
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> value.apply(pair[1])));
    }

    private static Object typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.length() < 5 && text.chars().allMatch(Character::isDigit) ? Integer.valueOf(text) : text;
    }
}
