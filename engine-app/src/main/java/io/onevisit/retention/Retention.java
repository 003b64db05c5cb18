package io.onevisit.retention;

import io.onevisit.audit.Audit;
import io.onevisit.audit.Kind;
import io.onevisit.audit.Note;
import io.onevisit.audit.Verb;
import io.onevisit.retention.Perishable.Due;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what is past its period. Rows and the proof of their removal are one transaction per batch: a run that is cut
 * off has proved all that it removed, and the next one goes on with what is left.
 */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final Rules rules;
    private final Map<String, Perishable> perishables;
    private final Holds holds;
    private final Proofs proofs;
    private final Audit audit;
    private final Clock time;
    private final TransactionTemplate transaction;
    private final RetentionProperties limits;

    Retention(
            Rules rules,
            List<Perishable> perishables,
            Holds holds,
            Proofs proofs,
            Audit audit,
            Clock time,
            PlatformTransactionManager transactions,
            RetentionProperties limits) {
        this.rules = rules;
        this.perishables = perishables.stream().collect(Collectors.toMap(Perishable::rule, Function.identity()));
        this.holds = holds;
        this.proofs = proofs;
        this.audit = audit;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.limits = limits;
    }

    @Scheduled(cron = "${onevisit.retention.at:0 20 3 * * *}", zone = "Asia/Shanghai")
    @SchedulerLock(name = "retention", lockAtMostFor = "PT1H", lockAtLeastFor = "PT1M")
    void everyNight() {
        run(false, "平台");
    }

    /** Removes, or with {@code dry} only tells what would be; returns the number of the run. */
    long run(boolean dry, String who) {
        var run = proofs.begin(dry, who, time.instant());
        for (var rule : rules.all()) {
            var result = carriedOut(run, rule, dry);
            proofs.result(run, result);
            if (!dry && result.removed() > 0) {
                audit.noteBy(
                        "平台",
                        new Note(
                                Verb.DELETE_EXPIRED,
                                Kind.RETENTION,
                                Long.toString(run),
                                null,
                                "%s：%d 条".formatted(rule.what(), result.removed())));
            }
        }
        proofs.end(run, time.instant());
        return run;
    }

    private Proofs.Result carriedOut(long run, Rules.Rule rule, boolean dry) {
        var so = new Progress(rule.before(time.instant()));
        var perishable = perishables.get(rule.id());
        var failure = "";
        try {
            while (so.removed < limits.most()) {
                var done = transaction.execute(status -> {
                    if (dry) {
                        status.setRollbackOnly();
                    }
                    return batch(run, perishable, so, dry);
                });
                if (done.found().isEmpty()) {
                    break;
                }
                so.on(done);
            }
        } catch (RuntimeException e) { // the other rules go on
            LOG.error("The retention rule {} stopped", rule.id(), e);
            failure = "执行中断，下次继续；";
        }
        var left = perishable.count(so.before) - (dry ? so.removed : 0);
        return new Proofs.Result(
                rule.id(),
                rule.period(),
                so.before,
                so.removed,
                so.oldest,
                so.newest,
                so.hash,
                left,
                failure + why(left, so.held));
    }

    private static String why(long left, long held) {
        if (left <= 0) {
            return "";
        }
        var others = left - held;
        return (held > 0 ? "保全中 %d 条；".formatted(held) : "")
                + (others > 0 ? "正在使用或者超过一次的上限 %d 条，下次处理；".formatted(others) : "");
    }

    private Done batch(long run, Perishable perishable, Progress so, boolean dry) {
        var found = perishable.due(so.before, so.last, limits.batch(), !dry);
        var open = holds.open();
        var removed = found.stream().filter(due -> !Holds.holds(open, due)).toList();
        if (removed.isEmpty()) {
            return new Done(found, removed, so.hash);
        }
        var hash = Proofs.hash(so.hash, removed.stream().map(Due::key).toList());
        if (!dry) {
            perishable.remove(removed);
            proofs.batch(run, perishable.rule(), so.batches + 1, time.instant(), removed, hash);
        }
        return new Done(found, removed, hash);
    }

    private record Done(List<Due> found, List<Due> removed, String hash) {}

    /** How far a rule has come; moved on once a batch is committed, so that one that failed is not counted. */
    private static final class Progress {
        final Instant before;
        Due last = Due.FIRST;
        String hash = Proofs.NOTHING;
        Instant oldest;
        Instant newest;
        long removed;
        long held;
        int batches;

        Progress(Instant before) {
            this.before = before;
        }

        void on(Done done) {
            var gone = done.removed();
            last = done.found().get(done.found().size() - 1);
            held += done.found().size() - gone.size();
            if (!gone.isEmpty()) {
                oldest = oldest == null ? gone.get(0).at() : oldest;
                newest = gone.get(gone.size() - 1).at();
                removed += gone.size();
                batches++;
                hash = done.hash();
            }
        }
    }
}
