package io.onevisit.vault;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.onevisit.Applying;
import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.licenses.Licenses;
import io.onevisit.vault.Vault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** Who has a copy of the database reads no identity number, telephone or answer in the sealed columns. */
@PlatformTest
class SealedColumnsTest {

    private static final String NUMBER = "[1-9]\\d{5}(18|19|20)\\d{9}[\\dX]";
    private static final String TELEPHONE = "1[3-9]\\d{9}";

    @Autowired
    ApplicationContext context;

    @Autowired
    Office office;

    @Autowired
    JdbcClient sql;

    @Autowired
    ObjectMapper json;

    @Autowired
    Resealing resealing;

    @Autowired
    KeyProvider keys;

    @Autowired
    Vault vault;

    @Autowired
    Cases cases;

    @Autowired
    Accounts accounts;

    @Autowired
    Licenses licenses;

    @Autowired
    MockMvc web;

    @Test
    @Transactional // the demonstration's people leave the shared database again
    void theDemonstrationsFamiliesCannotBeReadInACopy() throws Exception {
        demo("io.onevisit.identity.DemoAccounts");
        demo("io.onevisit.licenses.DemoLicenses");
        var mother = accounts.withIdNo("430102199503129025").orElseThrow();
        var family = new Applying(web, json, mother);
        var answers = Applying.answers();
        answers.put("motherIdNo", mother.idNo());
        var draft = family.draft(answers, List.of("fertilityRegistration"));
        var receipt = family.node(family.submit(family.draft(answers, List.of("fertilityRegistration")), draft));
        assertThat(receipt.path("applicationNo").asText()).isNotEmpty();
        web.perform(post("/api/orders")
                        .with(as(mother))
                        .contentType("application/json")
                        .content(json.writeValueAsString(
                                Map.of("kind", "CONSULTATION", "duty", "other", "region", "430102", "text", "请问如何办理"))))
                .andReturn();
        resealing.run(true);

        var secrets = secrets();
        assertThat(secrets).hasSizeGreaterThan(10);
        answers.values().stream()
                .map(Object::toString)
                .filter(answer -> answer.matches(".{5,}") && !answer.matches("\\d{4}-.*|mother|.*[a-z]{3,}.*"))
                .forEach(secrets::add);
        var copy = copy();
        assertThat(copy).contains("enc:k", "key:");
        for (var secret : secrets) {
            assertThat(copy).as(secret).doesNotContain(secret);
        }
    }

    @Test
    void whatIsSealedIsStillFoundAndRead() throws Exception {
        var parent = office.parent();
        var person = parent.person();

        assertThat(accounts.withIdNo(person.idNo()).orElseThrow()).isEqualTo(person);
        assertThat(accounts.find(person.username()).orElseThrow().phone()).isEqualTo(person.phone());
        var file = office.submitted(parent);
        assertThat(cases.answers(file.applicationNo())).containsEntry("childName", "测小宝");
        assertThat(licenses.of(person.idNo())).isEmpty();
    }

    @Test
    void whatWasWrittenBeforeIsSealedOnceAndReadTheSame() throws Exception {
        var file = office.submitted(office.parent());
        var username = "before." + file.applicationNo();
        var idNo = People.idNo("43010219770707", 7);
        sql.sql("update application set answers = '{\"motherIdNo\": \"430102199202020028\"}' where application_no = ?")
                .param(file.applicationNo())
                .update();
        sql.sql(
                        "insert into account (username, name, password, roles, region, id_no, phone, level) values (?, '从前', '{noop}x', '{CITIZEN}', '430102', ?, '13911112222', 4)")
                .params(username, idNo)
                .update();
        assertThat(resealing.plain()).containsKeys("application.answers", "account.id_no");
        assertThat(accounts.withIdNo(idNo)).as("found before it is sealed").isPresent();

        var done = resealing.run(true);

        assertThat(done).containsKeys("application.answers", "account.id_no", "account.id_no_key", "account.phone");
        assertThat(cases.answers(file.applicationNo())).containsOnly(Map.entry("motherIdNo", "430102199202020028"));
        assertThat(accounts.withIdNo(idNo).orElseThrow().phone()).isEqualTo("13911112222");
        assertThat(sql.sql("select id_no_key from account where username = ?")
                        .param(username)
                        .query(String.class)
                        .single())
                .isEqualTo(vault.key(Kind.ID_NO, idNo));
        assertThat(resealing.run(true)).as("a second run finds nothing").isEmpty();
        assertThat(resealing.plain()).isEmpty();
    }

