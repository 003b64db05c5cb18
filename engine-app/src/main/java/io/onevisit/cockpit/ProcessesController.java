package io.onevisit.cockpit;

import io.onevisit.engine.Traffic.Wait;
import io.onevisit.identity.Accounts;
import io.onevisit.reach.Reach;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What runs on which edition of which process, within the caller's division. */
@RestController
@RequestMapping("/api/cockpit")
class ProcessesController {

    private final Accounts accounts;
    private final ProcessList list;
    private final ProcessPage page;

    ProcessesController(Accounts accounts, ProcessList list, ProcessPage page) {
        this.accounts = accounts;
        this.list = list;
        this.page = page;
    }

    @GetMapping("/processes")
    List<ProcessList.Row> processes() {
        return list.of(reach());
    }

    @GetMapping("/processes/{key}")
    List<ProcessPage.EditionRow> editions(@PathVariable String key, @RequestParam(defaultValue = "") String tenant) {
        return page.editions(reach(), key, tenant);
    }

    @GetMapping("/editions/{id}")
    ProcessPage.Figures figures(
            @PathVariable String id,
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(defaultValue = "false") boolean exact) {
        return page.figures(reach(), id, days, exact);
    }

    @GetMapping(path = "/editions/{id}/diagram", produces = "application/xml;charset=UTF-8")
    String diagram(@PathVariable String id) {
        return page.diagram(reach(), id);
    }

    /** What waits at an element; a following page begins after the {@code since} and {@code id} of the last one. */
    @GetMapping("/editions/{id}/elements/{element}/waits")
    ProcessPage.Waits waits(
            @PathVariable String id,
            @PathVariable String element,
            @RequestParam(required = false) Instant since,
            @RequestParam(defaultValue = "") String after) {
        return page.waits(reach(), id, element, since == null ? null : new Wait(after, "", "", since));
    }

    private Reach reach() {
        return Reach.of(accounts.current());
    }
}
