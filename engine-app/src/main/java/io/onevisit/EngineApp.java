package io.onevisit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The server: the process engine, the platform's features and the web client. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EngineApp {

    /** Where the schemas that models refer to may be read from: our own files, never the network. */
    private static final String SCHEMAS_ONLY_FROM_HERE = "file,jar:file,jar:nested,nested";

    public static void main(String[] args) {
        System.setProperty("javax.xml.accessExternalSchema", SCHEMAS_ONLY_FROM_HERE);
        SpringApplication.run(EngineApp.class, args);
    }
}
