package io.onevisit.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form is one that our pages can show, our server can check and a person can answer. */
class FormsTest {

    /** form-js types of the components that the server validates (text view, group and questions). */
    private static final Set<String> COMPONENTS = Set.of(
            "text",
            "group",
            "textfield",
            "number",
            "datetime",
            "select",
            "radio",
            "checkbox",
            "checklist",
            "textarea",
            "dynamiclist",
            "file",
            "license-picker",
            "region-picker");

    private static final Path NEW_BUNDLE = Path.of("../processes/.camunda/new-bundle/forms");
    private static final Set<String> CHOICES = Set.of("select", "radio", "checklist");
    private static final int FIELDS_PER_PAGE = 7;
    private static final Map<String, JsonNode> dictionary = dictionary();

    /** Those of every bundle, and of the one that {@code ./onevisit new-bundle} begins with. */
    static Stream<Path> forms() throws IOException {
        var folders = Files.list(Path.of("."))
                .filter(Files::isDirectory)
                .filter(folder -> !folder.getFileName().toString().matches("src|target|\\..*"));
        return Stream.concat(folders, Stream.of(NEW_BUNDLE))
                .flatMap(FormsTest::list)
                .filter(file -> file.toString().endsWith(".form"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isNamedAsItsFileAndFitsTheViewer(Path file) {
        var form = read(file);

        assertThat(form.path("id").asText().replace("@name@", "NAME") + ".form")
                .isEqualTo(file.getFileName().toString());
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("schemaVersion").asInt()).isBetween(16, 19);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void beginsWithALineThatSaysWhatIsAskedAndWhatHappens(Path file) {
        var first = read(file).path("components").path(0);

        assertThat(first.path("type").asText()).isEqualTo("text");
        assertThat(first.path("text").asText()).startsWith("请").endsWith("。");
        assertThat(first.path("text").asText().split("。").length)
                .as("what is asked, and what happens")
                .isGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void usesOnlyComponentsThatWeShowAndCheck(Path file) {
        assertThat(all(read(file).path("components")))
                .allSatisfy(
                        component -> assertThat(component.path("type").asText()).isIn(COMPONENTS));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void asksOnceForFieldsOfTheDictionary(Path file) {
        var keys = questions(file).stream()
                .map(question -> question.path("key").asText())
                .toList();

        assertThat(keys).doesNotHaveDuplicates().isSubsetOf(dictionary.keySet());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyQuestionIsLabelledAndEveryChoiceHasWords(Path file) {
        assertThat(questions(file)).isNotEmpty().allSatisfy(question -> {
            assertThat(question.path("label").asText()).containsPattern("\\p{IsHan}");
            if (question.path("type").asText().equals("datetime")) {
                assertThat(question.path("dateLabel")).isEqualTo(question.path("label"));
            }
            if (CHOICES.contains(question.path("type").asText())) {
                assertThat(question.path("values")).isNotEmpty().allSatisfy(choice -> assertThat(
                                choice.path("label").asText())
                        .containsPattern("\\p{IsHan}"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aPageIsAGroupOfAtMostSevenQuestions(Path file) {
        for (var component : read(file).path("components")) {
            var type = component.path("type").asText();
            assertThat(type).isIn("text", "group");
            if (type.equals("group")) {
                assertThat(component.path("label").asText()).isNotBlank();
                assertThat(component.path("components")).hasSizeBetween(1, FIELDS_PER_PAGE);
            }
        }
    }

    @Test
    void aFieldIsAskedInTheSameWayWhereverItIsAsked() throws IOException {
        var asked = new HashMap<String, JsonNode>();
        for (var file : forms().filter(file -> !file.startsWith("./shared")).toList()) {
            for (var question : questions(file)) {
                var before = asked.putIfAbsent(question.path("key").asText(), question);
                if (before != null) {
                    assertThat(question)
                            .as(file + ": " + question.path("key").asText())
                            .isEqualTo(before);
                }
            }
        }
    }

    @Test
    void everyFieldOfTheDictionaryIsAskedSomewhereAndSaysWhetherItIsPersonal() throws IOException {
        var asked = new TreeSet<String>();
        for (var file : forms().toList()) {
            questions(file).forEach(question -> asked.add(question.path("key").asText()));
        }

        assertThat(asked).isEqualTo(new TreeSet<>(dictionary.keySet()));
        assertThat(dictionary.values()).allSatisfy(field -> {
            assertThat(field.path("personal").isBoolean()).isTrue();
            assertThat(field.path("label").asText()).containsPattern("\\p{IsHan}");
            if (field.has("validate")) {
                assertThat(field.path("validate").asText())
                        .isIn("idNo", "certificateNo", "creditCode", "phone", "bankAccount", "yuan");
            }
        });
    }

    @Test
    void officersAnswerWithOneOutcomeWhoseWordsTheProcessesKnow() {
        assertThat(outcomes("clerk-review"))
                .containsExactly("accept", "supplement", "refuse", "not-applicable", "fail");
        assertThat(outcomes("department-review"))
                .containsExactly("grant", "deny", "supplement", "special-procedure", "extension");
        assertThat(outcomes("second-review")).containsExactly("agree", "disagree");
        assertThat(outcomes("extension-approval")).containsExactly("approve", "reject");
        assertThat(outcomes("commitment-check")).containsExactly("fulfilled", "rectify", "revoke");
        assertThat(outcomes("special-procedure")).containsExactly("end");
        assertThat(outcomes("fee-collection")).containsExactly("paid", "waived");
        assertThat(outcomes("rating-verify")).containsExactly("true", "mistaken", "malicious");
        assertThat(outcomes("rating-exclusion")).containsExactly("uphold", "reject");
        assertThat(outcomes("rating-rectify")).containsExactly("done", "extend");
        assertThat(outcomes("rating-callback")).containsExactly("satisfied", "unsatisfied", "unreached");
        assertThat(outcomes("rating-rectify-again")).containsExactly("done", "explained");
        assertThat(outcomes("rating-conclusion")).containsExactly("proper", "improper");
        assertThat(outcomes("voice-extension")).containsExactly("approve", "refuse");
        assertThat(outcomes("order-accept")).containsExactly("accept", "return");
        assertThat(outcomes("order-handle")).containsExactly("reply", "assist", "extend");
        assertThat(outcomes("order-callback")).containsExactly("satisfied", "unsatisfied", "unreached");
    }

    private static List<String> outcomes(String form) {
        var values = new ArrayList<String>();
        questions(Path.of("shared", form + ".form")).stream()
                .filter(question -> question.path("key").asText().equals("outcome"))
                .forEach(question -> {
                    assertThat(question.path("type").asText()).isEqualTo("radio");
                    assertThat(question.at("/validate/required").asBoolean()).isTrue();
                    question.path("values")
                            .forEach(choice -> values.add(choice.path("value").asText()));
                });
        return values;
    }

    private static List<JsonNode> questions(Path file) {
        return all(read(file).path("components")).stream()
                .filter(component -> component.has("key"))
                .map(FormsTest::withoutId)
                .toList();
    }

    private static JsonNode withoutId(JsonNode component) {
        return ((ObjectNode) component.deepCopy()).without("id");
    }

    private static List<JsonNode> all(JsonNode components) {
        var found = new ArrayList<JsonNode>();
        for (var component : components) {
            found.add(component);
            found.addAll(all(component.path("components")));
        }
        return found;
    }

    private static Map<String, JsonNode> dictionary() {
        try {
            var fields = new HashMap<String, JsonNode>();
            var seen = new HashSet<String>();
            for (var field :
                    new YAMLMapper().readTree(Path.of("fields.yaml").toFile()).path("fields")) {
                assertThat(seen.add(field.path("key").asText()))
                        .as(field.toString())
                        .isTrue();
                fields.put(field.path("key").asText(), field);
            }
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new JsonMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path folder) {
        try {
            return Files.list(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
