package io.onevisit.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.onevisit.problems.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@link Editions} from the engine's repository; models are parsed once and kept by it. */
@Component
class EngineEditions implements Editions {

    private static final Set<String> WAITING =
            Set.of("userTask", "serviceTask", "sendTask", "receiveTask", "callActivity", "intermediateCatchEvent");

    private static final String EDITION =
            """
            select d.id_ as id, d.key_ as key, coalesce(d.name_, d.key_) as name, d.version_ as version,
                coalesce(d.version_tag_, '') as tag, coalesce(d.tenant_id_, '') as city, p.deploy_time_ as published_at
            from act_re_procdef d join act_re_deployment p on p.id_ = d.deployment_id_""";

    private final RepositoryService models;
    private final JdbcClient sql;

    /** What was deployed never changes. */
    private final Cache<String, Map<String, Element>> elements =
            Caffeine.newBuilder().maximumSize(500).build();

    EngineEditions(RepositoryService models, JdbcClient sql) {
        this.models = models;
        this.sql = sql;
    }

    @Override
    public List<Edition> all() {
        return RowView.whole(() -> sql.sql(EDITION + " order by d.key_, city, d.version_ desc")
                .query(Edition.class)
                .list());
    }

    @Override
    public Optional<Edition> find(String id) {
        return RowView.whole(() -> sql.sql(EDITION + " where d.id_ = ?")
                .param(id)
                .query(Edition.class)
                .optional());
    }

    @Override
    public Edition newest(String processKey, String city) {
        return RowView.whole(() -> sql.sql(
                        EDITION
                                + """
                         where d.key_ = ? and coalesce(d.tenant_id_, '') in (?, '')
                        order by city desc, d.version_ desc limit 1""")
                .params(processKey, city)
                .query(Edition.class)
                .optional()
                .orElseThrow(Editions::unknown));
    }

    @Override
    public String diagram(String id) {
        return RowView.whole(() -> {
            try (var xml = models.getProcessModel(get(id).id())) {
                return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public Map<String, Element> elements(String id) {
        return RowView.whole(() -> elements.get(get(id).id(), this::read));
    }

    private Map<String, Element> read(String id) {
        return models.getBpmnModelInstance(id).getModelElementsByType(FlowNode.class).stream()
                .map(EngineEditions::described)
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(Element::id, Function.identity(), (first, same) -> first, LinkedHashMap::new),
                        Collections::unmodifiableMap));
    }

    private static Element described(FlowNode node) {
        var kind = node.getElementType().getTypeName();
        return new Element(
                node.getId(),
                name(node),
                kind,
                node instanceof ServiceTask task ? Objects.requireNonNullElse(task.getCamundaTopic(), "") : "",
                node.getParentElement() instanceof SubProcess around ? name(around) : "",
                WAITING.contains(kind) && !isStep(node));
    }

    /** The start of an event sub-process is named by the sub-process. */
    static String name(FlowNode node) {
        if (node.getName() != null && !node.getName().isBlank()) {
            return node.getName();
        }
        return node.getParentElement() instanceof SubProcess around && around.getName() != null
                ? around.getName()
                : node.getId();
    }

    private static boolean isStep(FlowNode node) {
        return node instanceof ServiceTask task && task.getCamundaDelegateExpression() != null;
    }

    @Override
    public boolean leadsTo(String id, String element, String step) {
        var from = models.getBpmnModelInstance(id).getModelElementById(element);
        if (!(from instanceof FlowNode first)) {
            throw unknownElement(element);
        }
        var seen = new HashSet<String>(Set.of(first.getId()));
        var next = new ArrayDeque<FlowNode>(List.of(first));
        while (!next.isEmpty()) {
            var node = next.poll();
            if (node instanceof ServiceTask task && ("${" + step + "}").equals(task.getCamundaDelegateExpression())) {
                return true;
            }
            following(node).stream().filter(after -> seen.add(after.getId())).forEach(next::add);
        }
        return false;
    }

    static Problem unknownElement(String element) {
        return Problem.invalid("element-unknown", "这个流程版本里没有环节“" + element + "”，请重新选择。");
    }

    /** What comes after a node: along its flows, into a sub-process, out of the one it lies in, and what may interrupt it. */
    private static List<FlowNode> following(FlowNode node) {
        var after = new ArrayList<FlowNode>(node.getSucceedingNodes().list());
        if (node instanceof SubProcess inner) {
            inner.getChildElementsByType(StartEvent.class).forEach(after::add);
        }
        if (after.isEmpty() && node.getParentElement() instanceof SubProcess outer && !outer.triggeredByEvent()) {
            after.addAll(outer.getSucceedingNodes().list());
        }
        boundaries(node).forEach(after::add);
        return after;
    }

    private static List<BoundaryEvent> boundaries(FlowNode node) {
        ModelElementInstance around = node.getParentElement();
        return around.getChildElementsByType(node.getModelInstance().getModel().getType(BoundaryEvent.class)).stream()
                .map(BoundaryEvent.class::cast)
                .filter(event -> node.equals(event.getAttachedTo()))
                .toList();
    }
}
