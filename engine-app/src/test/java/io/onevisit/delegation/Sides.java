package io.onevisit.delegation;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.People;
import io.onevisit.identity.Account;
import io.onevisit.vault.Column;
import io.onevisit.vault.TestVault;
import io.onevisit.vault.Vault;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Principals and agents of tests: each with a telephone of their own that they have proved to hold. */
@Component
public class Sides {

    private static final Vault VAULT = TestVault.ofThePlatform();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final MockMvc web;
    private final ObjectMapper json;
    private final JdbcClient sql;

    Sides(MockMvc web, ObjectMapper json, JdbcClient sql) {
        this.web = web;
        this.json = json;
        this.sql = sql;
    }

    public Applying person() {
        var account = new People(sql).citizen();
        var phone = "15977%06d".formatted(COUNT.incrementAndGet());
        sql.sql("update account set phone = ?, phone_key = ?, phone_proved = true where username = ?")
                .params(
                        VAULT.seal(Column.ACCOUNT_PHONE, account.username(), phone),
                        VAULT.key(Vault.Kind.PHONE, phone),
                        account.username())
                .update();
        return new Applying(
                web, json, Account.known(account.username(), account.name(), account.region(), account.idNo(), phone));
    }

    public Applying officer(Account account) {
        return new Applying(web, json, account);
    }

    /** What is needed to give a mandate to this person for a month. */
    public static Map<String, Object> terms(Applying agent, boolean licenses, String... subjects) {
        var terms = new HashMap<String, Object>();
        terms.put("agentName", agent.person().name());
        terms.put("agentPhone", agent.person().phone());
        terms.put("subjects", List.of(subjects));
        terms.put("licenses", licenses);
        terms.put("from", today().toString());
        terms.put("until", today().plusDays(30).toString());
        return terms;
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    public String given(Applying principal, Map<String, Object> terms) throws Exception {
        return principal
                .node(principal.ask(post("/api/mandates"), terms))
                .path("id")
                .asText();
    }

    /** A mandate that was accepted. */
    public String accepted(Applying principal, Applying agent, Map<String, Object> terms) throws Exception {
        var id = given(principal, terms);
        agent.ask(post("/api/mandates/" + id + "/acceptance"), Map.of());
        return id;
    }

    public static ResultActions end(Applying person, String mandate) throws Exception {
        return person.ask(post("/api/mandates/" + mandate + "/end"), Map.of("why", "不再需要"));
    }

    public static ResultActions begin(Applying person, String bundle, Map<String, Object> actingFor) throws Exception {
        var beginning = new HashMap<String, Object>(Map.of("region", "430102", "actingFor", actingFor));
        beginning.put(bundle.equals("newborn") ? "bundle" : "item", bundle);
        return person.ask(post("/api/drafts"), beginning);
    }

    /** Fills a draft in, with every paper that is asked for, and submits it. */
    public static ResultActions complete(Applying person, String draft, Map<String, Object> more, List<String> items)
            throws Exception {
        fill(person, draft, more, items);
        return person.submit(draft, UUID.randomUUID().toString());
    }

    public static void fill(Applying person, String draft, Map<String, Object> more, List<String> items)
            throws Exception {
        var answers = Applying.answers();
        answers.put("matter", "申请办理");
        answers.putAll(more);
        var revision = person.read("/api/drafts/" + draft).path("revision").asInt();
        person.ask(put("/api/drafts/" + draft), Map.of("answers", answers, "items", items, "revision", revision));
        for (var material : person.read("/api/drafts/" + draft + "/form").path("materials")) {
            if (material.path("required").asBoolean()) {
                person.upload(draft, material.path("key").asText());
            }
        }
    }

    public static int status(Applying person, String path) throws Exception {
        return person.ask(get(path), Map.of()).andReturn().getResponse().getStatus();
    }

    public static JsonNode problem(Applying person, ResultActions answer) throws Exception {
        return person.node(answer);
    }
}
