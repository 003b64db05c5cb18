package io.onevisit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log tells what happened to which request, never to whom. */
@PlatformTest
class LogsTest {

    private static final String PATTERN = "%-5level [%X{reference:-}] %logger %msg%n%ex{full}";

    @LocalServerPort
    int port;

    @Autowired
    org.springframework.test.web.servlet.MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger("ROOT");
    private final Logger ours = context.getLogger("io.onevisit");
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

    @BeforeEach
    void listen() {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(written);
        appender.start();
        root.setLevel(Level.INFO);
        ours.setLevel(Level.DEBUG);
        root.addAppender(appender);
    }

    @AfterEach
    void stop() {
        root.detachAppender(appender);
        root.setLevel(Level.WARN);
        ours.setLevel(null);
        appender.stop();
    }

    @Test
    void whoSignsInAndAppliesIsNotInTheLog() throws Exception {
        var parent = new Applying(web, json, new People(sql).citizen());
        var before = new Wire(port)
                .send(
                        "POST",
                        "/api/session",
                        "{\"username\":\"%s\",\"password\":\"geheim-%s\"}"
                                .formatted(parent.person().username(), "4321"),
                        "Content-Type: application/json",
                        "Cookie: XSRF-TOKEN=token-of-tests",
                        "X-XSRF-TOKEN: token-of-tests");
        var receipt = parent.submitted(List.of("fertilityRegistration"));
        parent.read("/api/applications/" + receipt.path("applicationNo").asText());
        parent.read("/api/applications/nothing-" + parent.person().idNo());
        violated(parent.person().username());

        assertThat(before.status()).isEqualTo(401);
        assertThat(receipt.path("applicationNo").asText()).isNotBlank();
        var log = log();
        assertThat(log).as("the log was listened to").contains("logged-by-the-test");
        for (var secret : secrets(parent)) {
            assertThat(log).doesNotContain(secret);
        }
    }

    /** A constraint of the database is hurt: what PostgreSQL says about the row stays in PostgreSQL. */
    private void violated(String username) {
        try {
            sql.sql(
                            "insert into account (username, name, password, roles, region, id_no) select username, name, password, roles, region, id_no from account where username = ?")
                    .param(username)
                    .update();
        } catch (org.springframework.dao.DataAccessException e) {
            LoggerFactory.getLogger(getClass()).error("logged-by-the-test", e);
        }
    }

    private static List<String> secrets(Applying parent) {
        var secrets = new ArrayList<String>();
        secrets.add(parent.person().idNo());
        secrets.add(parent.person().phone());
        secrets.add("geheim-4321");
        for (var key : List.of(
                "motherIdNo",
                "fatherIdNo",
                "motherPhone",
                "motherName",
                "fatherName",
                "childName",
                "bankAccount",
                "registerAddress")) {
            secrets.add(Applying.answers().get(key).toString());
        }
        return secrets;
    }

    private String log() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
