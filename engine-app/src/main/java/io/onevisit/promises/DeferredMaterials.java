package io.onevisit.promises;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseMoved;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Ending;
import io.onevisit.cases.Endings;
import io.onevisit.cases.Locks;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.ClockChanged;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.Processes;
import io.onevisit.engine.Tenants;
import io.onevisit.materials.Material;
import io.onevisit.materials.Materials;
import io.onevisit.problems.Problem;
import io.onevisit.processes.DeferredMaterial;
import io.onevisit.processes.Messages;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Materials that may come after acceptance (容缺受理): the main ones are there, the applicant promises the rest in writing.
 * The review goes on, no grant is given before they are in, and a case whose materials stay away ends.
 */
@Component
public class DeferredMaterials {

    private static final String PLATFORM = "平台";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(ZoneId.of("Asia/Shanghai"));

    private final JdbcClient sql;
    private final Cases cases;
    private final Locks locks;
    private final Endings endings;
    private final Processes processes;
    private final Materials materials;
    private final Clocks clocks;
    private final PromisesProperties limits;
    private final Clock time;

    DeferredMaterials(
            JdbcClient sql,
            Cases cases,
            Locks locks,
            Endings endings,
            Processes processes,
            Materials materials,
            Clocks clocks,
            PromisesProperties limits,
            Clock time) {
        this.sql = sql;
        this.cases = cases;
        this.locks = locks;
        this.endings = endings;
        this.processes = processes;
        this.materials = materials;
        this.clocks = clocks;
        this.limits = limits;
        this.time = time;
    }

    /** The sentence an applicant promises by, shown before it is given. */
    public String text(List<String> names) {
        return "本人承诺自受理之日起 %d 个工作日内补交：%s。逾期未补交的，同意本次办件按补正不来办结。"
                .formatted(limits.deferredDays(), String.join("、", names));
    }

