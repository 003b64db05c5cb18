package io.onevisit.identity;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import jakarta.validation.constraints.NotBlank;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Real-name levels: checked online by the person, or by a clerk who has the person there. */
@RestController
class RealNameController {

    private final RealName realName;
    private final Accounts accounts;

    RealNameController(RealName realName, Accounts accounts) {
        this.realName = realName;
        this.accounts = accounts;
    }

    @PostMapping("/api/account/real-name")
    @Noted(value = Verb.CHECK_REAL_NAME, kind = Kind.ACCOUNT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void check() {
        realName.check(accounts.current().username());
    }

    @PostMapping("/api/real-names")
    @Noted(value = Verb.SEE_IN_PERSON, kind = Kind.ACCOUNT, number = "#result.username()")
    Raised confirm(@Validated @RequestBody Seen seen) {
        return new Raised(realName.confirm(
                seen.phone().strip(), seen.name().strip(), seen.idNo().strip().toUpperCase(), accounts.current()));
    }

    record Raised(String username) {}

    record Seen(@NotBlank String phone, @NotBlank String name, @NotBlank String idNo) {}
}
