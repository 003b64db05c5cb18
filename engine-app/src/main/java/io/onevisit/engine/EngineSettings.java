package io.onevisit.engine;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the engine may and may not do here, whatever its own defaults are. Last word before it starts. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineSettings extends AbstractProcessEnginePlugin {

    /** Ids the engine is given from outside: numbers of ours, groups, region codes. */
    private static final String IDS = "[a-zA-Z0-9][a-zA-Z0-9_.-]*";

    private final EngineProperties properties;

    EngineSettings(EngineProperties properties) {
        this.properties = properties;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        keepLittle(engine);
        confine(engine);
        workThroughJobs(engine);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getJobExecutor().setAutoActivate(false); // JobRunner starts it when the application is complete
        // The switch above only refuses what arrives serialised; a list set in Java would still be written so.
        var serializers = engine.getVariableSerializers();
        var serialised = serializers.getSerializerByName(JavaObjectSerializer.NAME);
        var place = serializers.getSerializerIndex(serialised);
        serializers.removeSerializer(serialised).addSerializer(new NothingSerialised(), place);
    }

    private void keepLittle(ProcessEngineConfigurationImpl engine) {
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        engine.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_ACTIVITY);
        engine.setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
        engine.setEnforceHistoryTimeToLive(true);
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        engine.setHistoryCleanupStrategy("removalTimeBased");
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setCacheCapacity(3000);
    }

    private void confine(ProcessEngineConfigurationImpl engine) {
        engine.setDefaultSerializationFormat("application/json");
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableXxeProcessing(false);
        engine.setEnableScriptCompilation(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setScriptEngineResolver(new NoScripts());
        engine.setArtifactFactory(new NoClasses());
        engine.setQueryMaxResultsLimit(1000);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setTenantCheckEnabled(false);
        engine.setAuthorizationEnabled(false);
        engine.setDbIdentityUsed(false);
        engine.setGeneralResourceWhitelistPattern(IDS);
    }

    private void workThroughJobs(ProcessEngineConfigurationImpl engine) {
        engine.setJobExecutorDeploymentAware(false);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setJobExecutorAcquireByPriority(false);
        engine.setJobExecutorPreferTimerJobs(false);
        engine.setEnsureJobDueDateNotNull(true);
        engine.setJobExecutorAcquireExclusiveOverProcessHierarchies(true);
        engine.setFailedJobRetryTimeCycle(properties.retryCycle());
        engine.setDefaultNumberOfRetries(properties.tries());
        engine.setEnableReducedJobExceptionLogging(true);
    }
}
