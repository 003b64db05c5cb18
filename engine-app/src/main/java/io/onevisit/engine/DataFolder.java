package io.onevisit.engine;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this installation keeps what must survive a restart.
 *
 * @param data the folder; documents, the embedded database and secrets lie beneath it
 */
@ConfigurationProperties("onevisit")
public record DataFolder(@DefaultValue("data") Path data) {

    public Path resolve(String name) {
        return data.toAbsolutePath().normalize().resolve(name);
    }
}
