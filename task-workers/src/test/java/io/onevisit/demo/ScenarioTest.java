package io.onevisit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    @Test
    void whatIsLeftOutIsUsual() {
        var scenario = read("scenarios: [{name: 全办, applicant: chen.jing}]");

        assertThat(scenario.items()).containsExactly("all");
        assertThat(scenario.consents()).containsExactly("all");
        assertThat(scenario.uploads()).isNull();
        assertThat(scenario.ends()).isEqualTo("CLOSED");
    }

    @Test
    void answersAreTextAsItStands() {
        var scenario =
                read("scenarios: [{answers: {held: true, day: 2026-03-01, code: 0102}, items: one, uploads: []}]");

        assertThat(scenario.answers()).isEqualTo(Map.of("held", "true", "day", "2026-03-01", "code", "0102"));
        assertThat(scenario.items()).containsExactly("one");
        assertThat(scenario.uploads()).isEmpty();
    }

    @Test
    void anActIsForItsTaskByKeyOrNameAndItsItem() {
        var any = new Scenario.Act("部门审查决定", null, null, null);
        var one = new Scenario.Act("departmentReview", "license", null, null);

        assertThat(any.isFor("departmentReview", "部门审查决定", "other")).isTrue();
        assertThat(one.isFor("departmentReview", "部门审查决定", "license")).isTrue();
        assertThat(one.isFor("departmentReview", "部门审查决定", "other")).isFalse();
        assertThat(one.isFor("secondReview", "第二承办人复核", "license")).isFalse();
    }

    @Test
    void daysAndDigitsAreFilledIn() {
        var wording = new Wording(LocalDate.of(2026, 3, 31), new Random());

        var filled = wording.all(Map.of(
                "today", "{today}",
                "born", "{today-60y}",
                "until", "{today+1m}",
                "before", List.of("{today-31}"),
                "account", "6222{digits:12}"));

        assertThat(filled)
                .containsEntry("today", "2026-03-31")
                .containsEntry("born", "1966-03-31")
                .containsEntry("until", "2026-04-30")
                .containsEntry("before", List.of("2026-02-28"));
        assertThat(filled.get("account").toString()).matches("6222\\d{12}");
    }

    private static Scenario read(String file) {
        return Scenario.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
                .get(0);
    }
}
