package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Java and the models use the same words: every name on one side is on the other. */
class VocabularyTest {

    private static final List<BpmnModelInstance> models = files("processes", ".bpmn")
            .map(file -> Bpmn.readModelFromFile(file.toFile()))
            .toList();

    @Test
    void everyTopicOfAModelIsPublishedAndEveryPublishedTopicIsUsed() {
        assertThat(all(ServiceTask.class, ServiceTask::getCamundaTopic)).isEqualTo(new TreeSet<>(Topics.ALL));
    }

    @Test
    void everyStepOfAModelIsPublishedAndEveryPublishedStepIsUsed() {
        var steps = Steps.ALL.stream().map(step -> "${" + step + "}").collect(Collectors.toCollection(TreeSet::new));

        assertThat(all(ServiceTask.class, ServiceTask::getCamundaDelegateExpression))
                .isEqualTo(steps);
    }

    @Test
    void everyTopicAndStepHasATemplateForAnalysts() throws IOException {
        var templates = new TreeSet<String>();
        for (var file : Files.list(Path.of(".camunda/element-templates")).toList()) {
            var template = new JsonMapper().readTree(file.toFile());
            assertThat(template.path("id").asText() + ".json")
                    .isEqualTo(file.getFileName().toString());
            template.path("properties").forEach(property -> {
                var name = property.path("binding").path("name").asText();
                if (name.equals("camunda:topic") || name.equals("camunda:delegateExpression")) {
                    templates.add(property.path("value").asText());
                }
            });
        }

        var work = new TreeSet<>(Topics.ALL);
        Steps.ALL.forEach(step -> work.add("${" + step + "}"));
        assertThat(templates).isEqualTo(work);
    }

    @Test
    void messagesAndGroupsAreThoseThatJavaKnows() {
        assertThat(all(Message.class, Message::getName)).isEqualTo(new TreeSet<>(Messages.ALL));
        assertThat(all(UserTask.class, UserTask::getCamundaCandidateGroups))
                .containsExactlyInAnyOrder(
                        Groups.APPLICANT,
                        Groups.WINDOW_CLERKS,
                        Groups.SUPERVISORS,
                        "${" + ItemHandling.Variables.APPROVER_GROUP + "}",
                        "${" + ItemHandling.Variables.HEAD_GROUP + "}",
                        "${" + SupervisionCard.Variables.CARD_GROUP + "}",
                        Groups.HOTLINE_AGENTS,
                        Groups.HOTLINE_OFFICE,
                        "${" + RatingLoop.Variables.HANDLERS + "}",
                        "${" + RatingLoop.Variables.HEADS + "}",
                        "${" + HotlineOrder.Variables.CO_HANDLERS + "}",
                        "${" + JointReview.Variables.LEAD_GROUP + "}",
                        "${" + JointReview.Variables.FIRST_MEMBER + "}",
                        "${" + JointReview.Variables.SECOND_MEMBER + "}",
                        "${" + JointReview.Variables.THIRD_MEMBER + "}",
                        "${" + JointReview.Variables.FOURTH_MEMBER + "}");
    }

