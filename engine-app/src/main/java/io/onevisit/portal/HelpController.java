package io.onevisit.portal;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Accounts;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The owner of a draft asks for help with it, sees who helps, and takes it back. */
@RestController
@RequestMapping("/api/drafts/{id}/help")
class HelpController {

    private final Accounts accounts;
    private final Helps helps;

    HelpController(Accounts accounts, Helps helps) {
        this.accounts = accounts;
        this.helps = helps;
    }

    @PlatformWork("草稿只有主人看得到帮办情况")
    @GetMapping
    Helps.Status status(@PathVariable UUID id) {
        return helps.status(accounts.current(), id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.GIVE_DRAFT, kind = Kind.DRAFT, number = "#id")
    HelpCodes.Made offer(@PathVariable UUID id) {
        return helps.offer(accounts.current(), id);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.TAKE_DRAFT_BACK, kind = Kind.DRAFT, number = "#id")
    void takeBack(@PathVariable UUID id) {
        helps.takeBack(accounts.current(), id);
    }
}
