package io.onevisit.identity;

import io.onevisit.audit.Actor;
import io.onevisit.audit.Actors;
import io.onevisit.audit.Concern;
import io.onevisit.audit.Kind;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the audit who is signed in, and which user names are known. */
@Component
class SignedIn implements Actors, Concern {

    private final Accounts accounts;

    SignedIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Actor> current() {
        return accounts.signedIn().map(SignedIn::actor);
    }

    @Override
    public Kind kind() {
        return Kind.ACCOUNT;
    }

    @Override
    public Optional<About> about(String username) {
        return accounts.find(username).map(account -> new About("", "", "", ""));
    }

    private static Actor actor(Account account) {
        return new Actor(
                account.username(),
                account.name(),
                Objects.requireNonNullElse(account.department(), ""),
                account.roles().stream().map(Enum::name).collect(Collectors.toSet()),
                Objects.requireNonNullElse(account.region(), ""),
                OnBehalf.current(),
                account.roles().stream().anyMatch(role -> role != Role.CITIZEN));
    }
}
