package io.onevisit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.PlatformTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class EngineSettingsTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void theEngineKeepsLittle() {
        assertThat(engine.getHistoryLevel()).isEqualTo(HistoryLevel.HISTORY_LEVEL_ACTIVITY);
        assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(engine.getHistoryRemovalTimeStrategy()).isEqualTo("start");
        assertThat(engine.getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThat(engine.isMetricsEnabled()).isFalse();
        assertThat(engine.isTaskMetricsEnabled()).isFalse();
        assertThat(engine.isCmmnEnabled()).isFalse();
        assertThat(engine.isStandaloneTasksEnabled()).isFalse();
    }

    @Test
    void theEngineTrustsNobody() {
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(engine.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(engine.isEnableXxeProcessing()).isFalse();
        assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(engine.getDefaultSerializationFormat()).isEqualTo("application/json");
        assertThat(engine.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(1000);
        assertThat(System.getProperty("javax.xml.accessExternalSchema")).isEqualTo("file,jar:file,jar:nested,nested");
    }

    @Test
    void theEngineWorksThroughWhatIsDueFirst() {
        assertThat(engine.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(engine.isEnsureJobDueDateNotNull()).isTrue();
        assertThat(engine.isJobExecutorDeploymentAware()).isFalse();
        assertThat(engine.isJobExecutorAcquireExclusiveOverProcessHierarchies()).isTrue();
        assertThat(engine.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT5M,PT30M,PT2H");
        assertThat(engine.getDefaultNumberOfRetries()).isEqualTo(6);
        assertThat(engine.getJobExecutor().getWaitTimeInMillis()).isEqualTo(500);
        assertThat(engine.getJobExecutor().getMaxWait()).isEqualTo(1000);
        assertThat(engine.getJobExecutor().getLockTimeInMillis()).isEqualTo(90_000);
        assertThat(engine.getJobExecutor().getMaxBackoff()).isEqualTo(500);
    }

    @Test
    void inTestsNoJobRunsByItself() {
        assertThat(engine.getJobExecutor().isAutoActivate()).isFalse();
        assertThat(engine.getJobExecutor().isActive()).isFalse();
    }

    @Test
    void aVariableIsNeverASerialisedObject() {
        var list = new ArrayList<>(List.of("a"));

        assertThatThrownBy(() ->
                        engine.getRuntimeService().startProcessInstanceByKey("item-handling", Map.of("list", list)))
                .isInstanceOf(ProcessEngineException.class);
    }
}
