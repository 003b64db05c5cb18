package io.onevisit.operations;

import io.onevisit.engine.Editions;
import io.onevisit.engine.InstanceMoves;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 更换版本: processes go on under another edition of the same model. */
@Component
class Migration implements Work {

    private final Editions editions;
    private final InstanceMoves moves;

    Migration(Editions editions, InstanceMoves moves) {
        this.editions = editions;
        this.moves = moves;
    }

    @Override
    public OperationKind kind() {
        return OperationKind.MIGRATION;
    }

    @Override
    public List<String> told(Instructions instructions) {
        var from = editions.get(instructions.edition());
        var to = editions.get(instructions.target());
        if (from.id().equals(to.id())
                || !from.key().equals(to.key())
                || !from.city().equals(to.city())) {
            throw Problem.invalid("target-other", "只能更换到同一个流程的另一个已发布版本。").with("field", "target");
        }
        var objections = moves.objections(from.id(), to.id(), instructions.pairs());
        if (!objections.isEmpty()) {
            throw Problem.invalid("pairs-refused", String.join("；", objections) + "。")
                    .with("field", "pairs")
                    .with("errors", objections);
        }
        var told = new ArrayList<>(List.of("由%s更换到%s".formatted(from.label(), to.label())));
        var here = names(from);
        var there = names(to);
        instructions.pairs().stream()
                .filter(pair -> !pair.from().equals(pair.to()))
                .map(pair -> "“%s”对应到“%s”"
                        .formatted(
                                here.getOrDefault(pair.from(), pair.from()), there.getOrDefault(pair.to(), pair.to())))
                .forEach(told::add);
        told.add(instructions.newTriggers() ? "等待中的定时和消息按新版本重新设定" : "等待中的定时和消息照旧");
        return told;
    }

    private Map<String, String> names(Editions.Edition edition) {
        return editions.places(edition.id()).stream()
                .collect(Collectors.toMap(Editions.Element::id, Editions.Element::name));
    }

    @Override
    public List<Target> targets(Instructions instructions, List<String> chosen, Reach reach) {
        return Running.targets(moves, instructions.edition(), chosen, reach);
    }

    @Override
    public String carryOut(Instructions instructions, Line line, boolean trial) {
        Running.still(moves, line, instructions.edition());
        moves.migrate(line.instance(), instructions.target(), instructions.pairs(), instructions.newTriggers());
        return line.instance();
    }
}
