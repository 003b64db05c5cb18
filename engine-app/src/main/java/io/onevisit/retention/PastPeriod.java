package io.onevisit.retention;

import io.onevisit.retention.Perishable.Due;
import io.onevisit.verification.Invariant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Nothing lies there two nights after its period, unless it is under a hold. */
@Component
class PastPeriod implements Invariant {

    private static final Duration TWO_NIGHTS = Duration.ofDays(2);
    private static final int LOOKED_AT = 10_000;

    private final Rules rules;
    private final Map<String, Perishable> perishables;
    private final Holds holds;
    private final Clock time;

    PastPeriod(Rules rules, List<Perishable> perishables, Holds holds, Clock time) {
        this.rules = rules;
        this.perishables = perishables.stream().collect(Collectors.toMap(Perishable::rule, Function.identity()));
        this.holds = holds;
        this.time = time;
    }

    @Override
    public String id() {
        return "I10";
    }

    @Override
    public Result check(int most) {
        var findings = new ArrayList<String>();
        var broken = 0L;
        for (var rule : rules.all()) {
            var over = over(rule);
            broken += over;
            if (over > 0 && findings.size() < most) {
                findings.add("%s：%d 条超过保存期限 %s 仍未删除".formatted(rule.what(), over, rule.period()));
            }
        }
        return new Result(rules.all().size(), broken, findings);
    }

    /** Counted first; only where there are any are they held against the holds. */
    private long over(Rules.Rule rule) {
        var before = rule.before(time.instant().minus(TWO_NIGHTS));
        var perishable = perishables.get(rule.id());
        var over = perishable.count(before);
        if (over == 0) {
            return 0;
        }
        var open = holds.open();
        return open.isEmpty() ? over : over - held(perishable, before, open);
    }

    private static long held(Perishable perishable, Instant before, Set<String> open) {
        return perishable.due(before, Due.FIRST, LOOKED_AT, false).stream()
                .filter(due -> Holds.holds(open, due))
                .count();
    }
}
