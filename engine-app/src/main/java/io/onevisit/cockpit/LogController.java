package io.onevisit.cockpit;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Accounts;
import io.onevisit.reach.Reach;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The operation log, on the screen and to take away. */
@RestController
@RequestMapping("/api/cockpit")
class LogController {

    private final Accounts accounts;
    private final OperationLog log;

    LogController(Accounts accounts, OperationLog log) {
        this.accounts = accounts;
        this.log = log;
    }

    @GetMapping("/log")
    OperationLog.Page log(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String no,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate until,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        return log.page(reach(), new OperationLog.Filter(who, what, no, from, until), before);
    }

    @GetMapping(path = "/log.csv", produces = "text/csv;charset=UTF-8")
    @Noted(value = Verb.EXPORT, kind = Kind.NONE, number = "'log.csv'")
    ResponseEntity<String> table(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String no,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate until) {
        return log.table(reach(), new OperationLog.Filter(who, what, no, from, until))
                .as("操作日志.csv");
    }

    private Reach reach() {
        return Reach.of(accounts.current());
    }
}
