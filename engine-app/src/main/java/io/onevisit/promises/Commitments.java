package io.onevisit.promises;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseMoved;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.catalogue.ServiceItem;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.Processes;
import io.onevisit.engine.Tenants;
import io.onevisit.licenses.Licenses;
import io.onevisit.problems.Problem;
import io.onevisit.processes.CommitmentCheck;
import io.onevisit.processes.Groups;
import io.onevisit.vault.Vault;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decisions on a written promise (告知承诺): granted on the spot, checked afterwards; what is not kept is rectified once or
 * revoked, a false promise excludes from further ones until credit is restored.
 */
@Component
public class Commitments {

    /** The clock a model waits for is the rectification's; the check before it has the second. */
    private static final int CHECK = 2;

    private final JdbcClient sql;
    private final Cases cases;
    private final Clocks clocks;
    private final Licenses licenses;
    private final Processes processes;
    private final PromisesProperties limits;
    private final ApplicationEventPublisher events;
    private final Clock time;
    private final Vault vault;

    Commitments(
            JdbcClient sql,
            Cases cases,
            Clocks clocks,
            Licenses licenses,
            Processes processes,
            PromisesProperties limits,
            ApplicationEventPublisher events,
            Clock time,
            Vault vault) {
        this.vault = vault;
        this.sql = sql;
        this.cases = cases;
        this.clocks = clocks;
        this.licenses = licenses;
        this.processes = processes;
        this.limits = limits;
        this.events = events;
        this.time = time;
    }

    /** The sentence an applicant promises by, shown before it is given. */
    public static String text(String itemName) {
        return "本人已知晓办理“%s”的条件和要求，承诺已经符合；如有虚假，愿意承担撤销决定、记入诚信记录等法律责任。".formatted(itemName);
    }

    /** A 409 problem where the item is not for promises or the person may not make any. */
    public void refuse(ServiceItem item, String personId) {
        if (!item.rules().commitment()) {
            throw Problem.conflict("commitment-none", "“%s”不适用告知承诺，请按一般程序提交材料。".formatted(item.name()));
        }
        if (excluded(personId)) {
            throw Problem.conflict("commitment-excluded", "您有虚假承诺记录，信用修复前不适用告知承诺，请按一般程序提交材料。");
        }
    }

