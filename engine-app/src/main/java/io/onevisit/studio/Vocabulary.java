package io.onevisit.studio;

import io.onevisit.deadlines.ClockKind;
import io.onevisit.processes.Messages;
import io.onevisit.processes.Steps;
import io.onevisit.processes.Topics;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words a model may use to ask the platform for something: topics, steps, groups, messages, instants. */
final class Vocabulary {

    static final Set<String> TOPICS = Set.copyOf(Topics.ALL);
    static final Set<String> STEPS = Set.copyOf(Steps.ALL);
    static final Set<String> MESSAGES = Set.copyOf(Messages.ALL);
    static final Set<String> INSTANTS = Set.of("blueAt", "yellowAt", "redAt", "supplementDueAt", "noticeDueAt");

    /** Kinds of clocks whose end a timer may wait for, with the id that timer must have to be dated anew with the ledger. */
    static final Map<String, String> ENDS =
            Stream.of(ClockKind.values()).collect(Collectors.toUnmodifiableMap(ClockKind::name, ClockKind::timer));

    /** What a topic or step cannot do its work without, as input parameters. */
    static final Map<String, Set<String>> NEEDED = Map.of(
            Topics.NOTIFY_APPLICANT, Set.of("notice"),
            Steps.RAISE_LIGHT, Set.of(Steps.Inputs.LIGHT),
            Steps.MOVE_RATING, Set.of(Steps.Inputs.STATE),
            Steps.NOTE_RATING_OVERDUE, Set.of(Steps.Inputs.PHASE),
            Steps.MOVE_ORDER, Set.of(Steps.Inputs.STATE),
            Steps.SETTLE_NOTICE, Set.of(Steps.Inputs.RESULT),
            Steps.SETTLE_PARTY, Set.of(Steps.Inputs.RESULT));

    static final Pattern GROUP =
            Pattern.compile("window-clerks|applicant|supervisors|hotline-(agents|office)|(dept|head)(-[a-z0-9]+)+");
    static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    static final Pattern CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]*");
    static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** Every model's history in the engine; our own journal keeps the record. */
    static final String TIME_TO_LIVE = "P90D";

    private Vocabulary() {}

    static boolean chinese(String label) {
        return CHINESE.matcher(label).find();
    }

    static boolean kebab(String name) {
        return KEBAB.matcher(name).matches();
    }

    static boolean camel(String name) {
        return CAMEL.matcher(name).matches();
    }
}
