package io.onevisit.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.onevisit.EngineApp;
import io.onevisit.engine.database.Administrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The whole platform on an embedded database of its own, in a folder that is removed at the end. */
final class Platform implements AutoCloseable {

    /** The benchmark raises lights and proves alarms itself, when it measures them. */
    private static final Map<String, String> SETTINGS = Map.of(
            "onevisit.postgres.port", "0",
            "onevisit.demo.enabled", "true",
            "onevisit.supervision.first-sweep", "1d",
            "onevisit.deadlines.proof", "-",
            "onevisit.identity.second-factor.required-for", "ANALYST", // made-up officers have no authenticator
            "server.port", "0",
            "logging.level.root", "error");

    /** A whole province searches from here. */
    private static final Map<String, String> FROM_ONE_ADDRESS = Map.of(
            "onevisit.edge.budgets[0].name", "everything",
            "onevisit.edge.budgets[0].requests[0]", "/api/**",
            "onevisit.edge.budgets[0].address", "1000000/1m");

    private final ConfigurableApplicationContext context;
    private final Path folder;
    private final HikariDataSource bulk;
    private final Queries queries;

    private Platform(ConfigurableApplicationContext context, Path folder, Queries queries) {
        this.context = context;
        this.queries = queries;
        this.folder = folder;
        this.bulk = administrator().bulk();
    }

    static Platform start(Options options) throws IOException {
        System.setProperty("javax.xml.accessExternalSchema", "file,jar:file,jar:nested,nested");
        var folder = options.work() == null
                ? Files.createTempDirectory("onevisit-bench")
                : Files.createTempDirectory(Files.createDirectories(options.work()), "bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        SETTINGS.forEach(System::setProperty);
        if (options.statements()) {
            Statements.SETTINGS.forEach(System::setProperty);
        }
        System.setProperty("onevisit.search.embedded", String.valueOf(options.has('f')));
        if (options.has('f')) {
            FROM_ONE_ADDRESS.forEach(System::setProperty);
        }
        System.setProperty("onevisit.data", folder.toString());
        var queries = new Queries();
        var application = new SpringApplication(EngineApp.class);
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(queries));
        var platform = new Platform(application.run(), folder, queries);
        platform.jobs().shutdown(); // each part starts them when it is their turn
        return platform;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    Administrator administrator() {
        return new Administrator(context);
    }

    /** The database as its administrator: for data made in bulk and for what only the server knows. */
    JdbcClient sql() {
        return JdbcClient.create(bulk);
    }

    HikariDataSource bulk() {
        return bulk;
    }

    Queries queries() {
        return queries;
    }

    String ask(String question) {
        return sql().sql(question).query(String.class).single();
    }

    int port() {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Connections the platform works with. */
    int poolSize() {
        return Integer.parseInt(
                context.getEnvironment().getRequiredProperty("onevisit.postgres.pool.maximum-pool-size"));
    }

    JobExecutor jobs() {
        return bean(JobExecutor.class);
    }

    @Override
    public void close() {
        bulk.close();
        context.close();
        remove(folder);
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            System.err.println("未能删除临时目录 " + folder + "：" + e.getMessage());
        }
    }
}
