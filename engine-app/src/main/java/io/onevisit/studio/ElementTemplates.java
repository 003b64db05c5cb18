package io.onevisit.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The kinds of work a model may ask for, in the analyst's words: one template per topic or platform step. */
@Component
public class ElementTemplates {

    private static final String PLACE = "classpath*:processes/.camunda/element-templates/*.json";

    private final List<JsonNode> templates;

    ElementTemplates(ObjectMapper json) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (var resource : new PathMatchingResourcePatternResolver().getResources(PLACE)) {
            var content = json.readTree(resource.getContentAsByteArray());
            if (content.isArray()) {
                content.forEach(found::add);
            } else {
                found.add(content);
            }
        }
        templates = List.copyOf(found);
    }

    List<JsonNode> all() {
        return templates;
    }

    /** What the work of each topic is called: {@code department-handoff} is 部门流转. */
    public Map<String, String> topics() {
        var names = new TreeMap<String, String>();
        for (var template : templates) {
            for (var property : template.path("properties")) {
                if (property.at("/binding/name").asText().equals("camunda:topic")) {
                    names.put(
                            property.path("value").asText(),
                            template.path("name").asText());
                }
            }
        }
        return names;
    }
}
