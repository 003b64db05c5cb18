package io.onevisit.identity;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.MutableClock;
import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseFile;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/** One officer: approves for the health office of a district of Changsha, and supervises Zhuzhou. */
@PlatformTest
class PostsTest {

    private static final String PASSWORD = "岳麓书院爱晚亭前";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    SecondFactors factors;

    @Autowired
    Accounts accounts;

    @Autowired
    Office office;

    @Autowired
    MockMvc web;

    @Autowired
    MutableClock time;

    private People people;
    private String username;
    private long changsha;
    private long zhuzhou;
    private Iterator<String> codes;
    private Browser browser;
    private CaseFile file;

    @BeforeEach
    void anOfficerWithTwoPosts() throws Exception {
        people = new People(sql);
        username = people.officer(Role.APPROVER, "health", "430102").username();
        changsha = sql.sql("select id from post where username = ?")
                .param(username)
                .query(Long.class)
                .single();
        zhuzhou = people.post(username, Set.of(Role.SUPERVISOR), null, "430200");
        sql.sql("update account set password = ? where username = ?")
                .params(encoder.encode(PASSWORD), username)
                .update();
        var secret = factors.begin(username);
        codes = factors.confirm(username, factors.code(secret, time.instant().getEpochSecond() / 30))
                .iterator();
        browser = new Browser(port);
        file = office.underReview(office.parent());
    }

    @AfterEach
    void theClockRunsAgain() {
        time.reset();
    }

    @Test
    void whatTheySeeAndMayDoIsThePostsTheyActInAndNoOthers() throws Exception {
        var signedIn = signIn(browser);
        assertThat(signedIn.path("posts")).hasSize(2);
        assertThat(signedIn.path("post").asLong()).isEqualTo(changsha);
        assertThat(signedIn.path("roles")).extracting(JsonNode::asText).containsExactly("APPROVER");
        var task = tasks().path(0).path("id").asText();
        assertThat(browser.get("/api/tasks/" + task).status()).isEqualTo(200);
        assertThat(browser.post("/api/tasks/" + task + "/claim", Map.of()).status())
                .isEqualTo(204);
        assertThat(browser.get("/api/cockpit/cases").status()).isEqualTo(403);

        assertThat(act(zhuzhou).status()).isEqualTo(200);

        assertThat(tasks()).as("a claimed task stays with the post").isEmpty();
        assertThat(browser.get("/api/tasks/" + task).status()).isEqualTo(404);
        assertThat(browser.post("/api/tasks/" + task + "/completion", Map.of("decision", "GRANT"))
                        .status())
                .isEqualTo(404);
        assertThat(browser.get("/api/cockpit/cases?q=" + file.caseNo()).body().toString())
                .doesNotContain(file.caseNo());
        assertThat(browser.get("/api/cockpit/cases/" + file.caseNo()).status()).isEqualTo(404);

        assertThat(act(changsha).status()).isEqualTo(200);
        assertThat(tasks()).hasSize(1);
        assertThat(browser.get("/api/cockpit/cases").status()).isEqualTo(403);
    }

    @Test
    void anotherDepartmentsPostInAnotherCityHasNothingOfTheFirst() throws Exception {
        var police = people.post(username, Set.of(Role.APPROVER), "police", "430200");
        signIn(browser);
        var task = tasks().path(0).path("id").asText();

        act(police);

        assertThat(browser.get("/api/session").body().path("department").asText())
                .isEqualTo("police");
        assertThat(tasks()).isEmpty();
        assertThat(browser.get("/api/tasks/" + task).status()).isEqualTo(404);
    }

    @Test
    void changingThePostIsNotedAndKeptForTheNextTime() throws Exception {
        signIn(browser);
        act(zhuzhou);

        assertThat(sql.sql(
                                "select purpose from audit_entry where verb = 'CHANGE_POST' and account = ? and result = 'DONE'")
                        .param(username)
                        .query(String.class)
                        .single())
                .contains("株洲市")
                .contains("SUPERVISOR");
        assertThat(signIn(new Browser(port)).path("post").asLong()).isEqualTo(zhuzhou);
    }

    @Test
    void whoseSessionHasEndedGoesOnInThePostOfThatPage() throws Exception {
        signIn(browser);
        act(zhuzhou);
        var credentials = Map.of("username", username, "password", PASSWORD, "code", codes.next(), "post", changsha);

        assertThat(new Browser(port)
                        .post("/api/session", credentials)
                        .body()
                        .path("post")
                        .asLong())
                .isEqualTo(changsha);
    }

