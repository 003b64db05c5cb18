package io.onevisit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.PlatformTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Where somebody is signed in: begun safely, listed, ended here, there or everywhere. */
@PlatformTest
class SessionsTest {

    private static final String PASSWORD = "橘子洲头看万山红遍";
    private static final String PHONE_AGENT =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) MicroMessenger/8.0 Safari/604.1";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    PasswordEncoder encoder;

    private String username;
    private Browser desk;
    private Browser phone;

    @BeforeEach
    void signedInTwice() throws Exception {
        username = "s" + UUID.randomUUID().toString().substring(0, 8);
        sql.sql(
                        """
                        insert into account (username, name, password, roles, region, level)
                        values (?, '测试会话', ?, '{CITIZEN}', '430102', 4)""")
                .params(username, encoder.encode(PASSWORD))
                .update();
        desk = new Browser(port);
        phone = new Browser(port, PHONE_AGENT);
        assertThat(desk.signIn(username, PASSWORD).status()).isEqualTo(200);
        assertThat(phone.signIn(username, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void theOwnerSeesWhereTheAccountIsSignedIn() throws Exception {
        var list = desk.get("/api/account/sessions").body();

        assertThat(list).hasSize(2);
        assertThat(list.get(0).path("device").asText()).isEqualTo("Chrome · Windows");
        assertThat(list.get(0).path("thisOne").asBoolean()).isTrue();
        assertThat(list.get(0).path("address").asText()).isNotBlank();
        assertThat(list.get(0).path("since").asText()).isNotBlank();
        assertThat(list.get(1).path("device").asText()).isEqualTo("微信 · iPhone");
        assertThat(list.toString()).doesNotContain(desk.cookie("SESSION"));
    }

    @Test
    void oneIsEndedAndTheOtherGoesOn() throws Exception {
        var other =
                desk.get("/api/account/sessions").body().get(1).path("handle").asText();

        assertThat(desk.delete("/api/account/sessions/" + other, null).status()).isEqualTo(204);

        assertThat(phone.get("/api/session").status()).isEqualTo(401);
        assertThat(desk.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void nobodyEndsAnothersSession() throws Exception {
        var theirs =
                desk.get("/api/account/sessions").body().get(0).path("handle").asText();
        signedInTwice();

        assertThat(desk.delete("/api/account/sessions/" + theirs, null).status())
                .isEqualTo(404);
    }

    @Test
    void signingOutEverywhereMeansEverywhere() throws Exception {
        assertThat(desk.delete("/api/account/sessions", null).status()).isEqualTo(204);

        assertThat(phone.get("/api/session").status()).isEqualTo(401);
        assertThat(desk.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void aClosedAccountIsOutAtOnce() throws Exception {
        sql.sql("update account set enabled = false where username = ?")
                .param(username)
                .update();

        assertThat(phone.get("/api/session").status()).isEqualTo(401);
        assertThat(desk.get("/api/licenses").status()).isEqualTo(401);
    }

    @Test
    void aRoleTakenAwayIsGoneWithTheNextRequest() throws Exception {
        assertThat(desk.get("/api/licenses").status()).isEqualTo(200);
        sql.sql("update account set roles = '{ANALYST}' where username = ?")
                .param(username)
                .update();

        assertThat(desk.get("/api/licenses").status()).isEqualTo(403);
    }

    @Test
    void aNewPasswordEndsAllOthersAndKeepsThisOne() throws Exception {
        var wrong = desk.put("/api/account/password", Map.of("current", "nonsense", "password", "潇湘夜雨洞庭秋月"));
        assertThat(wrong.code()).isEqualTo("password-wrong");

        var right = desk.put("/api/account/password", Map.of("current", PASSWORD, "password", "潇湘夜雨洞庭秋月"));

        assertThat(right.status()).as(right.whole().body()).isEqualTo(204);
        assertThat(phone.get("/api/session").status()).isEqualTo(401);
        assertThat(desk.get("/api/session").status()).isEqualTo(200);
        assertThat(new Browser(port).signIn(username, PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void anIdentifierFromBeforeSigningInIsWorthNothingAfter() throws Exception {
        var planted = desk.cookie("SESSION");
        assertThat(planted).isNotBlank();

        desk.signIn(username, PASSWORD);

        assertThat(desk.cookie("SESSION")).isNotEqualTo(planted);
        var thief = new Browser(port);
        thief.plant("SESSION", planted);
        assertThat(thief.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void sessionsLieInTheDatabaseWhereEveryNodeFindsThem() {
        assertThat(sql.sql("select count(*) from spring_session where principal_name = ?")
                        .param(username)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aRequestThatChangesNothingWritesNothing() throws Exception {
        var before = version();

        desk.get("/api/session");

        assertThat(version()).isEqualTo(before);
    }

    private String version() {
        return sql.sql(
                        "select string_agg(xmin::text, ',' order by primary_id) from spring_session where principal_name = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    @Test
    void aPasswordHashedInTheOldWayIsHashedAnewWhenItsOwnerSignsIn() throws Exception {
        sql.sql("update account set password = ? where username = ?")
                .params("{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD), username)
                .update();

        assertThat(desk.signIn(username, PASSWORD).status()).isEqualTo(200);

        assertThat(sql.sql("select password from account where username = ?")
                        .param(username)
                        .query(String.class)
                        .single())
                .startsWith("{argon2}");
        assertThat(desk.signIn(username, PASSWORD).status()).isEqualTo(200);
    }
}