    @Test
    void casesAreDistributedToTheGroupsThatJavaKnows() throws IOException {
        var rules = Files.readString(Path.of("../decisions/shared/case-distribution.dmn"));

        assertThat(rules).contains("\"" + Groups.DEPARTMENT_PREFIX + "\" + department");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ItemHandling.class,
                MaterialCheck.class,
                SingleItem.class,
                Supplement.class,
                SpecialProcedure.class,
                PublicNotice.class,
                SecondParty.class,
                FeePayment.class,
                Delivery.class,
                DeferredMaterial.class,
                CommitmentCheck.class,
                SupervisionCard.class,
                RatingLoop.class,
                RatingAgain.class,
                HotlineOrder.class
            })
    void everyConstantIsInItsModel(Class<?> names) throws Exception {
        var process = (String) names.getField("PROCESS").get(null);
        var model = Files.readString(Path.of("shared", process + ".bpmn"));

        for (var constant : constants(names, "Elements")) {
            assertThat(model).contains("id=\"" + constant + "\"");
        }
        var spoken = model + String.join(" ", rules(model)) + String.join(" ", callers(process));
        for (var constant : constants(names, "Variables")) {
            assertThat(Pattern.compile("\\b" + constant + "\\b").matcher(spoken).find())
                    .as(constant)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("processFiles")
    void aProcessIsNamedAsItsFileAndForgottenInTime(Path file) {
        var process = Bpmn.readModelFromFile(file.toFile())
                .getModelElementsByType(Process.class)
                .iterator()
                .next();

        assertThat(process.getId() + ".bpmn").isEqualTo(file.getFileName().toString());
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P90D");
        assertThat(process.getCamundaVersionTag()).matches("\\d{4}-\\d{2}");
        assertThat(process.getDocumentations()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("sharedProcessFiles")
    void aSharedProcessSaysWhatGoesInWhatComesOutWhatFailsAndWhatBecomesOfTheClock(Path file) {
        assertThat(documentation(file)).contains("输入：", "输出：", "错误：", "时限：");
    }

    @Test
    void everyCalledProcessAndDecisionExists() {
        assertThat(names("processes", ".bpmn")).containsAll(all(CallActivity.class, CallActivity::getCalledElement));
        assertThat(names("decisions", ".dmn"))
                .containsAll(all(BusinessRuleTask.class, BusinessRuleTask::getCamundaDecisionRef));
    }

    @Test
    void everyFormIsUsedAndEveryUsedFormExists() {
        var used = all(UserTask.class, UserTask::getCamundaFormRef);
        used.add(SingleItem.FORM);
        used.add(SingleItem.ORGANISATION_FORM);
        for (var bundle : Bundle.all()) {
            var yaml = bundle.yaml("bundle.yaml");
            used.add(yaml.path("situationForm").asText());
            yaml.path("items").forEach(item -> used.add(item.path("form").asText()));
        }

        assertThat(names("forms", ".form")).isEqualTo(used);
    }

    @Test
    void everyModelHasItsPictureAndEveryPictureItsModel() throws IOException {
        var pictures = new TreeSet<String>();
        for (var file : Files.list(Path.of("../docs/models")).toList()) {
            pictures.add(file.getFileName().toString());
        }

        var models = new TreeSet<>(names("processes", ".bpmn"));
        models.addAll(names("decisions", ".dmn"));
        assertThat(pictures).contains("README.md");
        pictures.remove("README.md");
        assertThat(pictures)
                .as("drawn with npm run pictures")
                .isEqualTo(models.stream().map(key -> key + ".png").collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("processFiles")
    void thePicturesAreShownWithWhatTheModelSays(Path file) throws IOException {
        assertThat(Files.readString(Path.of("../docs/models/README.md")))
                .as("drawn with npm run pictures")
                .contains(documentation(file));
    }

    static Stream<Path> processFiles() {
        return files("processes", ".bpmn");
    }

    static Stream<Path> sharedProcessFiles() {
        return processFiles().filter(file -> file.getParent().endsWith("shared"));
    }

    private static String documentation(Path file) {
        return Bpmn.readModelFromFile(file.toFile())
                .getModelElementsByType(Process.class)
                .iterator()
                .next()
                .getDocumentations()
                .iterator()
                .next()
                .getTextContent();
    }

    private static <T extends ModelElementInstance> TreeSet<String> all(Class<T> type, Function<T, String> name) {
        return models.stream()
                .flatMap(model -> model.getModelElementsByType(type).stream())
                .map(name)
                .filter(value -> value != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String module, String ending) {
        return files(module, ending)
                .map(file -> file.getFileName().toString().replace(ending, ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> files(String module, String ending) {
        return Bundle.folders().stream()
                .flatMap(folder ->
                        new Bundle(Path.of(".."), folder.getFileName().toString()).files(module, ending).stream());
    }

    /** The texts of the decisions that a process calls. */
    private static List<String> rules(String model) throws IOException {
        var texts = new ArrayList<String>();
        var call = Pattern.compile("decisionRef=\"([a-z-]+)\"").matcher(model);
        while (call.find()) {
            texts.add(Files.readString(Path.of("../decisions/shared", call.group(1) + ".dmn")));
        }
        return texts;
    }

    /** The texts of the processes that call this one and hand it its variables. */
    private static List<String> callers(String process) throws IOException {
        var texts = new ArrayList<String>();
        for (var file : files("processes", ".bpmn").toList()) {
            var text = Files.readString(file);
            if (text.contains("calledElement=\"" + process + "\"")) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static List<String> constants(Class<?> names, String group) throws Exception {
        var found = new ArrayList<String>();
        for (var inner : names.getDeclaredClasses()) {
            if (inner.getSimpleName().equals(group)) {
                for (var field : Arrays.stream(inner.getFields())
                        .filter(f -> Modifier.isStatic(f.getModifiers()))
                        .toList()) {
                    found.add((String) field.get(null));
                }
            }
        }
        return found;
    }
}
