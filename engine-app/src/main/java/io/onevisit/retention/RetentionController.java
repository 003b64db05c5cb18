package io.onevisit.retention;

import io.onevisit.audit.Actor;
import io.onevisit.audit.Actors;
import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import io.onevisit.problems.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For system and audit administrators: what is kept how long, what was removed with its proof, and what is held. */
@PlatformWork("系统管理员和审计管理员看保存期限，只有数目和编号")
@RestController
@RequestMapping("/api/retention")
class RetentionController {

    private static final int RUNS = 60;

    private final Rules rules;
    private final Retention retention;
    private final Proofs proofs;
    private final Holds holds;
    private final Actors actors;

    RetentionController(Rules rules, Retention retention, Proofs proofs, Holds holds, Actors actors) {
        this.rules = rules;
        this.retention = retention;
        this.proofs = proofs;
        this.holds = holds;
        this.actors = actors;
    }

    record Page(List<Rules.Rule> rules, List<Rules.Kept> kept, List<Proofs.Run> runs, List<Holds.Hold> holds) {}

    record OneRun(Proofs.Run run, List<Proofs.Result> results, List<Proofs.Batch> batches) {}

    @Operation(summary = "保存期限规则、最近的执行记录和保全")
    @GetMapping
    @Noted(value = Verb.LOOK_RETENTION, kind = Kind.RETENTION)
    Page page() {
        return new Page(rules.all(), rules.kept(), proofs.runs(RUNS), holds.all());
    }

    @Operation(summary = "一次执行的结果：每条规则删除了多少、最早最晚、校验值、剩余和原因")
    @GetMapping("/runs/{id}")
    @Noted(value = Verb.LOOK_RETENTION, kind = Kind.RETENTION, number = "#id")
    OneRun run(@PathVariable long id) {
        var run = proofs.run(id).orElseThrow(() -> Problem.notFound("run-unknown", "没有这次执行。"));
        return new OneRun(run, proofs.results(id), proofs.batches(id));
    }

    @Operation(summary = "试算：只计算会删除什么，不删除；真正的删除每夜进行")
    @PostMapping("/trials")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.TRY_RETENTION, kind = Kind.RETENTION, number = "#result.run().id()")
    OneRun trial() {
        return run(retention.run(true, who()));
    }

    @Operation(summary = "保全：该申报、工单或人员的数据到期也不删除")
    @PostMapping("/holds")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    @Noted(value = Verb.HOLD_DATA, kind = Kind.HOLD, number = "#wanted.number()", why = "#wanted.reason()")
    public Holds.Hold hold(@Validated @RequestBody Wanted wanted) {
        return holds.set(wanted.number().strip(), wanted.reason().strip(), who());
    }

    @Operation(summary = "解除保全")
    @PostMapping("/holds/{id}/lifting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Noted(value = Verb.LIFT_HOLD, kind = Kind.HOLD, number = "#id", why = "#lifting.reason()")
    public void lift(@PathVariable long id, @Validated @RequestBody Lifting lifting) {
        holds.lift(id, lifting.reason().strip(), who());
    }

    private String who() {
        return actors.current().map(Actor::name).orElse("平台");
    }

    record Wanted(
            @NotBlank(message = "请填写申报编号、工单编号或用户名。") @Size(max = 64) String number,
            @NotBlank(message = "请写明保全的事由和依据。") @Size(max = 500) String reason) {}

    record Lifting(@NotBlank(message = "请写明解除保全的原因。") @Size(max = 500) String reason) {}
}
