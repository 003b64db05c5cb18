package io.onevisit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The server: the process engine, the platform's features and the web client. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EngineApp {
    public static void main(String[] args) {
        SpringApplication.run(EngineApp.class, args);
    }
}
