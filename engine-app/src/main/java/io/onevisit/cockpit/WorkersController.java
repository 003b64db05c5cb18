package io.onevisit.cockpit;

import io.onevisit.identity.Accounts;
import io.onevisit.reach.Reach;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How workers and the departments' systems keep up, within the caller's division. */
@RestController
@RequestMapping("/api/cockpit/workers")
class WorkersController {

    private final Accounts accounts;
    private final WorkersPage page;

    WorkersController(Accounts accounts, WorkersPage page) {
        this.accounts = accounts;
        this.page = page;
    }

    @GetMapping
    WorkersPage.Page workers() {
        return page.of(reach());
    }

    @GetMapping("/topics/{topic}")
    WorkersPage.TopicPage topic(@PathVariable String topic) {
        return page.topic(reach(), topic);
    }

    private Reach reach() {
        return Reach.of(accounts.current());
    }
}
