package io.onevisit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.PlatformTest;
import io.onevisit.engine.DataFolder;
import io.onevisit.vault.TestVault;
import io.onevisit.vault.Vault;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Another installation, with its own accounts and its own schema, trusts this one as its issuer: whoever is signed in
 * here is signed in there, as the account that the claims name.
 */
@PlatformTest
class ExternalSignOnTest {

    private static final List<String> MIGRATIONS = List.of(
            "V10__catalogue.sql",
            "V20__identity.sql",
            "V145__account_kinds.sql",
            "V146__sessions.sql",
            "V147__second_factor.sql",
            "V148__tokens.sql",
            "V171__sealed_accounts.sql",
            "V190__posts.sql");
    private static final String PASSWORD = "常德桃花源里武陵渔人";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    @Qualifier("ownerDataSource")
    DriverManagerDataSource owner;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    MachineClients clients;

    private ServletWebServerApplicationContext other;
    private String username;

    @BeforeEach
    void theOtherInstallation() throws Exception {
        username = "e" + UUID.randomUUID().toString().substring(0, 8);
        open(sql);
        var client = "portal-" + username;
        clients.open(new MachineClients.Client(
                client, "别处的门户", List.of("openid", "profile"), List.of("http://not-yet.example/"), null));
        other = start("other_" + username, client, clients.newSecret(client));
        sql.sql("update machine_client set redirect_uris = ? where client_id = ?")
                .params(new String[] {there("/login/oauth2/code/external")}, client)
                .update();
    }

    @AfterEach
    void close() {
        if (other != null) {
            other.close();
        }
    }

    @Test
    void whoIsSignedInHereIsSignedInThere() throws Exception {
        open(other.getBean(JdbcClient.class));
        var browser = new Walker();

        var unknownThere = browser.get(there("/api/session"));
        assertThat(unknownThere.statusCode()).isEqualTo(401);
        var asked = browser.follow(there("/oauth2/authorization/external"));
        assertThat(asked.uri().toString()).startsWith(here("/sign-in?to="));

        signIn(browser);
        var done = browser.follow(there("/oauth2/authorization/external"));

        assertThat(done.uri().toString()).as(done.body()).startsWith(there("/sign-in?done=external"));
        assertThat(browser.get(there("/api/session")).body()).contains(username);
    }

    @Test
    void whoHasNoAccountThereStaysOut() throws Exception {
        var browser = new Walker();
        signIn(browser);

        var done = browser.follow(there("/oauth2/authorization/external"));

        assertThat(done.uri().toString()).startsWith(there("/sign-in?refused=unknown"));
        assertThat(browser.get(there("/api/session")).statusCode()).isEqualTo(401);
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() throws Exception {
        open(other.getBean(JdbcClient.class));
        var browser = new Walker();

        var done = browser.follow(there("/login/oauth2/code/external?code=stolen&state=made-up"));

        assertThat(done.uri().toString()).startsWith(there("/sign-in?refused=failed"));
        assertThat(browser.get(there("/api/session")).statusCode()).isEqualTo(401);
    }

    private void signIn(Walker browser) throws Exception {
        var known = new Browser(port, "test", browser.cookies);
        assertThat(known.signIn(username, PASSWORD).status()).isEqualTo(200);
    }

    private void open(JdbcClient where) {
        where.sql(
                        """
                        insert into account (username, name, password, roles, region, level)
                        values (?, '测试互认', ?, '{CITIZEN}', '430102', 4)""")
                .params(username, encoder.encode(PASSWORD))
                .update();
    }

    private String here(String path) {
        return "http://localhost:" + port + path;
    }

    /** Another name of this machine, so that the browser keeps the cookies of the two apart. */
    private String there(String path) {
        return "http://127.0.0.1:" + other.getWebServer().getPort() + path;
    }

    private ServletWebServerApplicationContext start(String schema, String client, String secret) throws Exception {
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(Other.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("dataSource", ownSchema(schema)))
                .run(
                        "--server.port=0",
                        "--onevisit.data=target/platform-test/" + schema,
                        "--onevisit.identity.issuer.uri=" + here(""),
                        "--onevisit.identity.issuer.client-id=" + client,
                        "--onevisit.identity.issuer.client-secret=" + secret,
                        "--camunda.bpm.enabled=false",
                        "--logging.level.root=warn");
    }

    private DataSource ownSchema(String schema) {
        try (var connection = owner.getConnection()) {
            connection.createStatement().execute("create schema " + schema);
            connection.setSchema(schema);
            for (var migration : MIGRATIONS) {
                ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/" + migration));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var own = new DriverManagerDataSource(owner.getUrl(), owner.getUsername(), owner.getPassword());
        own.setSchema(schema);
        return own;
    }

    /** Accounts, sign-on and sessions of an installation, and nothing else of it. */
    @EnableAutoConfiguration(
            exclude = FlywayAutoConfiguration.class,
            excludeName = "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration")
    @ComponentScan({"io.onevisit.identity", "io.onevisit.problems"})
    @EnableConfigurationProperties({DataFolder.class, IdentityProperties.class})
    static class Other {
        @Bean
        Vault vault() {
            return TestVault.ofThePlatform();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** A browser that goes where it is sent. */
    private static final class Walker {
        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();

        HttpResponse<String> get(String address) throws Exception {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Accept", "text/html,application/json")
                            .build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<String> follow(String address) throws Exception {
            var answer = get(address);
            for (var hops = 0; hops < 8 && answer.statusCode() / 100 == 3; hops++) {
                var next = answer.uri()
                        .resolve(answer.headers().firstValue("Location").orElseThrow());
                answer = get(next.toString());
            }
            return answer;
        }
    }
}
