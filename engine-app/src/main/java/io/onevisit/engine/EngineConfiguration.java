package io.onevisit.engine;

import java.time.Clock;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The time everyone asks for, and the sweeps' timetable. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EngineConfiguration {

    /** The starter would run jobs on every node as soon as the application is ready; {@link JobRunner} decides instead. */
    @Bean
    static BeanDefinitionRegistryPostProcessor onlyJobRunnerStartsJobs() {
        return registry -> registry.removeBeanDefinition("jobExecutorStartingEventListener");
    }

    @Bean
    Clock wallClock() {
        return Clock.systemUTC();
    }
}
