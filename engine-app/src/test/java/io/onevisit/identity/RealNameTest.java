package io.onevisit.identity;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What a person may do grows with how well they are known, and a typed number takes nothing from its holder. */
@PlatformTest
class RealNameTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient sql;

    @Autowired
    Vault vault;

    @Autowired
    Accounts accounts;

    @Autowired
    ObjectMapper json;

    private String idNo;
    private Account clerk;

    @BeforeEach
    void aNumber() {
        idNo = People.idNo("43010419770707", COUNT.incrementAndGet());
        clerk = new People(sql).officer(Role.CLERK, null, "430102");
    }

    @Test
    void aLowLevelIsToldHowToGetHigher() throws Exception {
        var registered = person("a", 3);

        http.perform(get("/api/licenses").with(as(registered)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("step-up-required"))
                .andExpect(jsonPath("$.level").value(4))
                .andExpect(jsonPath("$.present").value(3))
                .andExpect(jsonPath("$.detail").value(containsString("窗口")));
    }

    @Test
    void whoWasSeenInPersonSeesTheirPapersAtOnce() throws Exception {
        var person = person("b", 2);

        seen(person, clerk).andExpect(status().isOk());

        var now = accounts.find(person.username()).orElseThrow();
        assertThat(now.level()).isEqualTo(4);
        assertThat(now.idNo()).isEqualTo(idNo);
        http.perform(get("/api/licenses").with(as(now))).andExpect(status().isOk());
    }

    @Test
    void whoClaimedTheNumberBeforeFallsBack() throws Exception {
        var impostor = person("c", 3);
        var holder = person("d", 2);

        seen(holder, clerk).andExpect(status().isOk());

        assertThat(accounts.find(impostor.username()).orElseThrow().level()).isEqualTo(2);
        assertThat(accounts.withIdNo(idNo)).map(Account::username).contains(holder.username());
    }

    @Test
    void aNumberThatOnlyAgreesWithANameIsNobodysKey() {
        var impostor = person("e", 3);

        assertThat(accounts.withIdNo(idNo)).isEmpty();
        assertThat(accounts.find(impostor.username()).orElseThrow().idNo()).isNull();
        assertThat(accounts.find(impostor.username()).orElseThrow().registeredIdNo())
                .isEqualTo(idNo);
        assertThat(accounts.named(idNo)).isEmpty();
    }

    @Test
    void onlyClerksConfirmAndOnlyWhatAgrees() throws Exception {
        var person = person("f", 2);
        seen(person, person).andExpect(status().isForbidden());
        seen(person, new People(sql).officer(Role.APPROVER, "health", "430100")).andExpect(status().isForbidden());

        send(Map.of("phone", person.phone(), "name", "别人", "idNo", idNo), clerk).andExpect(status().isNotFound());
        assertThat(accounts.find(person.username()).orElseThrow().level()).isEqualTo(2);
    }

    @Test
    void withoutARegisterNobodyIsCheckedOnline() throws Exception {
        http.perform(post("/api/account/real-name").with(as(person("g", 2))))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("register-disagrees"));
    }

    private ResultActions seen(Account person, Account by) throws Exception {
        return send(Map.of("phone", person.phone(), "name", person.name(), "idNo", idNo), by);
    }

    private ResultActions send(Map<String, String> body, Account by) throws Exception {
        return http.perform(post("/api/real-names")
                .with(as(by))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    private Account person(String letter, int level) {
        var username = "r" + letter + COUNT.get();
        var phone = "1330000%03d%d".formatted(COUNT.get(), (int) letter.charAt(0) % 10);
        sql.sql(
                        """
                        insert into account
                            (username, name, password, roles, region, id_no, id_no_key, phone, phone_key, phone_proved, kind, level)
                        values (?, '测试实名', '{noop}x', '{CITIZEN}', '430102', ?, ?, ?, ?, true, 'NATURAL', ?)""")
                .params(
                        username,
                        vault.seal(Column.ACCOUNT_ID_NO, username, idNo),
                        vault.key(Kind.ID_NO, idNo),
                        vault.seal(Column.ACCOUNT_PHONE, username, phone),
                        vault.key(Kind.PHONE, phone),
                        level)
                .update();
        return accounts.find(username).orElseThrow();
    }
}
