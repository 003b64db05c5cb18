package io.onevisit.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** What the demonstration's programs are told from outside: a system property, else an environment variable, else a default. */
final class Settings {

    private Settings() {}

    static int platformPort() {
        return Integer.parseInt(read("onevisit.port", "8080"));
    }

    static URI platform() {
        return URI.create(read("onevisit.url", "http://localhost:" + platformPort()));
    }

    static Path data() {
        return Path.of(read("onevisit.data", "data"));
    }

    static int departmentPort() {
        return Integer.parseInt(
                read("onevisit.department.port", String.valueOf(platform().getPort() + 1)));
    }

    /** How long a department takes from one step to the next. */
    static Duration departmentPace() {
        return Duration.ofMillis((long) (1000 * Double.parseDouble(read("onevisit.department.pace", "3"))));
    }

    /** The secret itself; empty: it is read from the platform's data folder. */
    static String departmentSecret() {
        return read("onevisit.department.secret", "");
    }

    /** How long the demonstration waits for its families in all. */
    static Duration demoPatience() {
        return Duration.ofSeconds(Long.parseLong(read("onevisit.demo.patience", "600")));
    }

    /** Who asks for the verification. */
    static String operator() {
        return read("onevisit.operator", "operator");
    }

    static String operatorPassword() {
        return read("onevisit.operator.password", "onevisit");
    }

    private static String read(String name, String otherwise) {
        var variable = System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'));
        return System.getProperty(name, variable == null || variable.isBlank() ? otherwise : variable);
    }
}
