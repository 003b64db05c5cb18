package io.onevisit.tasks;

import io.onevisit.audit.Audit;
import io.onevisit.audit.Kind;
import io.onevisit.audit.Note;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Recusal;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same act on several tasks, each in a transaction of its own. What is impossible for one row is said for that row; a
 * preview does the act itself and takes it back, so that it can't say anything else.
 */
@Component
class Bulk {

    private static final int MOST = 100;

    private final Tasks tasks;
    private final HandingOn handingOn;
    private final Recusal recusal;
    private final Audit audit;
    private final TransactionTemplate each;

    Bulk(Tasks tasks, HandingOn handingOn, Recusal recusal, Audit audit, PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.handingOn = handingOn;
        this.recusal = recusal;
        this.audit = audit;
        this.each = new TransactionTemplate(transactions);
    }

    List<Row> run(Account officer, Wanted wanted) {
        var ids = wanted.ids() == null
                ? List.<String>of()
                : wanted.ids().stream().distinct().toList();
        if (ids.isEmpty() || ids.size() > MOST) {
            throw Problem.invalid("bulk-number", "请选择 1 至 " + MOST + " 项任务。").with("field", "ids");
        }
        var act = act(officer, wanted);
        return ids.stream().map(id -> row(officer, id, act, wanted.preview())).toList();
    }

    private Act act(Account officer, Wanted wanted) {
        return switch (wanted.act() == null ? "" : wanted.act()) {
            case "claim" -> new Act(Verb.CLAIM, "", id -> tasks.claim(officer, id));
            case "unclaim" -> new Act(Verb.UNCLAIM, "", id -> tasks.unclaim(officer, id));
            case "transfer" -> {
                var why = Words.required(wanted.reason(), "reason", "请写明转办的理由");
                yield new Act(Verb.HAND_ON, why, id -> handingOn.handOn(officer, id, wanted.to(), why));
            }
            default -> throw Problem.invalid("bulk-act", "批量操作只有领取、退领和转办。").with("field", "act");
        };
    }

    private Row row(Account officer, String id, Act act, boolean preview) {
        var title = "";
        try {
            var item = tasks.get(officer, id);
            title = item.itemName() + "：" + item.name();
            each.executeWithoutResult(status -> once(officer, item, act, preview, status));
            return new Row(id, title, true, null);
        } catch (Problem refused) {
            if (!preview && !title.isEmpty()) {
                audit.refused(act.note(id), refused.code());
            }
            return new Row(id, title, false, refused.getMessage());
        }
    }

    private void once(Account officer, WorkItem item, Act act, boolean preview, TransactionStatus status) {
        if (act.verb() != Verb.UNCLAIM) {
            recusal.refuse(officer, item.about());
        }
        act.done().accept(item.id());
        audit.note(act.note(item.id()));
        if (preview) {
            status.setRollbackOnly();
        }
    }

    private record Act(Verb verb, String why, Consumer<String> done) {

        Note note(String taskId) {
            return new Note(verb, Kind.TASK, taskId, null, why);
        }
    }

    record Wanted(String act, List<String> ids, String to, String reason, boolean preview) {}

    /** @param why it was left out, {@code null} where it was done */
    record Row(String id, String title, boolean ok, String why) {}
}
