package io.onevisit.operations;

import io.onevisit.engine.Editions;
import io.onevisit.engine.InstanceMoves;
import io.onevisit.engine.InstanceMoves.Act;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 调整环节: tokens are taken from where they stand and set elsewhere in the same model. */
@Component
class Modification implements Work {

    private final Editions editions;
    private final InstanceMoves moves;

    Modification(Editions editions, InstanceMoves moves) {
        this.editions = editions;
        this.moves = moves;
    }

    @Override
    public OperationKind kind() {
        return OperationKind.MODIFICATION;
    }

    @Override
    public List<String> told(Instructions instructions) {
        var names = editions.places(instructions.edition()).stream()
                .collect(Collectors.toMap(Editions.Element::id, Editions.Element::name));
        if (instructions.steps().isEmpty()) {
            throw Problem.invalid("steps-missing", "请至少指定一步：移开哪个环节，或者从哪个环节开始。").with("field", "steps");
        }
        return instructions.steps().stream()
                .map(step -> {
                    var name = names.get(step.element());
                    if (name == null) {
                        throw Problem.invalid("element-unknown", "这个流程版本里没有环节“" + step.element() + "”，请重新选择。")
                                .with("field", "steps");
                    }
                    return word(step.act()).formatted(name);
                })
                .toList();
    }

    private static String word(Act act) {
        return switch (act) {
            case CANCEL -> "从“%s”移开";
            case BEFORE -> "从“%s”之前开始";
            case AFTER -> "从“%s”之后开始";
        };
    }

    @Override
    public List<Target> targets(Instructions instructions, List<String> chosen, Reach reach) {
        return Running.targets(moves, instructions.edition(), chosen, reach);
    }

    @Override
    public String carryOut(Instructions instructions, Line line, boolean trial) {
        Running.still(moves, line, instructions.edition());
        moves.move(line.instance(), instructions.steps());
        return line.instance();
    }
}
