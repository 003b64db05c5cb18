package io.onevisit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How a scenario's applicant applies over the public API: guide, form, papers, submission. */
class Filing {

    private final String bundle;
    private final Scenario scenario;
    private final Person applicant;
    private final SamplePaper papers;
    private final Wording wording;
    private final Map<String, String> names = new HashMap<>();
    private final List<String> departments = new ArrayList<>();
    private List<String> lines = List.of();

    Filing(String bundle, Scenario scenario, Person applicant, SamplePaper papers, Wording wording) {
        this.bundle = bundle;
        this.scenario = scenario;
        this.applicant = applicant;
        this.papers = papers;
        this.wording = wording;
    }

    /** @return the application's number */
    String apply() {
        for (var item : applicant.get("/api/bundles/" + bundle).path("items")) {
            names.put(item.path("name").asText(), item.path("variable").asText());
            departments.add(item.path("department").asText());
        }
        var draft = applicant.post("/api/drafts", beginning());
        var path = "/api/drafts/" + draft.path("id").asText();
        var answers = new HashMap<>(wording.all(scenario.answers()));
        var items = items(answers, draft.path("region").asText());
        draft = save(path, answers, items, draft);
        fillIn(applicant.get(path + "/form"), answers);
        save(path, answers, items, draft);
        var form = applicant.get(path + "/form");
        lines = fields(form)
                .filter(field -> !field.path("value").asText("").isBlank())
                .map(field -> field.path("label").asText() + "：" + shown(field))
                .toList();
        handIn(path, form);
        return submitted(path, applicant.get(path + "/form"));
    }

    /** By an item's name its variable; empty where it is none of this bundle's. */
    String variable(String itemName) {
        return names.getOrDefault(itemName, "");
    }

    List<String> departments() {
        return departments.stream().distinct().toList();
    }

    /** A page of this material, handed in at this address, with what the applicant has written. */
    void handIn(String path, String key, String name, String accept) {
        handIn(path, key, name, accept, lines);
    }

    private void handIn(String path, String key, String name, String accept, List<String> lines) {
        var page = papers.page(name, lines, accept);
        applicant.upload(path, key, page.fileName(), page.type(), page.content());
        Screen.say(applicant.name(), "〔%s〕上传 %s".formatted(scenario.name(), page.fileName()));
    }

    private Map<String, Object> beginning() {
        var beginning = new HashMap<String, Object>(Map.of("bundle", bundle));
        if (scenario.region() != null) {
            beginning.put("region", scenario.region());
        }
        if (scenario.company() != null) {
            claim();
            beginning.put("actingFor", Map.of("creditCode", scenario.company()));
        }
        return beginning;
    }

    private void claim() {
        var represented = stream(applicant.get("/api/legal-persons"))
                .anyMatch(line -> line.path("creditCode").asText().equals(scenario.company()));
        if (!represented) {
            applicant.post("/api/legal-persons", Map.of("creditCode", scenario.company()));
        }
    }

    private List<String> items(Map<String, Object> answers, String region) {
        var offered = applicant.post("/api/bundles/" + bundle + "/guide", Map.of("answers", answers, "region", region));
        return stream(offered.path("items"))
                .filter(item -> item.path("applies").asBoolean())
                .map(item -> item.path("variable").asText())
                .filter(variable -> scenario.items().contains(Scenario.ALL)
                        || scenario.items().contains(variable))
                .toList();
    }

    private JsonNode save(String path, Map<String, Object> answers, List<String> items, JsonNode draft) {
        var revision = draft.path("revision").asInt();
        return applicant.put(path, Map.of("answers", answers, "items", items, "revision", revision));
    }

    private void handIn(String path, JsonNode form) {
        for (var material : form.path("materials")) {
            var key = material.path("key").asText();
            var missing = material.path("required").asBoolean()
                    && material.path("status").asText().equals("NEEDED")
                    && !scenario.deferred().contains(key);
            if (scenario.uploads() == null ? missing : scenario.uploads().contains(key)) {
                handIn(
                        path + "/documents",
                        key,
                        material.path("name").asText(),
                        material.path("accept").asText(""),
                        scenario.unreadable().contains(key) ? List.of() : lines);
            }
        }
    }

    private String submitted(String path, JsonNode form) {
        var asked = new HashSet<String>();
        form.path("materials")
                .forEach(material ->
                        asked.add(material.path("license").path("type").asText("")));
        asked.remove("");
        var consents = scenario.consents().contains(Scenario.ALL) ? List.copyOf(asked) : scenario.consents();
        var content = Map.of(
                "consents",
                consents,
                "confirmed",
                true,
                "deferred",
                scenario.deferred(),
                "commitments",
                scenario.commitments());
        return applicant
                .post(
                        path + "/submission",
                        content,
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .path("applicationNo")
                .asText();
    }

    /** What must be answered and is not: the first choice, or something of its kind. */
    private void fillIn(JsonNode form, Map<String, Object> answers) {
        fields(form)
                .filter(field -> field.path("required").asBoolean())
                .filter(field -> field.path("value").asText("").isBlank()
                        || field.path("value").isNull())
                .forEach(field -> answers.putIfAbsent(field.path("key").asText(), sample(field)));
    }

    private String sample(JsonNode field) {
        var first = field.path("options").path(0).path("value").asText("");
        return !first.isEmpty()
                ? first
                : switch (field.path("type").asText()) {
                    case "date" -> wording.text("{today}");
                    case "number" -> "1";
                    case "checkbox" -> "true";
                    default -> "示例";
                };
    }

    private static String shown(JsonNode field) {
        var value = field.path("value").asText();
        return stream(field.path("options"))
                .filter(option -> option.path("value").asText().equals(value))
                .map(option -> option.path("label").asText())
                .findFirst()
                .orElse(value);
    }

    private static Stream<JsonNode> fields(JsonNode form) {
        return stream(form.path("pages")).flatMap(page -> stream(page.path("fields")));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
