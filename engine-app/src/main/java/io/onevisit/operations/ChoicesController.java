package io.onevisit.operations;

import io.onevisit.engine.Editions;
import io.onevisit.engine.InstanceMoves;
import io.onevisit.engine.InstanceMoves.Pair;
import io.onevisit.identity.Accounts;
import io.onevisit.reach.Reach;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the wizards of operations ask before anything is asked for. */
@RestController
@RequestMapping("/api/cockpit/operations/choices")
class ChoicesController {

    private final Accounts accounts;
    private final Choices choices;
    private final Editions editions;
    private final InstanceMoves moves;

    ChoicesController(Accounts accounts, Choices choices, Editions editions, InstanceMoves moves) {
        this.accounts = accounts;
        this.choices = choices;
        this.editions = editions;
        this.moves = moves;
    }

    @GetMapping("/editions")
    List<Choices.EditionRow> editions() {
        return choices.editions(reach());
    }

    @GetMapping("/editions/{id}/elements")
    List<Editions.Element> elements(@PathVariable String id) {
        return editions.places(id);
    }

    @GetMapping(path = "/editions/{id}/diagram", produces = "application/xml;charset=UTF-8")
    String diagram(@PathVariable String id) {
        return editions.diagram(id);
    }

    @GetMapping("/instances")
    List<Choices.Candidate> instances(@RequestParam String edition, @RequestParam(defaultValue = "") String element) {
        return choices.instances(reach(), edition, element);
    }

    @GetMapping("/instances/{id}")
    Choices.Place instance(@PathVariable String id) {
        return choices.one(reach(), id);
    }

    @GetMapping("/incidents")
    List<Choices.Failed> incidents(Choices.Wanted wanted) {
        return choices.incidents(reach(), wanted);
    }

    @GetMapping("/broken")
    List<Choices.Candidate> broken() {
        return choices.broken(reach());
    }

    /** The edition on which the process of a number would begin. */
    @GetMapping("/broken/{no}/edition")
    Editions.Edition editionOf(@PathVariable String no) {
        return choices.editionOf(no);
    }

    /** The elements the engine takes for the same. */
    @GetMapping("/pairs")
    List<Pair> pairs(@RequestParam String from, @RequestParam String to) {
        return moves.pairs(from, to);
    }

    /** What is wrong with a correspondence; nothing where it can be used. */
    @PostMapping("/pairs/check")
    List<String> objections(@RequestBody Correspondence asked) {
        return moves.objections(asked.from(), asked.to(), asked.pairs());
    }

    record Correspondence(String from, String to, List<Pair> pairs) {}

    private Reach reach() {
        return Reach.of(accounts.current());
    }
}
