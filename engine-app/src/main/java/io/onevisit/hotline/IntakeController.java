package io.onevisit.hotline;

import io.onevisit.cases.Cases;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Region;
import io.onevisit.catalogue.Regions;
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
    private final DepartmentSuggestion suggestion;
    private final Cases cases;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Accounts accounts;

    IntakeController(
            Intake intake,
            Dispatch dispatch,
            Knowledge knowledge,
            DepartmentSuggestion suggestion,
            Cases cases,
            Catalogue catalogue,
            Regions regions,
            Accounts accounts) {
        this.intake = intake;
        this.dispatch = dispatch;
        this.knowledge = knowledge;
        this.suggestion = suggestion;
        this.cases = cases;
        this.catalogue = catalogue;
        this.regions = regions;
        this.accounts = accounts;
    }

    /** What the desk offers for choice. */
    @GetMapping
    Desk desk() {
        var prefix = accounts.current().regionPrefix();
        return new Desk(
                knowledge.duties(),
                regions.existing().stream()
                        .filter(region -> region.code().length() == 6)
                        .filter(region -> region.code().startsWith(prefix))
                        .toList(),
                catalogue.departmentNames());
    }

    /** A caller's case, by its whole number only. */
    @GetMapping("/cases")
    Found one(@RequestParam String no) {
        return cases.find(no.strip())
                .map(file -> new Found(
                        file.caseNo(),
                        file.itemName(),
                        file.state().label(),
                        catalogue.departmentName(file.department()),
                        file.region()))
                .orElseThrow(() -> Problem.notFound("case-unknown", "没有找到这个办件，请与来电人核对办件编号。"));
    }

    @GetMapping("/dispatch")
    Dispatch.Proposal propose(@RequestParam String duty, @RequestParam String region) {
        if (regions.find(region).isEmpty()) {
            throw Problem.invalid("region-unknown", "请选择诉求发生的地区。").with("field", "region");
        }
        return dispatch.propose(duty, region);
    }

    @GetMapping("/knowledge")
    List<Knowledge.Entry> knowledge(@RequestParam(defaultValue = "") String q) {
        return knowledge.find(q);
    }

    @GetMapping("/suggestions")
    List<DepartmentSuggestion.Suggestion> suggestions(@RequestParam String text, @RequestParam String region) {
        return suggestion.suggest(text, region);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Taken take(@RequestBody Call call) {
        var agent = accounts.current();
        var asked = Intake.Asked.of(
                call.kind(),
                call.urgent(),
                call.duty(),
                call.region(),
                call.text(),
                new Intake.Who(call.contactName(), call.contactPhone(), null, agent.username()),
                new Intake.Links(call.caseNo(), null),
                new Intake.Hand(call.handUnit(), call.handReason()));
        var atOnce = call.answer() != null && !call.answer().isBlank();
        var order = atOnce ? intake.answeredAtOnce(asked, call.answer(), call.knowledge()) : intake.fromCall(asked);
        return new Taken(order.no(), order.state().label());
    }

    record Desk(List<Knowledge.Duty> duties, List<Region> regions, Map<String, String> units) {}

    record Found(String caseNo, String itemName, String stateLabel, String departmentName, String region) {}

    record Call(
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
