package io.onevisit.engine;

import io.onevisit.problems.Problem;
import io.onevisit.processes.DeferredMaterial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@link InstanceMoves} on the engine's public API. */
@Component
class EngineMoves implements InstanceMoves {

    private static final String NOBODY = "operations";
    private static final long A_MINUTE = 60_000;

    /** More than this without anybody being waited for is a loop of the model. */
    private static final int MOST_STEPS = 50;

    /** Elements whose timers and messages can be made anew. */
    private static final Set<String> TRIGGERED =
            Set.of("intermediateCatchEvent", "receiveTask", "startEvent", "boundaryEvent");

    /** Leaves of the tree of executions are where tokens stand. */
    private static final String WAITING =
            """
            select p.id_ as instance, p.business_key_ as business_key, p.proc_def_id_ as edition,
                string_agg(distinct e.act_id_, ',' order by e.act_id_) as elements
            from act_ru_execution p join act_ru_execution e on e.proc_inst_id_ = p.id_
            where p.parent_id_ is null and e.act_id_ is not null
              and not exists (select from act_ru_execution c where c.parent_id_ = e.id_) and %s
            group by p.id_, p.business_key_, p.proc_def_id_ order by p.business_key_, p.id_ limit :most""";

    private static final String AT =
            """
            exists (select from act_ru_execution a where a.proc_inst_id_ = p.id_ and a.act_id_ = :element
              and not exists (select from act_ru_execution c where c.parent_id_ = a.id_))""";

    private final RuntimeService runtime;
    private final ExternalTaskService work;
    private final Editions editions;
    private final JobsNow jobs;
    private final JdbcClient sql;

    EngineMoves(RuntimeService runtime, ExternalTaskService work, Editions editions, JobsNow jobs, JdbcClient sql) {
        this.runtime = runtime;
        this.work = work;
        this.editions = editions;
        this.jobs = jobs;
        this.sql = sql;
    }