    /** Takes the promise for a material of an application just submitted, for every case that needs it. */
    @Transactional
    public void promise(String applicationNo, String materialKey, String by) {
        var material = material(applicationNo, materialKey);
        materials.defer(applicationNo, materialKey, true);
        for (var caseNo : material.caseNos()) {
            var text = text(List.of(material.name()));
            sql.sql(
                            """
                            insert into deferred_material
                              (case_no, material_key, application_no, material_name, promised_by, promise, promised_at)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            caseNo,
                            materialKey,
                            applicationNo,
                            material.name(),
                            by,
                            text,
                            Timestamp.from(time.instant()))
                    .update();
            cases.journal(caseNo, by, "书面承诺后补材料", text, time.instant());
        }
    }

    /** What a case still waits for. */
    public List<Open> open(String caseNo) {
        return sql.sql(
                        """
                        select case_no, material_key, material_name, due_at from deferred_material
                        where case_no = ? and supplied_at is null and lapsed_at is null order by material_key""")
                .param(caseNo)
                .query(Open.class)
                .list();
    }

    /** What an application's cases still wait for, each material once. */
    public List<Open> openOf(String applicationNo) {
        return sql.sql(
                        """
                        select distinct on (material_key) case_no, material_key, material_name, due_at
                        from deferred_material
                        where application_no = ? and supplied_at is null and lapsed_at is null
                        order by material_key, due_at""")
                .param(applicationNo)
                .query(Open.class)
                .list();
    }

    /** The material came: its clocks end. */
    @Transactional
    public void supplied(String applicationNo, String materialKey, String by) {
        materials.defer(applicationNo, materialKey, false);
        var waiting = sql.sql(
                        """
                        update deferred_material set supplied_at = ?
                        where application_no = ? and material_key = ? and supplied_at is null and lapsed_at is null
                        returning case_no, material_key, material_name, due_at""")
                .params(Timestamp.from(time.instant()), applicationNo, materialKey)
                .query(Open.class)
                .list();
        for (var open : waiting) {
            cases.journal(open.caseNo(), by, "补交容缺材料", open.materialName(), time.instant());
            if (open(open.caseNo()).isEmpty()) {
                clocks.running(open.caseNo(), ClockKind.DEFERRED_MATERIAL).ifPresent(key -> {
                    clocks.finish(key, time.instant());
                    processes.interrupt(Messages.DEFERRAL_SETTLED, key.no(), Map.of());
                });
            }
        }
    }

    /** A grant waits for what was promised. */
    public void refuseGrant(String caseNo) {
        var missing = open(caseNo);
        if (!missing.isEmpty()) {
            throw Problem.conflict(
                    "deferred-open",
                    "容缺材料尚未补交，不能准予："
                            + String.join(
                                    "、",
                                    missing.stream().map(Open::materialName).toList()) + "。");
        }
    }

    /** The time runs from acceptance. */
    @EventListener
    void on(CaseMoved moved) {
        if (moved.to() == CaseState.ACCEPTED && !open(moved.caseNo()).isEmpty()) {
            start(moved.file(), moved.at());
        } else if (moved.to().isEnd()) {
            clocks.running(moved.caseNo(), ClockKind.DEFERRED_MATERIAL).ifPresent(key -> {
                clocks.callOff(key, "办件" + moved.to().label(), moved.at());
                processes.interrupt(Messages.DEFERRAL_SETTLED, moved.caseNo(), Map.of());
            });
        }
    }

    /** What is still missing on the last day is late: the case ends as its applicant promised, unless it is decided. */
    void lapse(String caseNo) {
        var file = locks.withApplication(caseNo);
        var missing = open(caseNo);
        if (missing.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        update deferred_material set lapsed_at = ?
                        where case_no = ? and supplied_at is null and lapsed_at is null""")
                .params(Timestamp.from(time.instant()), caseNo)
                .update();
        cases.journal(caseNo, PLATFORM, "容缺材料逾期未补交", names(missing), time.instant());
        clocks.running(caseNo, ClockKind.DEFERRED_MATERIAL)
                .ifPresent(key -> clocks.callOff(key, "逾期未补交", time.instant()));
        if (endings.allows(file, Ending.OVERDUE)) {
            endings.end(caseNo, Ending.OVERDUE, PLATFORM, "容缺材料逾期未补交，按申请人的书面承诺终止办理");
        }
    }

    private void start(CaseFile file, Instant at) {
        var key = Clocks.Key.of(file.caseNo(), ClockKind.DEFERRED_MATERIAL);
        clocks.start(
                key,
                new Clocks.Terms(
                        limits.deferredDays(),
                        limits.deferredDays(),
                        LimitUnit.WORKING_DAY,
                        CountingRule.NEXT_WORKDAY,
                        file.region(),
                        file.department()),
                at);
        var missing = open(file.caseNo());
        cases.journal(
                file.caseNo(),
                PLATFORM,
                DeferredMaterial.AWAITED,
                "%s，最迟 %s".formatted(names(missing), DAY.format(missing.get(0).dueAt())),
                at);
        processes.start(
                DeferredMaterial.PROCESS,
                file.caseNo(),
                Tenants.city(file.region()),
                Map.of(DeferredMaterial.Variables.APPLICATION_NO, file.applicationNo(), "caseNo", file.caseNo()));
    }

    private static String names(List<Open> materials) {
        return materials.stream().map(Open::materialName).collect(Collectors.joining("、"));
    }

    /** A material is due when its clock ends, also after the calendar or the limit changed. */
    @EventListener
    void on(ClockChanged change) {
        if (change.key().kind() != ClockKind.DEFERRED_MATERIAL || change.finishedAt() != null) {
            return;
        }
        sql.sql(
                        """
                        update deferred_material set due_at = ?
                        where case_no = ? and supplied_at is null and lapsed_at is null""")
                .params(
                        change.dueAt() == null ? null : Timestamp.from(change.dueAt()),
                        change.key().no())
                .update();
    }

    private Material material(String applicationNo, String materialKey) {
        return materials.find(applicationNo, materialKey).orElseThrow();
    }

    /** @param dueAt {@code null} before acceptance */
    public record Open(String caseNo, String materialKey, String materialName, Instant dueAt) {}
}
