package io.onevisit.cockpit;

import io.onevisit.cases.CaseState;
import io.onevisit.cases.FullNumbers;
import io.onevisit.catalogue.RegionCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;

/**
 * Which cases a supervisor looks for; the empty text means any. The state {@code OPEN} means every one that is not an end,
 * {@code ENDED} every one that is. Conditions are put together so that each can be answered from an index.
 */
record CaseFilter(String light, String state, String department, String region, String words) {

    CaseFilter {
        words = FullNumbers.number(words).orElse(words.strip());
    }

    boolean open() {
        return state.isEmpty()
                || state.equals("OPEN")
                || named() && !CaseState.valueOf(state).isEnd();
    }

    boolean ended() {
        return light.isEmpty()
                && (state.isEmpty()
                        || state.equals("ENDED")
                        || named() && CaseState.valueOf(state).isEnd());
    }

    String where() {
        var conditions = new ArrayList<String>();
        conditions.add("c.region between :first and :last");
        conditions.add(shining());
        if (!region.isEmpty()) {
            conditions.add("c.region between :place and :placeLast");
        }
        if (named()) {
            conditions.add("c.state = :state");
        }
        if (!department.isEmpty()) {
            conditions.add("c.department = :department");
        }
        if (!words.isEmpty()) {
            conditions.add(number() ? "(c.case_no = :words or c.application_no = :words)" : WORDS);
        }
        return String.join(" and ", conditions);
    }

    Map<String, Object> params() {
        var place = RegionCode.of(region);
        return Map.of(
                "state",
                state,
                "department",
                department,
                "words",
                words,
                "place",
                place.prefix(),
                "placeLast",
                place.last());
    }

    private static final String WORDS =
            """
            (c.item_name like '%' || :words || '%' or exists (select 1 from application a
                where a.month = c.month and a.application_no = c.application_no and a.bundle_name like '%' || :words || '%'))""";

    private String shining() {
        return switch (light) {
            case "RED" -> "c.clock_finished_at is null and c.red_at < :now";
            case "YELLOW" ->
                "c.clock_finished_at is null and c.yellow_at < :now and (c.red_at is null or c.red_at >= :now)";
            case "BLUE" -> "c.clock_finished_at is null and c.blue_at < :now and c.yellow_at >= :now";
            case "NONE" ->
                "(c.clock_finished_at is not null or c.yellow_at is null or c.yellow_at >= :now and (c.blue_at is null or c.blue_at >= :now))";
            default -> "true";
        };
    }

    private boolean number() {
        return words.matches("A?\\d{22}");
    }

    private boolean named() {
        return Arrays.stream(CaseState.values()).anyMatch(known -> known.name().equals(state));
    }
}