    /** The first rows of two months lie at the same place of their parts of the table. */
    @Test
    void rowsOfTwoMonthsGetTheirOwnKeyEach() throws Exception {
        var file = office.submitted(office.parent());
        var numbers = Map.of(2, People.idNo("43010219780808", 8), 3, People.idNo("43010219790909", 9));
        for (var ahead : numbers.keySet()) {
            sql.sql(
                            """
                            insert into case_file select (jsonb_populate_record(c, jsonb_build_object(
                                'month', (date_trunc('month', now()) + make_interval(months => :ahead))::date,
                                'case_no', 'sealed-' || :ahead::text,
                                'applicant_id', :idNo::text, 'applicant_key', null))).*
                            from case_file c where case_no = :no""")
                    .param("ahead", ahead)
                    .param("idNo", numbers.get(ahead))
                    .param("no", file.caseNo())
                    .update();
        }
        assertThat(sql.sql("select count(distinct ctid) from case_file where case_no like 'sealed-%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        resealing.run(true);

        numbers.forEach((ahead, idNo) -> assertThat(sql.sql("select applicant_key from case_file where case_no = ?")
                        .param("sealed-" + ahead)
                        .query(String.class)
                        .single())
                .isEqualTo(vault.key(Kind.ID_NO, idNo)));
        sql.sql("delete from case_file where case_no like 'sealed-%'").update();
    }

    @Test
    void valuesOfTwoPeopleCannotBeExchanged() throws Exception {
        var one = office.parent().person();
        var other = office.parent().person();
        sql.sql("update account set phone = (select phone from account where username = ?) where username = ?")
                .params(one.username(), other.username())
                .update();

        assertThatThrownBy(() -> accounts.find(other.username())).isInstanceOf(Sealing.NotOpened.class);

        sql.sql("update account set phone = ? where username = ?")
                .params(vault.seal(Column.ACCOUNT_PHONE, other.username(), other.phone()), other.username())
                .update();
    }

    @Test
    void aNewKeySealsEverythingAnewWhileNothingIsLost() throws Exception {
        var file = office.submitted(office.parent());
        var before = cases.answers(file.applicationNo());
        var old = keys.current().id();
        var administrator = new People(sql).officer(Role.SYSTEM_ADMIN, null, "430000");

        keys.renew();
        assertThat(stored(file.applicationNo())).startsWith("\"enc:" + old + ":");
        assertThat(cases.answers(file.applicationNo())).isEqualTo(before);
        resealing.run();

        assertThat(stored(file.applicationNo()))
                .startsWith("\"enc:" + keys.current().id() + ":");
        assertThat(cases.answers(file.applicationNo())).isEqualTo(before);
        web.perform(get("/api/vault").with(as(administrator)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.current").value(keys.current().id()))
                .andExpect(jsonPath("$.stale['application.answers']").doesNotExist());
        for (var stranger : List.of(Role.SECURITY_ADMIN, Role.OPERATOR, Role.CLERK)) {
            web.perform(get("/api/vault").with(as(new People(sql).officer(stranger, "health", "430102"))))
                    .andExpect(status().isForbidden());
        }
        web.perform(post("/api/vault/keys").with(as(new People(sql).officer(Role.AUDITOR, null, "430000"))))
                .andExpect(status().isForbidden());
    }

    private String stored(String applicationNo) {
        return sql.sql("select answers::text from application where application_no = ?")
                .param(applicationNo)
                .query(String.class)
                .single();
    }

    private void demo(String runner) throws Exception {
        ((ApplicationRunner) context.getAutowireCapableBeanFactory().createBean(Class.forName(runner))).run(null);
    }

    /** Identity numbers, telephones, and what stands on the papers, of the demonstration's families. */
    private static Set<String> secrets() throws Exception {
        var secrets = new TreeSet<String>();
        for (var file : List.of("people", "licenses")) {
            try (var in = new ClassPathResource("demo/" + file + ".yaml").getInputStream()) {
                texts(new YAMLMapper().readTree(in)).stream()
                        .filter(text -> text.matches(NUMBER + "|" + TELEPHONE))
                        .forEach(secrets::add);
            }
        }
        return secrets;
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        if (node.isValueNode()) {
            texts.add(node.asText());
        }
        node.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }

    /** The tables of all sealed and hashed columns, whole. */
    private String copy() {
        var tables = new TreeSet<String>();
        for (var column : Column.values()) {
            tables.add(column.table());
        }
        for (var hashed : Hashed.values()) {
            tables.add(hashed.table());
        }
        var copy = new StringBuilder();
        for (var table : tables) {
            copy.append(sql.sql("select coalesce(string_agg(to_jsonb(t)::text, E'\\n'), '') from %s t".formatted(table))
                    .query(String.class)
                    .single());
        }
        return copy.toString();
    }
}
