package io.onevisit.bundles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.problems.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads form-js forms: their fields in order, each with the group it stands in. */
@Component
public class FormReader {

    private final ObjectMapper json;

    FormReader(ObjectMapper json) {
        this.json = json;
    }

    /** The form as it was drawn, to be shown by the client. */
    public JsonNode schema(Map<String, byte[]> files, String form) {
        var content = files.get(form + ".form");
        if (content == null) {
            throw Problem.notFound("form-unknown", "没有找到表单 " + form + "。");
        }
        try {
            return json.readTree(content);
        } catch (IOException e) {
            throw new IllegalStateException(form + ".form cannot be read", e);
        }
    }

    public List<Field> fields(Map<String, byte[]> files, String form) {
        var found = new ArrayList<Field>();
        collect(schema(files, form).path("components"), "", found);
        return found;
    }

    private void collect(JsonNode components, String page, List<Field> found) {
        for (var component : components) {
            if (component.path("type").asText().equals("group")) {
                collect(component.path("components"), component.path("label").asText(page), found);
            } else if (component.hasNonNull("key")) {
                found.add(new Field(
                        component.path("key").asText(),
                        component.path("label").asText(),
                        type(component),
                        component.path("validate").path("required").asBoolean(),
                        options(component),
                        component.path("description").asText(""),
                        page));
            }
        }
    }

    private static String type(JsonNode component) {
        return switch (component.path("type").asText()) {
            case "textfield" -> "text";
            case "datetime" -> "date";
            default -> component.path("type").asText();
        };
    }

    private static List<Option> options(JsonNode component) {
        var options = new ArrayList<Option>();
        component
                .path("values")
                .forEach(v -> options.add(
                        new Option(v.path("value").asText(), v.path("label").asText())));
        return options;
    }

    /** @param page label of the group it stands in */
    public record Field(
            String key, String label, String type, boolean required, List<Option> options, String help, String page) {}

    /** One choice of a select, a radio group or a checklist. */
    public record Option(String value, String label) {}
}
