package io.onevisit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The officers of the demonstration: they do what waits for them, for the demonstration's families only. */
class Office {

    private final List<Person> officers;
    private final List<Story> stories;

    Office(List<Person> officers, List<Story> stories) {
        this.officers = officers;
        this.stories = stories;
    }

    void work() {
        for (var officer : officers) {
            for (var row : officer.get("/api/tasks?size=100").path("items")) {
                story(row).ifPresent(story -> decide(officer, row, story));
            }
        }
    }

    private Optional<Story> story(JsonNode row) {
        return stories.stream().filter(story -> story.owns(row)).findFirst();
    }

    private static void decide(Person officer, JsonNode row, Story story) {
        var path = "/api/tasks/" + row.path("id").asText();
        var answer = answer(officer.get(path), row, story);
        officer.post(path + "/claim", Map.of());
        officer.post(path + "/completion", answer);
        Screen.say(
                officer.name(),
                "〔%s〕%s：%s　%s"
                        .formatted(
                                story.name(),
                                row.path("itemName").asText(),
                                word(answer.get("outcome")),
                                answer.get("opinion")));
    }

    private static Map<String, Object> answer(JsonNode page, JsonNode row, Story story) {
        if (row.path("caseNo").asText("").isEmpty() || row.path("caseNo").isNull()) {
            return story.reviewed(page);
        }
        if (row.path("key").asText().equals("specialProcedure")) {
            return Map.of("outcome", "end", "opinion", "特别程序已结束");
        }
        return story.denies(row)
                ? Map.of("outcome", "deny", "opinion", Family.REASON)
                : Map.of("outcome", "grant", "opinion", "材料齐全，符合法定条件");
    }

    private static String word(Object outcome) {
        return switch (String.valueOf(outcome)) {
            case "accept" -> "收件";
            case "supplement" -> "一次性告知补正";
            case "grant" -> "准予";
            case "deny" -> "不予许可";
            default -> "已办";
        };
    }
}
