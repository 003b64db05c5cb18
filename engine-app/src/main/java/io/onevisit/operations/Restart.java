package io.onevisit.operations;

import io.onevisit.bundles.Bundles;
import io.onevisit.cases.Application;
import io.onevisit.cases.ApplicationState;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseRouting;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.distribution.Distributions;
import io.onevisit.engine.Editions;
import io.onevisit.engine.InstanceMoves;
import io.onevisit.engine.Tenants;
import io.onevisit.problems.Problem;
import io.onevisit.processes.ItemHandling;
import io.onevisit.reach.Reach;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 重新启动: a process that was broken off begins anew, from the start or in the middle. What it has to know comes from the
 * platform's records, for the engine keeps no variables of what has ended.
 */
@Component
class Restart implements Work {

    private final Applications applications;
    private final Cases cases;
    private final CaseRouting routing;
    private final Distributions distributions;
    private final Bundles bundles;
    private final Editions editions;
    private final InstanceMoves moves;
    private final Soundness soundness;

    Restart(
            Applications applications,
            Cases cases,
            CaseRouting routing,
            Distributions distributions,
            Bundles bundles,
            Editions editions,
            InstanceMoves moves,
            Soundness soundness) {
        this.applications = applications;
        this.cases = cases;
        this.routing = routing;
        this.distributions = distributions;
        this.bundles = bundles;
        this.editions = editions;
        this.moves = moves;
        this.soundness = soundness;
    }

    @Override
    public OperationKind kind() {
        return OperationKind.RESTART;
    }

    @Override
    public List<String> told(Instructions instructions) {
        if (instructions.before().isEmpty()) {
            return List.of("从头开始");
        }
        var element = editions.places(instructions.edition()).stream()
                .filter(one -> one.id().equals(instructions.before()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("element-unknown", "这个流程版本里没有所选的环节，请重新选择。")
                        .with("field", "before"));
        return List.of("从“%s”之前开始".formatted(element.name()));
    }

    /** Of one process only where it begins in the middle: its elements are those of that model. */
    @Override
    public List<Target> targets(Instructions instructions, List<String> chosen, Reach reach) {
        var numbers = chosen.stream()
                .map(no -> no.strip().replaceFirst("-.*$", ""))
                .distinct()
                .toList();
        for (var no : numbers) {
            if (!reach.holdsNumber(no)
                    || cases.find(no).isEmpty() && applications.find(no).isEmpty()) {
                throw Problem.notFound("case-unknown", "没有找到编号为 " + no + " 的申报或办件，请核对编号。");
            }
            if (!instructions.before().isEmpty() && !edition(no).id().equals(instructions.edition())) {
                throw Problem.invalid("other-edition", "从中间环节开始时，所选的申报或办件须使用同一个流程版本：%s 不是。".formatted(no))
                        .with("field", "before");
            }
        }
        return numbers.stream().map(no -> new Target(no, null, null)).toList();
    }

    /** The edition a number's process would run on. */
    Editions.Edition edition(String no) {
        var key =
                no.startsWith("A") ? bundles.find(applications.get(no).bundle()).process() : ItemHandling.PROCESS;
        return editions.newest(key, Tenants.cityOf(no));
    }

    @Override
    public String carryOut(Instructions instructions, Line line, boolean trial) {
        var no = line.number();
        if (moves.runs(no)) {
            throw Problem.conflict("process-runs", "它的流程正在运行，不能重新启动；需要换环节请用“调整环节”。");
        }
        var edition = edition(no);
        var before = instructions.before().isEmpty() ? null : instructions.before();
        var variables = no.startsWith("A") ? ofApplication(no, before) : ofCase(no, edition, before);
        return moves.begin(edition.id(), no, variables, before);
    }

    private Map<String, Object> ofCase(String no, Editions.Edition edition, String before) {
        var file = cases.get(no);
        if (file.state().isEnd()) {
            throw Problem.conflict("case-ended", ended(file.state()));
        }
        if (file.state() == CaseState.SUBMITTED || file.state() == CaseState.PRECHECK_PASSED) {
            throw Problem.conflict("case-not-received", "办件还没有收件，由申报的流程带动；请重新启动申报 %s。".formatted(file.applicationNo()));
        }
        var from = before == null ? start(edition) : before;
        if (soundness.decidesAgain(file.state(), edition.id(), from)) {
            throw Soundness.again(file.state());
        }
        var variables = new HashMap<>(routing.midway(file));
        distributions
                .current(no)
                .ifPresent(given -> variables.put(ItemHandling.Variables.APPROVER_GROUP, given.groupName()));
        return variables;
    }

    private static String ended(CaseState state) {
        return switch (state) {
            case WITHDRAWN -> "申请人已经撤回，不能恢复办理；需要办理请重新申报。";
            case CLOSED, DELIVERED -> "办件%s，同一办件不得作出第二次决定。".formatted(state.label());
            default -> "办件%s，不能恢复办理。".formatted(state.label());
        };
    }

    private String start(Editions.Edition edition) {
        return editions.places(edition.id()).stream()
                .filter(element ->
                        element.kind().equals("startEvent") && element.scope().isEmpty())
                .findFirst()
                .map(Editions.Element::id)
                .orElseThrow();
    }

    /** How its cases ended is told as their processes would have told it. */
    private Map<String, Object> ofApplication(String no, String before) {
        var application = applications.get(no);
        if (application.state() != ApplicationState.IN_PROGRESS) {
            throw Problem.conflict(
                    "application-ended",
                    "申报%s，不能重新启动。".formatted(application.state().label()));
        }
        var files = cases.ofApplication(no);
        files.stream().filter(file -> moves.runs(file.caseNo())).findFirst().ifPresent(running -> {
            throw Problem.conflict("case-runs", "其中办件 %s 的流程正在运行，请等它办完。".formatted(running.caseNo()));
        });
        var variables = started(application, files);
        if (before != null) {
            variables.put("materialsOutcome", "accept");
            files.forEach(file -> variables.put(file.itemVariable() + "Outcome", CaseRouting.outcome(file)));
            if (files.size() == 1) {
                variables.put("itemOutcome", CaseRouting.outcome(files.get(0)));
            }
        }
        return variables;
    }

    private Map<String, Object> started(Application application, List<CaseFile> files) {
        var numbers = files.stream().collect(Collectors.toMap(CaseFile::itemVariable, CaseFile::caseNo));
        return bundles.find(application.bundle())
                .startVariables(
                        application.applicationNo(), applications.situation(application.applicationNo()), numbers);
    }
}
