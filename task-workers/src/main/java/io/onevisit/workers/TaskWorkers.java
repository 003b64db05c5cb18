package io.onevisit.workers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** All workers in one process of their own; they reach the platform over HTTP only. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class TaskWorkers {
    public static void main(String[] args) {
        SpringApplication.run(TaskWorkers.class, args);
    }
}
