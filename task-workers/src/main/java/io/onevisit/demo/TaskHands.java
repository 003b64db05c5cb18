package io.onevisit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The officers of the scenarios: each does the acts written for them, and what nobody is named for as usual. */
class TaskHands {

    private static final String SECOND_REVIEW = "secondReview";
    private static final String OPINION = "材料齐全，符合法定条件。";

    private final Staff staff;
    private final List<Course> courses;
    private final Set<String> refused = new HashSet<>();

    /** Who answered last for a case: a second officer agrees, never the first one (行政许可法 art. 34). */
    private final Map<String, String> answered = new HashMap<>();

    TaskHands(Staff staff, List<Course> courses) {
        this.staff = staff;
        this.courses = courses;
    }

    /** Everything that waits now, once. */
    void work() {
        var names = new LinkedHashSet<String>();
        courses.stream().filter(course -> !course.ended()).forEach(course -> names.addAll(course.usual()));
        names.forEach(name -> staff.find(name).ifPresent(officer -> work(name, officer)));
    }

    private void work(String name, Person officer) {
        for (var row : officer.get("/api/tasks?size=100&sort=created").path("items")) {
            courses.stream()
                    .filter(course -> course.owns(row) && !course.ended())
                    .findFirst()
                    .ifPresent(course -> answer(name, officer, row, course));
        }
    }

    private void answer(String name, Person officer, JsonNode row, Course course) {
        var act = course.act(row, name);
        var id = row.path("id").asText();
        if (act.isEmpty() && (course.leaves(row) || refused.contains(name + id))
                || row.path("key").asText().equals(SECOND_REVIEW)
                        && name.equals(answered.get(row.path("caseNo").asText()))) {
            return;
        }
        try {
            var path = "/api/tasks/" + id;
            var form = officer.get(path).path("form");
            officer.post(path + "/claim", Map.of());
            var answers = act.map(course::answers).orElseGet(HashMap::new);
            fillIn(form.path("components"), answers);
            officer.post(path + "/completion", answers);
            act.ifPresent(course::done);
            answered.put(row.path("caseNo").asText(), name);
            course.say("%s　%s%s　%s"
                    .formatted(
                            officer.name(),
                            row.path("name").asText(),
                            row.path("itemName").isNull()
                                    ? ""
                                    : "（" + row.path("itemName").asText() + "）",
                            answers.getOrDefault("outcome", "")));
        } catch (Person.Declined e) {
            // The task has changed meanwhile, or is somebody else's to do: others see it as well.
            if (refused.add(name + id)) {
                course.say(officer.name() + "　" + e.getMessage());
            }
        }
    }

    /** What the form asks for and is not said: the first choice, an opinion, or something of the field's kind. */
    private static void fillIn(JsonNode components, Map<String, Object> answers) {
        for (var component : components) {
            fillIn(component.path("components"), answers);
            var key = component.path("key").asText("");
            if (key.isEmpty() || answers.containsKey(key)) {
                continue;
            }
            if (key.equals("opinion")) {
                answers.put(key, OPINION);
            } else if (component.path("validate").path("required").asBoolean()) {
                answers.put(key, sample(component));
            }
        }
    }

    private static String sample(JsonNode component) {
        var first = component.path("values").path(0).path("value").asText("");
        return !first.isEmpty()
                ? first
                : switch (component.path("type").asText()) {
                    case "datetime" -> java.time.LocalDate.now().toString();
                    case "number" -> "1";
                    case "checkbox" -> "true";
                    default -> "示例";
                };
    }
}
