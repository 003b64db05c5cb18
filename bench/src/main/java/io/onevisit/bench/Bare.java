package io.onevisit.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Camunda as its Spring Boot starter sets it up, with the model of equivalent.bpmn and nothing else. */
final class Bare implements Side, AutoCloseable {

    private static final String DATABASE = "bare_camunda";
    private static final String MODEL = "equivalent";
    private static final String OFFICER = "approver.health";
    private static final String GROUP = "dept-health";

    private final ConfigurableApplicationContext context;
    private final HikariDataSource pool;
    private final ExternalTaskService externalTasks;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final String answers;
    private final AtomicInteger count = new AtomicInteger();

    Bare(Platform platform) throws IOException {
        platform.sql().sql("create database " + DATABASE).update();
        pool = platform.administrator().other(DATABASE);
        pool.setMaximumPoolSize(platform.poolSize());
        context = new SpringApplicationBuilder(Starter.class)
                .web(WebApplicationType.NONE)
                .initializers(bare -> bare.getBeanFactory().registerSingleton("dataSource", pool))
                .properties("spring.config.name=bare-camunda")
                .run("--spring.config.name=bare-camunda");
        externalTasks = context.getBean(ExternalTaskService.class);
        runtime = context.getBean(RuntimeService.class);
        tasks = context.getBean(TaskService.class);
        answers = new ObjectMapper().writeValueAsString(Answers.OF_A_PARENT);
        context.getBean(RepositoryService.class)
                .createDeployment()
                .addClasspathResource("bench/equivalent.bpmn")
                .addClasspathResource("bench/approver-group.dmn")
                .deploy();
        jobs().shutdown();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataSourceTransactionManagerAutoConfiguration.class, CamundaBpmAutoConfiguration.class})
    static class Starter {}

    @Override
    public String name() {
        return "Camunda 默认";
    }

    @Override
    public void open() {
        var n = count.incrementAndGet();
        var start = new HashMap<String, Object>();
        start.put("applicationNo", "A4301022026110100%08d".formatted(n));
        start.put("applicantName", "陈静");
        start.put("applicantIdNo", "%018d".formatted(n));
        start.put("itemCode", "BENCH-0001");
        start.put("itemName", "压力测试事项");
        start.put("department", "health");
        start.put("region", "430102");
        start.put("handlingMode", "NATIVE");
        start.put("issuesLicense", true);
        start.put("promisedDays", 10);
        start.put("statutoryDays", 20);
        start.put("answers", answers);
        start.put("submittedAt", new Date());
        start.put("state", "SUBMITTED");
        runtime.startProcessInstanceByKey(MODEL, "4301022026110100%08d".formatted(n), start);
    }

    @Override
    public ExternalTaskService externalTasks() {
        return externalTasks;
    }

    /** The same answers as the platform's workers give; the work itself would be another system's. */
    @Override
    public Map<String, Object> work(LockedExternalTask task) {
        return switch (task.getTopicName()) {
            case "license-lookup" -> Map.of("missingMaterials", 0);
            case "license-issue" -> Map.of("licenseId", "1.2.156.3005.2." + task.getBusinessKey());
            default -> Map.of();
        };
    }

    @Override
    public JobExecutor jobs() {
        return context.getBean(JobExecutor.class);
    }

    @Override
    public Desk desk() {
        return new Desk() {
            @Override
            public List<String> waiting(int most) {
                var page = tasks.createTaskQuery()
                        .taskCandidateGroup(GROUP)
                        .orderByTaskCreateTime()
                        .asc()
                        .listPage(0, most);
                shown(page);
                return page.stream().map(Task::getId).toList();
            }

            /** What a list shows of each task, as the platform's does: item, applicant, limit; and how many wait. */
            private void shown(List<Task> page) {
                tasks.createTaskQuery().taskCandidateGroup(GROUP).count();
                if (!page.isEmpty()) {
                    runtime.createVariableInstanceQuery()
                            .processInstanceIdIn(page.stream()
                                    .map(Task::getProcessInstanceId)
                                    .toArray(String[]::new))
                            .variableNameIn("itemName", "applicantName", "yellowAt")
                            .list();
                }
            }

            @Override
            public void grant(String taskId) {
                tasks.claim(taskId, OFFICER);
                tasks.complete(taskId, Map.of("outcome", "grant", "opinion", "符合法定条件、标准", "decidedBy", OFFICER));
            }
        };
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
