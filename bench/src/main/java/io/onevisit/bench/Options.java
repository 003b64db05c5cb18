package io.onevisit.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What is measured and how much of it.
 *
 * @param parts letters of the parts, see {@link Bench}
 * @param race cases per round of the race
 * @param warm cases each side handles before anything is measured
 * @param rounds rounds of each side, alternated
 * @param alarms alarms due in the same minute
 * @param timers numbers of waiting timers between which acquisition is measured
 * @param clocks clocks that a change of the calendar counts anew
 * @param cases cases among which the lists are read
 * @param items items among which is searched
 * @param markdown where the table is written too, {@code null} for nowhere
 * @param statements whether the statements sent for each case are listed
 * @param work folder for the database; removed at the end
 */
record Options(
        String parts,
        int race,
        int warm,
        int rounds,
        int alarms,
        List<Integer> timers,
        int clocks,
        int cases,
        int items,
        Path markdown,
        Path work,
        boolean statements) {

    private static final Options FULL = new Options(
            "abcdef",
            1500,
            1500,
            3,
            100_000,
            List.of(1_000, 100_000, 1_000_000),
            10_000,
            3_000_000,
            2_300,
            null,
            null,
            false);

    private static final Options QUICK =
            new Options("abcdef", 40, 20, 1, 2_000, List.of(1_000, 10_000), 200, 20_000, 100, null, null, false);

    static Options of(String... arguments) {
        var options = Arrays.asList(arguments).contains("--quick") ? QUICK : FULL;
        for (var argument : arguments) {
            options = options.with(argument);
        }
        return options;
    }

    boolean has(char part) {
        return parts.indexOf(part) >= 0;
    }

    private Options with(String argument) {
        var value = argument.replaceFirst("^--[a-z]+=", "");
        return switch (argument.replaceFirst("=.*", "")) {
            case "--quick" -> this;
            case "--statements" ->
                new Options(parts, race, warm, rounds, alarms, timers, clocks, cases, items, markdown, work, true);
            case "--parts" ->
                new Options(
                        value, race, warm, rounds, alarms, timers, clocks, cases, items, markdown, work, statements);
            case "--race" ->
                new Options(
                        parts,
                        number(value),
                        warm,
                        rounds,
                        alarms,
                        timers,
                        clocks,
                        cases,
                        items,
                        markdown,
                        work,
                        statements);
            case "--warm" ->
                new Options(
                        parts,
                        race,
                        number(value),
                        rounds,
                        alarms,
                        timers,
                        clocks,
                        cases,
                        items,
                        markdown,
                        work,
                        statements);
            case "--rounds" ->
                new Options(
                        parts,
                        race,
                        warm,
                        number(value),
                        alarms,
                        timers,
                        clocks,
                        cases,
                        items,
                        markdown,
                        work,
                        statements);
            case "--alarms" ->
                new Options(
                        parts,
                        race,
                        warm,
                        rounds,
                        number(value),
                        timers,
                        clocks,
                        cases,
                        items,
                        markdown,
                        work,
                        statements);
            case "--timers" -> {
                var sizes = Arrays.stream(value.split(","))
                        .map(Options::number)
                        .sorted()
                        .toList();
                yield new Options(
                        parts, race, warm, rounds, alarms, sizes, clocks, cases, items, markdown, work, statements);
            }
            case "--clocks" ->
                new Options(
                        parts,
                        race,
                        warm,
                        rounds,
                        alarms,
                        timers,
                        number(value),
                        cases,
                        items,
                        markdown,
                        work,
                        statements);
            case "--cases" ->
                new Options(
                        parts,
                        race,
                        warm,
                        rounds,
                        alarms,
                        timers,
                        clocks,
                        number(value),
                        items,
                        markdown,
                        work,
                        statements);
            case "--items" ->
                new Options(
                        parts,
                        race,
                        warm,
                        rounds,
                        alarms,
                        timers,
                        clocks,
                        cases,
                        number(value),
                        markdown,
                        work,
                        statements);
            case "--markdown" ->
                new Options(
                        parts,
                        race,
                        warm,
                        rounds,
                        alarms,
                        timers,
                        clocks,
                        cases,
                        items,
                        Path.of(value),
                        work,
                        statements);
            case "--work" ->
                new Options(
                        parts,
                        race,
                        warm,
                        rounds,
                        alarms,
                        timers,
                        clocks,
                        cases,
                        items,
                        markdown,
                        Path.of(value),
                        statements);
            default -> throw new IllegalArgumentException("没有这个选项：" + argument);
        };
    }

    private static int number(String value) {
        try {
            var number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the sentence below says what is wanted
        }
        throw new IllegalArgumentException("应是大于 0 的整数：" + value);
    }
}