    public boolean excluded(String personId) {
        return sql.sql("select count(*) from commitment where person_id = ? and false_promise and restored_at is null")
                        .param(vault.key(Vault.Kind.ID_NO, personId))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Takes the promise; its case is then decided on the spot. */
    @Transactional
    public void promise(CaseFile file, ServiceItem item, String by) {
        refuse(item, file.applicantId());
        var days = Optional.ofNullable(item.rules().commitmentCheckDays()).orElse(limits.checkDays());
        sql.sql(
                        """
                        insert into commitment (case_no, application_no, person_id, promised_by, promise, promised_at,
                            check_days, state)
                        values (?, ?, ?, ?, ?, ?, ?, 'GIVEN')""")
                .params(
                        file.caseNo(),
                        file.applicationNo(),
                        vault.key(Vault.Kind.ID_NO, file.applicantId()),
                        by,
                        text(file.itemName()),
                        Timestamp.from(time.instant()),
                        days)
                .update();
        cases.onPromise(file.caseNo());
        cases.journal(file.caseNo(), by, "书面承诺符合条件", text(file.itemName()), time.instant());
    }

    public Optional<Commitment> find(String caseNo) {
        return sql.sql("select * from commitment where case_no = ?")
                .param(caseNo)
                .query(Commitment.class)
                .optional();
    }

    /** Begins the check as soon as the case is closed. */
    @EventListener
    void on(CaseMoved moved) {
        if (moved.to() != CaseState.CLOSED) {
            return;
        }
        find(moved.caseNo())
                .filter(commitment -> commitment.state().equals("GIVEN"))
                .ifPresent(commitment -> {
                    var file = moved.file();
                    start(
                            new Clocks.Key(file.caseNo(), ClockKind.COMMITMENT, CHECK),
                            file,
                            commitment.checkDays(),
                            moved.at());
                    state(file.caseNo(), "CHECKING", "", "");
                    processes.start(
                            CommitmentCheck.PROCESS,
                            file.caseNo(),
                            Tenants.city(file.region()),
                            Map.of("caseNo", file.caseNo(), "approverGroup", Groups.ofDepartment(file.department())));
                });
    }

    /** An officer found the promise not kept: it is to be rectified, once, in so many working days. */
    @Transactional
    public void rectify(String caseNo, int days, String demand, String officer) {
        var key = Clocks.Key.of(caseNo, ClockKind.COMMITMENT);
        if (clocks.face(key, time.instant()).startedAt() != null) {
            throw Problem.conflict("rectified-already", "已经责令整改过一次，请登记已履行或者撤销。");
        }
        start(key, cases.get(caseNo), days, time.instant());
        state(caseNo, "RECTIFYING", demand, officer);
        cases.journal(caseNo, officer, "责令限期整改", "%d 个工作日：%s".formatted(days, demand), time.instant());
        events.publishEvent(new RectificationDemanded(cases.get(caseNo), days, demand));
    }

    /** Writes down how the check ends; the process settles it. */
    @Transactional
    public void note(String caseNo, String note, boolean falsePromise, String officer) {
        sql.sql("update commitment set note = ?, false_promise = ?, checked_by = ? where case_no = ?")
                .params(note, falsePromise, officer, caseNo)
                .update();
    }

    void settle(String caseNo, boolean kept) {
        cases.lock(caseNo);
        var commitment = find(caseNo).orElseThrow();
        clocks.of(caseNo).stream()
                .filter(key -> key.kind() == ClockKind.COMMITMENT)
                .filter(key -> clocks.face(key, time.instant()).finishedAt() == null)
                .forEach(key -> clocks.finish(key, time.instant()));
        sql.sql("update commitment set state = ?, settled_at = ? where case_no = ?")
                .params(kept ? "FULFILLED" : "REVOKED", Timestamp.from(time.instant()), caseNo)
                .update();
        if (!kept) {
            var file = cases.get(caseNo);
            Optional.ofNullable(file.licenseId()).ifPresent(licenses::revoke);
            events.publishEvent(new GrantRevoked(file, commitment.note(), commitment.falsePromise()));
        }
        cases.journal(
                caseNo,
                commitment.checkedBy() == null ? "平台" : commitment.checkedBy(),
                kept ? "承诺已履行" : commitment.falsePromise() ? "撤销准予决定（虚假承诺，记入诚信记录）" : "撤销准予决定",
                commitment.note(),
                time.instant());
    }

    /** The credit of whoever gave a false promise is restored: they may promise again (信用修复). */
    @Transactional
    public void restore(String caseNo, String reason, String supervisor) {
        cases.lock(caseNo);
        var restored = sql.sql(
                        """
                        update commitment set restored_at = ?
                        where case_no = ? and false_promise and state = 'REVOKED' and restored_at is null""")
                .params(Timestamp.from(time.instant()), caseNo)
                .update();
        if (restored == 0) {
            throw Problem.conflict("nothing-to-restore", "本办件没有虚假承诺记录，或者信用已经修复，无需登记。");
        }
        cases.journal(caseNo, supervisor, "信用修复，恢复适用告知承诺", reason, time.instant());
    }

    /** Whether a false promise of this case keeps its applicant from promising again. */
    public boolean excludes(String caseNo) {
        return find(caseNo)
                .filter(commitment -> commitment.falsePromise()
                        && commitment.state().equals("REVOKED")
                        && commitment.restoredAt() == null)
                .isPresent();
    }

    private void start(Clocks.Key key, CaseFile file, int days, Instant at) {
        var terms = new Clocks.Terms(
                days, days, LimitUnit.WORKING_DAY, CountingRule.NEXT_WORKDAY, file.region(), file.department());
        clocks.start(key, terms, at);
    }

    private void state(String caseNo, String state, String note, String officer) {
        sql.sql("update commitment set state = ?, note = ?, checked_by = ? where case_no = ?")
                .params(state, note, officer, caseNo)
                .update();
    }

    /**
     * @param state GIVEN, CHECKING, RECTIFYING, FULFILLED or REVOKED
     * @param checkDays working days
     */
    public record Commitment(
            String caseNo,
            String promise,
            Instant promisedAt,
            int checkDays,
            String state,
            String note,
            boolean falsePromise,
            String checkedBy,
            Instant restoredAt) {}
}
