package io.onevisit.handoff;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The worker that carries cases to departments asks what to send and tells how it went. */
@RestController
@RequestMapping("/worker-api")
class HandoffWorkerController {

    private final Outbox outbox;

    HandoffWorkerController(Outbox outbox) {
        this.outbox = outbox;
    }

    @PostMapping("/cases/{caseNo}/handoff")
    Due due(@PathVariable String caseNo) {
        var message = outbox.prepare(caseNo);
        return new Due(message.key(), message.department(), message.url(), message.body(), message.sent());
    }

    @PutMapping("/handoff/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void told(@PathVariable String key, @RequestBody Told told) {
        outbox.told(key, told.httpStatus(), told.receipt() == null ? "" : told.receipt());
    }

    record Due(String messageKey, String department, String url, String body, boolean alreadySent) {}

    record Told(int httpStatus, String receipt) {}
}
