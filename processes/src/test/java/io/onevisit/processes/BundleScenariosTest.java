package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every bundle does what its table of scenarios says, also the one that {@code ./onevisit new-bundle} makes. The shared processes it calls are played: an item takes the days it
 * promises and ends as the scenario has it, so that the days add up along the critical path.
 */
class BundleScenariosTest {

    private static final String ITEM = "item";
    private static final String CHECK = "check";
    private static final String REVIEW = "review";
    private static final String PARTY = "party";

    @TempDir
    static Path folder;

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension coverage = Engines.walking(
            "bundles",
            platform,
            ItemHandling.PROCESS,
            MaterialCheck.PROCESS,
            SecondParty.PROCESS,
            JointReview.PROCESS,
            ApplicationClosingTest.PROCESS);

    @BeforeEach
    void everyBundleIsPublishedAndNothingHappenedYet() {
        platform.reset();
        if (coverage.getRepositoryService().createDeploymentQuery().count() == 0) {
            bundles().forEach(BundleScenariosTest::publish);
            var shared = coverage.getRepositoryService().createDeployment();
            played(shared, ItemHandling.PROCESS, ITEM);
            played(shared, MaterialCheck.PROCESS, CHECK);
            played(shared, SecondParty.PROCESS, PARTY);
            add(shared, Path.of("shared", ApplicationClosingTest.PROCESS + ".bpmn"));
            played(shared, JointReview.PROCESS, REVIEW).deploy();
        }
    }

    static Stream<Scenario> scenarios() {
        return bundles().flatMap(bundle -> Scenario.of(bundle).stream());
    }

    private static Stream<Bundle> bundles() {
        return Stream.concat(Bundle.all().stream(), Stream.of(NewBundle.made(folder, "begun-by-command", "新建一件事")));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScenarioGoesAsItsLineSays(Scenario scenario) {
        var engine = coverage.getProcessEngine();
        var bundle = scenario.bundle();

        assertThat(offered(engine, bundle, scenario)).containsExactlyInAnyOrderElementsOf(scenario.items());
        assertThat(needed(engine, bundle, scenario)).containsExactlyInAnyOrderElementsOf(scenario.needs());
        if (scenario.isStarted()) {
            play(engine, bundle, scenario);
        }
    }

    private static void play(ProcessEngine engine, Bundle bundle, Scenario scenario) {
        var story = Story.begin(
                engine, bundle.yaml("bundle.yaml").path("process").asText(), "A1", variables(bundle, scenario));
        story.ownTask(PARTY)
                .ifPresent(asked -> story.answered(
                        PARTY,
                        Map.of(
                                SecondParty.Variables.PARTY_OUTCOME,
                                scenario.results().getOrDefault(story.elementOf(asked), SecondParty.AGREED))));
        if (!scenario.materials().isEmpty()) {
            story.answered(CHECK, Map.of(MaterialCheck.Variables.OUTCOME, scenario.materials()));
        }
        var due = new LinkedHashMap<String, Integer>();
        var today = 0;
        peopleAnswer(story, scenario);
        for (var open = opened(engine); !open.isEmpty(); open = opened(engine)) {
            for (var variable : open) {
                due.putIfAbsent(variable, today + bundle.promised(variable));
            }
            var next = open.stream().min((a, b) -> due.get(a) - due.get(b)).orElseThrow();
            today = due.get(next);
            story.finished(next, scenario.results().getOrDefault(next, "granted"));
            peopleAnswer(story, scenario);
        }
        notifyAll(engine, story);

        story.ended(scenario.end());
        assertThat(String.valueOf(today)).as("days").isEqualTo(scenario.days());
        var model = story.model();
        assertThat(story.passed().stream().filter(id -> isWork(model, id)).toList())
                .as("items and returns passed")
                .containsExactlyInAnyOrderElementsOf(scenario.path());
        assertThat(platform.asked).contains(Steps.CLOSE_APPLICATION);
    }

    /** Work of people that the bundle itself draws, and joint reviews: they take no time of any item. */
    private static void peopleAnswer(Story story, Scenario scenario) {
        for (var task = story.ownTask(REVIEW); task.isPresent(); task = story.ownTask(REVIEW)) {
            var key = story.elementOf(task.get());
            var usual = key.equals(task.get().getTaskDefinitionKey()) ? "done" : "agreed";
            story.answered(task.get(), scenario.results().getOrDefault(key, usual));
        }
        story.waited();
    }

    private static void notifyAll(ProcessEngine engine, Story story) {
        while (engine.getExternalTaskService().createExternalTaskQuery().count() > 0) {
            story.worker(Topics.NOTIFY_APPLICANT, Map.of());
        }
    }

    /** Items, and the steps that return them. */
    private static boolean isWork(BpmnModelInstance model, String activity) {
        var element = model.getModelElementById(activity);
        var called = element.getAttributeValue("calledElement");
        var step = element.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression");
        return ItemHandling.PROCESS.equals(called) || step != null && step.contains(Steps.RETURN_CASES);
    }

    private static List<String> opened(ProcessEngine engine) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(ItemHandling.PROCESS)
                .list()
                .stream()
                .map(item -> item.getBusinessKey())
                .toList();
    }

