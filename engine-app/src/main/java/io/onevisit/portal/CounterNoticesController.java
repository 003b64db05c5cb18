package io.onevisit.portal;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Accounts;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 一次性告知 at the window, before anything is submitted. */
@RestController
@RequestMapping("/api/drafts/{id}/notices")
class CounterNoticesController {

    private final Accounts accounts;
    private final CounterNotices notices;

    CounterNoticesController(Accounts accounts, CounterNotices notices) {
        this.accounts = accounts;
        this.notices = notices;
    }

    @PlatformWork("草稿只有收件人自己打得开；到场申请人的哪些证照可以免交由平台核对")
    @GetMapping
    CounterNotices.Checklist checklist(@PathVariable UUID id) {
        return notices.checklist(accounts.current(), id);
    }

    @PostMapping
    @Noted(value = Verb.TELL_AT_ONCE, kind = Kind.DRAFT, number = "#id")
    @ResponseStatus(HttpStatus.CREATED)
    CounterNotices.Told tell(@PathVariable UUID id, @Validated @RequestBody Notice notice) {
        return notices.tell(accounts.current(), id, notice.lines(), notice.note());
    }

    record Notice(@NotNull List<CounterNotices.Line> lines, String note) {}
}
