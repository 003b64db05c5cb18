package io.onevisit.search;

import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Accounts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators see how the index is, and have it rebuilt. */
@RestController
@RequestMapping("/api/search/index")
class IndexController {

    private final IndexState state;
    private final Rebuilds rebuilds;
    private final Accounts accounts;

    IndexController(IndexState state, Rebuilds rebuilds, Accounts accounts) {
        this.state = state;
        this.rebuilds = rebuilds;
        this.accounts = accounts;
    }

    @GetMapping
    Page state() {
        return new Page(state.now(), rebuilds.latest());
    }

    @PostMapping("/rebuilds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Noted(value = Verb.REBUILD_INDEX, why = "#asked.reason()")
    Map<String, Long> rebuild(@RequestBody @Valid Asked asked) {
        return Map.of(
                "id", rebuilds.ask(accounts.current().name(), asked.reason().strip()));
    }

    record Asked(@NotBlank @Size(max = 200) String reason) {}

    record Page(IndexState.State state, List<Rebuilds.Rebuild> rebuilds) {}
}
