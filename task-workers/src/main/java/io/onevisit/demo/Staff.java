package io.onevisit.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Everybody of the demonstration by user name, signed in once, when they are first needed. */
class Staff {

    private static final String PASSWORD = "onevisit";

    private final URI platform;
    private final Map<String, Optional<Person>> people = new HashMap<>();

    Staff(URI platform) {
        this.platform = platform;
    }

    Person person(String username) {
        return find(username).orElseThrow(() -> new IllegalStateException("演示账号 " + username + " 不能登录。"));
    }

    Optional<Person> find(String username) {
        return people.computeIfAbsent(username, this::signedIn);
    }

    private Optional<Person> signedIn(String username) {
        try {
            return Optional.of(Person.signedIn(platform, username, PASSWORD));
        } catch (Person.Declined unknown) {
            return Optional.empty();
        }
    }
}