    @Override
    public List<Waiting> waiting(String edition, String element, NumberRange numbers, int most) {
        var names = names(edition);
        var where = "p.proc_def_id_ = :edition and %s and %s"
                .formatted(element.isEmpty() ? "true" : AT, NumberRange.holds("p.business_key_"));
        return RowView.whole(() -> sql
                .sql(WAITING.formatted(where))
                .param("edition", edition)
                .param("element", element)
                .params(numbers.params())
                .param("most", most)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> row.told(names))
                .toList());
    }

    @Override
    public Optional<Waiting> find(String instance) {
        return RowView.whole(() -> sql.sql(WAITING.formatted("p.id_ = :instance"))
                .param("instance", instance)
                .param("most", 1)
                .query(Row.class)
                .optional()
                .map(row -> row.told(names(row.edition))));
    }

    @Override
    public boolean runs(String businessKey) {
        return RowView.whole(() -> sql.sql(
                        """
                        select exists (select from act_ru_execution
                          where business_key_ = ? and proc_def_id_ not like ? || ':%')""")
                .params(businessKey, DeferredMaterial.PROCESS)
                .query(Boolean.class)
                .single());
    }

    @Override
    public void move(String instance, List<Step> steps) {
        var tree = runtime.getActivityInstance(instance);
        if (tree == null) {
            throw InstanceMoves.gone();
        }
        var edition = tree.getProcessDefinitionId();
        var names = names(edition);
        var modification = runtime.createProcessInstanceModification(instance);
        var left = steps.stream().filter(step -> step.act() == Act.CANCEL).toList();
        var scopesFirst = new ArrayList<Runnable>();
        var tokensLast = new ArrayList<Runnable>();
        for (var step : left) {
            known(names, step.element());
            var active = tree.getActivityInstances(step.element());
            var between = tree.getTransitionInstances(step.element());
            if (active.length + between.length == 0) {
                throw Problem.conflict("not-there", "流程现在不在“%s”，不能从那里移开。".formatted(names.get(step.element())));
            }
            for (var one : active) {
                (one.getChildActivityInstances().length > 0 ? scopesFirst : tokensLast)
                        .add(() -> modification.cancelActivityInstance(one.getId()));
            }
            for (var one : between) {
                tokensLast.add(() -> modification.cancelTransitionInstance(one.getId()));
            }
        }
        scopesFirst.forEach(Runnable::run);
        for (var step : steps) {
            known(names, step.element());
            switch (step.act()) {
                case BEFORE -> modification.startBeforeActivity(step.element());
                case AFTER -> modification.startAfterActivity(step.element());
                case CANCEL -> {}
            }
        }
        tokensLast.forEach(Runnable::run);
        moving(names, modification::execute);
    }

    @Override
    public List<Pair> pairs(String from, String to) {
        return RowView.whole(
                () -> runtime.createMigrationPlan(from, to).mapEqualActivities().build().getInstructions().stream()
                        .map(one -> new Pair(one.getSourceActivityId(), one.getTargetActivityId()))
                        .toList());
    }

    @Override
    public List<String> objections(String from, String to, List<Pair> pairs) {
        return RowView.whole(() -> EngineRefusals.ofPlan(() -> plan(from, to, pairs, false), names(from), names(to)));
    }

    @Override
    public void migrate(String instance, String to, List<Pair> pairs, boolean newTriggers) {
        var tree = runtime.getActivityInstance(instance);
        if (tree == null) {
            throw InstanceMoves.gone();
        }
        var from = tree.getProcessDefinitionId();
        moving(names(from), () -> runtime.newMigration(plan(from, to, pairs, newTriggers))
                .processInstanceIds(instance)
                .execute());
    }

    private MigrationPlan plan(String from, String to, List<Pair> pairs, boolean newTriggers) {
        var types =
                editions.places(from).stream().collect(Collectors.toMap(Editions.Element::id, Editions.Element::kind));
        var plan = runtime.createMigrationPlan(from, to);
        for (var pair : pairs) {
            var instruction = plan.mapActivities(pair.from(), pair.to());
            if (newTriggers && TRIGGERED.contains(types.getOrDefault(pair.from(), "boundaryEvent"))) {
                instruction.updateEventTrigger();
            }
        }
        return plan.build();
    }

    @Override
    public String begin(String edition, String businessKey, Map<String, Object> variables, String before) {
        var start = runtime.createProcessInstanceById(edition)
                .businessKey(businessKey)
                .setVariables(variables);
        var names = names(edition);
        if (before != null) {
            known(names, before);
            start.startBeforeActivity(before);
        }
        var begun = new String[1];
        moving(names, () -> begun[0] = start.execute().getId());
        return begun[0];
    }

    @Override
    public List<Call> calls(String instance) {
        return sql.sql(
                        """
                        select t.id_ as id, t.topic_name_ as topic, t.act_id_ as activity, p.business_key_ as business_key,
                            t.proc_def_id_ as edition
                        from act_ru_ext_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                        where p.root_proc_inst_id_ =
                            (select root_proc_inst_id_ from act_ru_execution where id_ = ?) order by t.id_""")
                .param(instance)
                .query((row, n) -> new Call(
                        row.getString("id"),
                        row.getString("topic"),
                        names(row.getString("edition"))
                                .getOrDefault(row.getString("activity"), row.getString("activity")),
                        row.getString("business_key")))
                .list();
    }

    @Override
    public void skip(String call) {
        work.lock(call, NOBODY, A_MINUTE);
        work.complete(call, NOBODY);
    }

    @Override
    public Set<String> ready(String instance) {
        return Set.copyOf(sql.sql(
                        """
                        select j.id_ from act_ru_job j join act_ru_execution p on p.id_ = j.process_instance_id_
                        where j.type_ = 'message' and j.retries_ > 0 and p.root_proc_inst_id_ =
                            (select root_proc_inst_id_ from act_ru_execution where id_ = ?)""")
                .param(instance)
                .query(String.class)
                .list());
    }

    @Override
    public void goOn(String instance, Set<String> others) {
        for (var taken = 0; taken <= MOST_STEPS; taken++) {
            var next = ready(instance).stream()
                    .filter(job -> !others.contains(job))
                    .findFirst();
            if (next.isEmpty()) {
                return;
            }
            jobs.now(next.get());
        }
        throw Problem.conflict("process-endless", "流程一步接一步没有停下来的环节，没有动它。");
    }

    private Map<String, String> names(String edition) {
        return editions.places(edition).stream()
                .collect(Collectors.toMap(Editions.Element::id, Editions.Element::name));
    }

    private static void known(Map<String, String> names, String element) {
        if (!names.containsKey(element)) {
            throw EngineEditions.unknownElement(element);
        }
    }

    private static void moving(Map<String, String> names, Runnable move) {
        try {
            move.run();
        } catch (OptimisticLockingException racing) {
            throw Problem.conflict("process-moving", "办件恰好正在进入下一个环节，请稍后再试。");
        } catch (ProcessEngineException refused) {
            throw EngineRefusals.of(refused, names);
        }
    }

    private record Row(String instance, String businessKey, String edition, String elements) {

        Waiting told(Map<String, String> names) {
            var places = Stream.of(elements.split(","))
                    .map(element -> new Place(element, names.getOrDefault(element, element)))
                    .toList();
            return new Waiting(instance, businessKey == null ? "" : businessKey, edition, places);
        }
    }
}