    @Test
    void nobodyActsInAPostThatIsNotTheirs() throws Exception {
        var other = people.officer(Role.SUPERVISOR, null, "430000");
        var theirs = sql.sql("select id from post where username = ?")
                .param(other.username())
                .query(Long.class)
                .single();
        var coming = people.post(username, Set.of(Role.OPERATOR), null, "430000");
        sql.sql("update post set from_day = '2199-01-01' where id = ?")
                .param(coming)
                .update();
        signIn(browser);

        assertThat(act(theirs).code()).isEqualTo("post-not-held");
        assertThat(act(coming).code()).isEqualTo("post-not-held");
        assertThat(browser.get("/api/session").body().path("post").asLong()).isEqualTo(changsha);
        assertThat(new Browser(port)
                        .put("/api/session/post", Map.of("post", theirs))
                        .status())
                .isIn(401, 403);
    }

    @Test
    void aPostThatIsOverIsActedInNoLonger() throws Exception {
        sql.sql("update post set until_day = (now() at time zone 'Asia/Shanghai')::date where id = ?")
                .param(changsha)
                .update();
        signIn(browser);
        assertThat(browser.get("/api/tasks").status()).isEqualTo(200);

        time.advance(Duration.ofDays(1));

        assertThat(browser.get("/api/tasks").status()).isEqualTo(401);
        assertThat(accounts.of(Role.APPROVER, "health", "430102"))
                .extracting(Account::username)
                .doesNotContain(username);
        var again = signIn(browser);
        assertThat(again.path("post").asLong()).isEqualTo(zhuzhou);
        assertThat(again.path("posts")).hasSize(1);
    }

    @Test
    void aPostTakenAwayEndsTheSessionsActingInItAndNoOthers() throws Exception {
        signIn(browser);
        var other = new Browser(port);
        signIn(other);
        assertThat(other.put("/api/session/post", Map.of("post", zhuzhou)).status())
                .isEqualTo(200);
        var security = people.officer(Role.SECURITY_ADMIN, null, "430000");

        web.perform(delete("/api/accounts/" + username + "/posts/" + changsha).with(as(security)))
                .andExpect(status().isOk());

        assertThat(browser.get("/api/tasks").status()).isEqualTo(401);
        assertThat(other.get("/api/session").body().path("post").asLong()).isEqualTo(zhuzhou);
        assertThat(other.put("/api/session/post", Map.of("post", changsha)).code())
                .isEqualTo("post-not-held");
        web.perform(delete("/api/accounts/" + username + "/posts/" + changsha).with(as(security)))
                .andExpect(status().isNotFound());
        assertThat(sql.sql(
                                "select purpose from audit_entry where verb = 'TAKE_POST' and number = ? and result = 'DONE'")
                        .param(username)
                        .query(String.class)
                        .single())
                .contains("芙蓉区");
    }

    @Test
    void thePlatformFindsThemInEitherPost() {
        people.post(username, Set.of(Role.APPROVER), "police", "430200");

        assertThat(accounts.of(Role.APPROVER, "health", "430102"))
                .extracting(Account::username)
                .contains(username);
        assertThat(accounts.of(Role.APPROVER, "police", "430200"))
                .filteredOn(found -> found.username().equals(username))
                .singleElement()
                .satisfies(found -> assertThat(found.groups()).containsExactly("dept-police"));
        assertThat(accounts.regionsOf(Role.APPROVER, "police")).contains("430200");
        assertThat(accounts.inEachPost(username))
                .extracting(Account::region)
                .containsExactly("430102", "430200", "430200");
    }

    @Test
    void aSecondFactorIsAskedForByAnyOfThePosts() {
        var asked = new SecondFactors(
                null,
                null,
                new IdentityProperties(new IdentityProperties.SecondFactor(EnumSet.of(Role.SUPERVISOR)), null),
                new StaticListableBeanFactory().getBeanProvider(DemoAccounts.class),
                time);

        assertThat(asked.requiredFor(accounts.stored(username, changsha).orElseThrow()))
                .isTrue();
        sql.sql("update post set taken_at = now() where id = ?").param(zhuzhou).update();
        assertThat(asked.requiredFor(accounts.stored(username, changsha).orElseThrow()))
                .isFalse();
    }

    private JsonNode signIn(Browser where) throws Exception {
        var answer = where.signIn(username, PASSWORD, codes.next());
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(200);
        return answer.body();
    }

    private Browser.Answer act(long post) throws Exception {
        return browser.put("/api/session/post", Map.of("post", post));
    }

    private JsonNode tasks() throws Exception {
        return browser.get("/api/tasks?size=100&q=" + file.caseNo()).body().path("items");
    }
}
