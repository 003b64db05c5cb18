package io.onevisit.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.cases.Cases;
import io.onevisit.problems.Problem;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes departments' messages in: each once, in their order, at the time they can take effect. */
@Component
class Callbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final int CASES_PER_SWEEP = 200;

    private final CallbackRows rows;
    private final Effects effects;
    private final Cases cases;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;

    Callbacks(CallbackRows rows, Effects effects, Cases cases, ObjectMapper json, TransactionTemplate transaction) {
        this.rows = rows;
        this.effects = effects;
        this.cases = cases;
        this.json = json;
        this.transaction = transaction;
    }

    /** @param department whose signature was right */
    Received receive(String department, String messageId, String body) {
        var said = parse(body);
        said.check();
        var file = cases.find(said.caseNo())
                .orElseThrow(() -> Problem.notFound("case-unknown", "没有办件编号为 " + said.caseNo() + " 的办件。"));
        if (!file.department().equals(department)) {
            throw Problem.forbidden("case-foreign", "该办件不属于本部门。");
        }
        if (rows.find(department, messageId)
                .filter(row -> !row.body().equals(body))
                .isPresent()) {
            throw Problem.conflict("message-id-reused", "消息编号 " + messageId + " 已用于另一条内容不同的消息，请换用新的编号。");
        }
        var result = take(new Message(department, messageId, said, body), false);
        if (result == Received.APPLIED) {
            applyWaiting(said.caseNo());
        }
        return result;
    }

    /** Applies what came too early and can take effect by now; the cases not tried for longest come first. */
    @Scheduled(fixedDelayString = "${onevisit.handoff.sweep:PT3S}")
    @SchedulerLock(name = "early-callbacks")
    void sweep() {
        rows.casesWithEarly(CASES_PER_SWEEP).forEach(caseNo -> {
            applyWaiting(caseNo);
            rows.tried(caseNo);
        });
    }

    private void applyWaiting(String caseNo) {
        for (var row : rows.early(caseNo)) {
            try {
                var message = new Message(row.department(), row.messageId(), parse(row.body()), row.body());
                if (take(message, true) == Received.EARLY) {
                    return;
                }
            } catch (Problem refused) {
                LOG.info("A message for case {} that came early was refused: {}", caseNo, refused.code());
            } catch (RuntimeException failed) {
                LOG.warn("A message for case {} that came early could not be applied, it stays", caseNo, failed);
                return;
            }
        }
    }

    private Received take(Message message, boolean waited) {
        try {
            var result = transaction.execute(status -> {
                var applied = tryToApply(message, waited);
                if (applied == Received.EARLY) {
                    status.setRollbackOnly();
                }
                return applied;
            });
            if (result == Received.EARLY && !waited) {
                transaction.executeWithoutResult(status -> {
                    rows.lock(message.said().caseNo());
                    write(message, "EARLY", "");
                });
            }
            return result;
        } catch (Problem refused) {
            transaction.executeWithoutResult(status -> {
                rows.lock(message.said().caseNo());
                write(message, "REFUSED", refused.getMessage());
                rows.advance(message.said().caseNo(), message.said().sequence());
            });
            throw refused;
        }
    }

    private Received tryToApply(Message message, boolean waited) {
        var said = message.said();
        var last = rows.lock(said.caseNo());
        var before = rows.find(message.department(), message.id());
        var again = said.sequence() == last && rows.onlyRefused(said.caseNo(), last);
        var status = before.map(CallbackRows.Row::status).orElse("");
        if (!status.isEmpty() && !(again && status.equals("REFUSED")) && !(waited && status.equals("EARLY"))) {
            return Received.DUPLICATE;
        }
        if (said.sequence() <= last && !again) {
            write(message, "STALE", "");
            return Received.STALE;
        }
        if (said.sequence() > last + 1 || !effects.apply(said)) {
            return Received.EARLY;
        }
        write(message, "APPLIED", "");
        rows.advance(said.caseNo(), said.sequence());
        return Received.APPLIED;
    }

    private void write(Message message, String status, String reason) {
        rows.write(message.department(), message.id(), message.said(), message.body(), status, reason);
    }

    private Callback parse(String body) {
        if (body.contains("\\u0000") || body.indexOf(0) >= 0) { // the database has no such character
            throw Problem.invalid("callback-unreadable", "消息内容含有空字符，请去除后重新发送。");
        }
        try {
            return json.readValue(body, Callback.class);
        } catch (JsonProcessingException e) {
            throw Problem.invalid("callback-unreadable", "消息内容不是约定的 JSON：请核对字段类型、kind 取值和时间格式。");
        }
    }

    private record Message(String department, String id, Callback said, String body) {}
}
