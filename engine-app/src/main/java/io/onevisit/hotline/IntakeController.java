package io.onevisit.hotline;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Region;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.catalogue.Regions;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The agent's desk: what the caller says, where it would go and why, what can be answered at once. */
@RestController
@RequestMapping("/api/hotline/intake")
class IntakeController {

    private final Intake intake;
    private final Dispatch dispatch;
    private final Knowledge knowledge;
    private final CallersCases cases;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Accounts accounts;

    IntakeController(
            Intake intake,
            Dispatch dispatch,
            Knowledge knowledge,
            CallersCases cases,
            Catalogue catalogue,
            Regions regions,
            Accounts accounts) {
        this.intake = intake;
        this.dispatch = dispatch;
        this.knowledge = knowledge;
        this.cases = cases;
        this.catalogue = catalogue;
        this.regions = regions;
        this.accounts = accounts;
    }

    /** What the desk offers for choice. */
    @GetMapping
    Desk desk() {
        var own = RegionCode.of(accounts.current().region());
        return new Desk(
                knowledge.duties(),
                regions.downToCounties().stream()
                        .filter(region -> own.holds(region.code()))
                        .toList(),
                catalogue.departmentNames());
    }

    /** How the case stands that the caller names; a case that doesn't exist and one of elsewhere are answered alike. */
    @PlatformWork("查询本身登记来电并逐次留痕，只答复本地区办件的进度，姓名脱敏；查不到的和不在本地区的答复相同")
    @PostMapping("/cases")
    @Noted(value = Verb.LOOK_CALLERS_CASE, kind = Kind.CASE, number = "#named.caseNo()")
    CallersCases.Look look(@RequestBody Named named) {
        return cases.look(accounts.current(), named.call(), named.contactName(), named.caseNo());
    }

    @GetMapping("/dispatch")
    Dispatch.Proposal propose(@RequestParam String duty, @RequestParam String region) {
        known(region);
        if (!knowledge.hasDuty(duty)) {
            throw Problem.invalid("duty-unknown", "请从目录中选择诉求属于哪一方面，说不清的选“其他”。").with("field", "duty");
        }
        return dispatch.propose(duty, region);
    }

    @GetMapping("/knowledge")
    List<Knowledge.Entry> knowledge(@RequestParam(defaultValue = "") String q) {
        return knowledge.find(q);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.TAKE_ORDER, kind = Kind.ORDER, number = "#result.no()")
    Taken take(@RequestBody Call call) {
        var agent = accounts.current();
        var asked = Asked.of(
                call.kind(),
                call.urgent(),
                call.duty(),
                call.region(),
                call.text(),
                new Asked.Who(call.contactName(), call.contactPhone(), null, agent.username()),
                new Asked.Links(call.caseNo(), null),
                new Asked.Hand(call.handUnit(), call.handReason()));
        var atOnce = call.answer() != null && !call.answer().isBlank();
        var order = atOnce
                ? intake.answeredAtOnce(agent, asked, call.call(), call.answer(), call.knowledge())
                : intake.fromCall(agent, asked, call.call());
        return new Taken(order.no(), order.state().label());
    }

    private void known(String region) {
        if (regions.find(region).isEmpty()) {
            throw Problem.invalid("region-unknown", "请选择诉求发生的地区。").with("field", "region");
        }
    }

    record Desk(List<Knowledge.Duty> duties, List<Region> regions, Map<String, String> units) {}

    record Named(String call, String contactName, String caseNo) {}

    /** @param call number of the call, where a case was looked at during it */
    record Call(
            String call,
            String kind,
            boolean urgent,
            String duty,
            String region,
            String text,
            String contactName,
            String contactPhone,
            String caseNo,
            String handUnit,
            String handReason,
            String answer,
            Integer knowledge) {}

    record Taken(String no, String stateLabel) {}
}
