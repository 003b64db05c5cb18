package io.onevisit.handoff;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.engine.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the configured addresses of departments' systems at start; in the demonstration every department is simulated. */
@Component
@Order(200)
class ConfigureDepartments implements ApplicationRunner {

    private static final int SECRET_BYTES = 32;

    private final HandoffProperties properties;
    private final DepartmentSystems systems;
    private final Catalogue catalogue;
    private final DataFolder data;
    private final Environment environment;

    ConfigureDepartments(
            HandoffProperties properties,
            DepartmentSystems systems,
            Catalogue catalogue,
            DataFolder data,
            Environment environment) {
        this.properties = properties;
        this.systems = systems;
        this.catalogue = catalogue;
        this.data = data;
        this.environment = environment;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) throws IOException {
        if (environment.getProperty("onevisit.demo.enabled", Boolean.class, false)) {
            var secret = demoSecret();
            for (var department : catalogue.departmentNames().keySet()) {
                systems.configure(department, demoUrl() + "/" + department + "/cases", secret);
            }
        }
        properties.departments().forEach((department, at) -> systems.configure(department, at.url(), at.secret()));
    }

    private String demoUrl() {
        return properties.demoUrl().isBlank()
                ? "http://localhost:" + (environment.getProperty("server.port", Integer.class, 8080) + 1)
                : properties.demoUrl();
    }

    /** The configured secret, or one made up once and left in the data folder for the simulated departments to read. */
    private String demoSecret() throws IOException {
        if (!properties.demoSecret().isBlank()) {
            return properties.demoSecret();
        }
        var file = data.resolve("department.secret");
        if (!Files.exists(file)) {
            var bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            Files.createDirectories(file.getParent());
            Files.writeString(file, HexFormat.of().formatHex(bytes), StandardOpenOption.CREATE_NEW);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return Files.readString(file).strip();
    }
}
