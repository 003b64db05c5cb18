package io.onevisit.processes;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;

/** Engines in memory that fail a class of tests while a flow of its models is unwalked. */
final class Engines {

    private Engines() {}

    /** @param elsewhere keys of the processes that another class walks */
    static ProcessEngineCoverageExtension walking(String name, Platform platform, String... elsewhere) {
        var configuration = new ProcessCoverageInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setBeans(platform.beans());
        configuration.setTenantCheckEnabled(false);
        configuration.setJobExecutorActivate(false);
        return ProcessEngineCoverageExtension.builder(configuration)
                .assertClassCoverageAtLeast(1.0)
                .excludeProcessDefinitionKeys(elsewhere)
                .build();
    }
}
