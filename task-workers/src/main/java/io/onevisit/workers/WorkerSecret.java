package io.onevisit.workers;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What workers show the platform to be let in; read anew each time, as the platform may come up after us. */
@Component
class WorkerSecret {

    private final WorkerProperties properties;

    WorkerSecret(WorkerProperties properties) {
        this.properties = properties;
    }

    /** The header's value, empty while the platform has not left its secret yet. */
    Optional<String> bearer() {
        return read().map(secret -> "Bearer " + secret);
    }

    private Optional<String> read() {
        if (!properties.secret().isBlank()) {
            return Optional.of(properties.secret().strip());
        }
        try {
            var secret = Files.readString(properties.secretFile()).strip();
            return secret.isEmpty() ? Optional.empty() : Optional.of(secret);
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }
}
