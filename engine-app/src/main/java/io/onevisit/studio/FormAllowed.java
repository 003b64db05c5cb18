package io.onevisit.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses every property of a form that is not on the list, and every expression but a plain condition for hiding. */
final class FormAllowed {

    private static final Set<String> FORM = Set.of(
            "id",
            "type",
            "components",
            "schemaVersion",
            "exporter",
            "executionPlatform",
            "executionPlatformVersion",
            "versionTag",
            "$schema");

    private static final Set<String> COMPONENT = Set.of(
            "id",
            "type",
            "key",
            "path",
            "label",
            "dateLabel",
            "timeLabel",
            "description",
            "text",
            "values",
            "components",
            "conditional",
            "validate",
            "layout",
            "subtype",
            "appearance",
            "defaultValue",
            "disabled",
            "readonly",
            "min",
            "max",
            "increment",
            "decimalDigits",
            "serializeToString",
            "searchable",
            "height",
            "showOutline",
            "verticalAlignment",
            "timeInterval",
            "timeSerializingFormat",
            "use24h",
            "disallowPassedDates",
            "isRepeating",
            "allowAddRemove",
            "defaultRepetitions",
            "disableCollapse",
            "nonCollapsedItems",
            "itemsLabel");

    /** What hangs below a component, by the property that holds it. */
    private static final Set<String> BELOW = Set.of(
            "required",
            "min",
            "max",
            "minLength",
            "maxLength",
            "pattern",
            "validationType",
            "hide",
            "row",
            "columns",
            "label",
            "value",
            "prefixAdorner",
            "suffixAdorner");

    private static final int LONGEST_PATTERN = 200;

    private static final List<String> DANGERS = List.of(
            "<script", "javascript:", "vbscript:", "data:text", "<iframe", "<object", "<embed", "onerror=", "onload=");

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z!/?]");

    private final Findings findings;

    private FormAllowed(Findings findings) {
        this.findings = findings;
    }

    static void check(JsonNode form, Findings findings) {
        var check = new FormAllowed(findings);
        check.names(form, FORM, null);
        check.texts(form, "", null);
        form.path("components").forEach(check::component);
    }

    private void component(JsonNode component) {
        var id = component.path("id").asText();
        names(component, COMPONENT, id);
        for (var holder : List.of("validate", "conditional", "layout", "appearance")) {
            names(component.path(holder), BELOW, id);
        }
        component.path("values").forEach(value -> names(value, BELOW, id));
        if (component.path("validate").path("pattern").asText().length() > LONGEST_PATTERN) {
            findings.error(id, "格式要求过长，请改用更简单的写法。");
        }
        component.path("components").forEach(this::component);
    }

    private void names(JsonNode node, Set<String> allowed, String id) {
        node.fieldNames().forEachRemaining(name -> {
            if (name.equals("script")) {
                findings.error(id, "表单里不允许脚本。");
            } else if (!allowed.contains(name)
                    && !name.equals("valuesExpression")) { // FormCheck says what to do instead
                findings.error(id, "表单里不允许使用属性 “%s”，请删除。", name);
            }
        });
    }

    /** Texts are shown to people: no script, no markup, no template; only the condition for hiding is FEEL. */
    private void texts(JsonNode node, String name, String owner) {
        var id = node.isObject() && node.has("id") ? node.path("id").asText() : owner;
        if (node.isTextual()) {
            text(node.asText(), name, id);
        }
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> texts(field.getValue(), field.getKey(), id));
        } else {
            node.forEach(child -> texts(child, name, id));
        }
    }

    private void text(String text, String name, String id) {
        var lower = text.toLowerCase(Locale.ROOT);
        var danger = DANGERS.stream().filter(lower::contains).findFirst();
        if (danger.isPresent()) {
            findings.error(id, "文字里含有不允许的内容 “%s”。", danger.get());
        } else if (Expressions.isExpression(text) || text.contains("{{")) {
            findings.error(id, "文字里不允许写表达式（${…}、#{…}、{{…}}）。");
        } else if (name.equals("hide")) {
            if (!text.startsWith("=") || !Feel.isPlain(text.substring(1))) {
                findings.error(id, "隐藏条件 “%s” 不允许：请写以 = 开头的简单比较，例如 =outcome != \"refuse\"。", text);
            }
        } else if (text.stripLeading().startsWith("=")) {
            findings.error(id, "属性 “%s” 里不允许写表达式：只有隐藏条件可以。", name);
        } else if (TAG.matcher(text).find()) {
            findings.error(id, "文字里不允许 HTML 标记，请只写文字。");
        }
    }
}
