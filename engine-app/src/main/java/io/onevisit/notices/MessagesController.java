package io.onevisit.notices;

import io.onevisit.identity.Accounts;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The signed-in person's messages. */
@RestController
@RequestMapping("/api/messages")
class MessagesController {

    private final Inbox inbox;
    private final Accounts accounts;
    private final Clock time;

    MessagesController(Inbox inbox, Accounts accounts, Clock time) {
        this.inbox = inbox;
        this.accounts = accounts;
        this.time = time;
    }

    @GetMapping
    List<Inbox.Entry> mine() {
        return inbox.of(accounts.current().username());
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID id) {
        inbox.read(id, accounts.current().username(), time.instant());
    }
}
