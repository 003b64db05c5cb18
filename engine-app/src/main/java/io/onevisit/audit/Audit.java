package io.onevisit.audit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where acts are noted. Endpoints say {@link Noted} instead; this is for what happens behind them. */
@Component
public class Audit {

    static final String NOWHERE = "000000";

    private static final int LONGEST_TEXT = 200;

    private final EntryRows rows;
    private final Actors actors;
    private final Map<Kind, Concern> concerns;
    private final Clock time;

    Audit(EntryRows rows, Actors actors, List<Concern> concerns, Clock time) {
        this.rows = rows;
        this.actors = actors;
        this.concerns = concerns.stream().collect(Collectors.toMap(Concern::kind, Function.identity()));
        this.time = time;
    }

    /** Notes an act in its own transaction: both are there, or neither. */
    @Transactional
    public void note(Note note) {
        rows.write(entry(note, actor("平台"), Result.DONE, ""));
    }

    /** Notes an act of the platform itself or of another system, where nobody is signed in; in the act's transaction. */
    @Transactional
    public void noteBy(String system, Note note) {
        rows.write(entry(note, actor(system), Result.DONE, ""));
    }

    /** Notes that an act was refused, in a transaction of its own: the act's is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(Note note, String code) {
        rows.write(entry(note, actors.current().orElseGet(Actor::unknown), Result.REFUSED, code));
    }

    @Transactional
    void write(Note note, Actor actor, Result result, String code) {
        rows.write(entry(note, actor, result, code));
    }

    Optional<Actor> current() {
        return actors.current();
    }

    private Actor actor(String system) {
        return actors.current().orElseGet(() -> Actor.system(system));
    }

    private Entry entry(Note note, Actor actor, Result result, String code) {
        var now = time.instant();
        var from = Origin.here();
        var number = Masks.text(note.number(), LONGEST_TEXT);
        var about = note.about() != null ? Optional.of(note.about()) : about(note.kind(), note.number());
        return new Entry(
                0,
                EntryRows.day(now),
                now,
                region(actor.region()),
                actor.account(),
                actor.name(),
                actor.department(),
                String.join(",", new TreeSet<>(actor.roles())),
                actor.onBehalfOf(),
                about.map(Concern.About::person).orElse(""),
                note.verb(),
                note.kind(),
                note.kind() == Kind.ACCOUNT && about.isEmpty() ? Masks.typed(number) : number,
                about.map(Concern.About::applicationNo).orElse(""),
                about.map(Concern.About::caseNo).orElse(""),
                Masks.text(about.map(Concern.About::detail).orElse(""), LONGEST_TEXT),
                note.why().isBlank() ? note.verb().purpose() : Masks.text(note.why(), LONGEST_TEXT),
                from.address(),
                from.agent(),
                from.channel(),
                from.correlation(),
                result,
                code);
    }

    private Optional<Concern.About> about(Kind kind, String number) {
        var concern = concerns.get(kind);
        return concern == null || number.isBlank() ? Optional.empty() : concern.about(number);
    }

    /** Chains are kept per county at the finest; a street's officers write into their county's. */
    private static String region(String region) {
        return region.length() < NOWHERE.length() ? NOWHERE : region.substring(0, NOWHERE.length());
    }
}
