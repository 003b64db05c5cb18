package io.onevisit.demo;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a scenario leaves open: {@code {today}}, {@code {today-20}}, {@code {today+3m}}, {@code {today-60y}} are days,
 * {@code {digits:12}} are twelve digits by chance.
 */
class Wording {

    private static final Pattern PLACE = Pattern.compile("\\{(today|digits)(?:([+-]\\d+)([ym]?))?(?::(\\d+))?}");

    private final LocalDate today;
    private final RandomGenerator chance;

    Wording(LocalDate today, RandomGenerator chance) {
        this.today = today;
        this.chance = chance;
    }

    Map<String, Object> all(Map<String, ?> answers) {
        return answers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> any(entry.getValue())));
    }

    private Object any(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(this::any).toList()
                : value instanceof Map<?, ?> map
                        ? map.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, entry -> any(entry.getValue())))
                        : text(String.valueOf(value));
    }

    String text(String words) {
        return PLACE.matcher(words).replaceAll(place -> Matcher.quoteReplacement(filled(place)));
    }

    private String filled(java.util.regex.MatchResult place) {
        if (place.group(1).equals("digits")) {
            return chance.ints(Integer.parseInt(place.group(4)), 0, 10)
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining());
        }
        if (place.group(2) == null) {
            return today.toString();
        }
        var number = Integer.parseInt(place.group(2));
        return today.plus(
                        switch (place.group(3)) {
                            case "y" -> Period.ofYears(number);
                            case "m" -> Period.ofMonths(number);
                            default -> Period.ofDays(number);
                        })
                .toString();
    }
}