    private static Map<String, Object> variables(Bundle bundle, Scenario scenario) {
        var variables = new HashMap<>(scenario.answers());
        bundle.variables().forEach(variable -> variables.put(variable, null));
        scenario.chosen().forEach(variable -> variables.put(variable, variable));
        variables.put("applicationNo", "A1");
        return variables;
    }

    private static List<String> offered(ProcessEngine engine, Bundle bundle, Scenario scenario) {
        var rows = decide(engine, bundle, "situationDecision", scenario.answers());
        assertThat(rows.stream().map(row -> row.get("item")))
                .as("one rule for every item")
                .containsExactlyInAnyOrderElementsOf(bundle.variables());
        return rows.stream()
                .filter(row -> Boolean.TRUE.equals(row.get("applies")))
                .map(row -> row.get("item") + (Boolean.TRUE.equals(row.get("mandatory")) ? "*" : ""))
                .toList();
    }

    private static List<String> needed(ProcessEngine engine, Bundle bundle, Scenario scenario) {
        var needs = new LinkedHashMap<String, Boolean>();
        var spared = new LinkedHashMap<String, Boolean>();
        for (var item : scenario.isStarted() ? scenario.chosen() : List.<String>of()) {
            var facts = new HashMap<>(scenario.answers());
            facts.put("item", item);
            decide(engine, bundle, "materialsDecision", facts).forEach(row -> {
                var material = String.valueOf(row.get("material"));
                needs.merge(material, Boolean.TRUE.equals(row.get("required")), Boolean::logicalOr);
                spared.merge(material, "DATA".equals(row.get("exemption")), Boolean::logicalAnd);
            });
        }
        return needs.entrySet().stream()
                .map(need -> need.getKey() + (spared.get(need.getKey()) ? "~" : need.getValue() ? "" : "?"))
                .toList();
    }

    private static List<Map<String, Object>> decide(
            ProcessEngine engine, Bundle bundle, String decision, Map<String, Object> facts) {
        return engine.getDecisionService()
                .evaluateDecisionTableByKey(
                        bundle.yaml("bundle.yaml").path(decision).asText(), facts)
                .getResultList();
    }

    private static void publish(Bundle bundle) {
        var deployment = coverage.getRepositoryService().createDeployment();
        bundle.files("processes", ".bpmn").forEach(file -> add(deployment, file));
        bundle.files("decisions", ".dmn").forEach(file -> add(deployment, file));
        deployment.deploy();
    }

    private static void add(DeploymentBuilder deployment, Path file) {
        try (var content = Files.newInputStream(file)) {
            deployment.addInputStream(file.getFileName().toString(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shared process of which only the answer counts. */
    private static DeploymentBuilder played(DeploymentBuilder deployment, String process, String group) {
        return deployment.addModelInstance(
                process + ".bpmn",
                Bpmn.createExecutableProcess(process)
                        .camundaHistoryTimeToLiveString("P90D")
                        .startEvent()
                        .userTask("answer")
                        .camundaCandidateGroups(group)
                        .endEvent()
                        .done());
    }
}
