package io.onevisit.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the demonstration; never there unless {@code onevisit.demo.enabled} says so. */
@Component
@Order(20)
@ConditionalOnProperty("onevisit.demo.enabled")
class DemoAccounts implements ApplicationRunner {

    private static final String PASSWORD = "onevisit";
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1); // before anything the demonstration tells of

    private final JdbcClient sql;
    private final PasswordEncoder encoder;
    private final Vault vault;
    private final Posts posts;
    private final Set<String> usernames = usernames();

    DemoAccounts(JdbcClient sql, PasswordEncoder encoder, Vault vault, Posts posts) {
        this.sql = sql;
        this.vault = vault;
        this.posts = posts;
        this.encoder = encoder;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        var hash = encoder.encode(PASSWORD);
        for (var person : read("people").path("people")) {
            open(hash, person, "CITIZEN");
        }
        for (var officer : read("staff").path("staff")) {
            open(hash, officer, officer.path("role").asText());
        }
    }

    /** Whether this account is one of the demonstration's, whose password everybody knows. */
    boolean has(String username) {
        return usernames.contains(username);
    }

    private static Set<String> usernames() {
        return Stream.of(read("people").path("people"), read("staff").path("staff"))
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .map(one -> one.path("username").asText())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void open(String hash, JsonNode person, String role) {
        var username = person.path("username").asText();
        var idNo = text(person, "idNo");
        var phone = text(person, "phone");
        var citizen = role.equals("CITIZEN");
        var region = person.path("region").asText("430102");
        var opened = sql.sql(
                        """
                        insert into account
                            (username, name, password, roles, department, region, id_no, id_no_key, phone, phone_key, kind,
                             level, phone_proved)
                        values (?, ?, ?, string_to_array(?, ','), ?, ?, ?, ?, ?, ?, ?, 4, ?) on conflict do nothing""")
                .params(
                        username,
                        person.path("name").asText(),
                        hash,
                        citizen ? role : "",
                        text(person, "department"),
                        region,
                        vault.seal(Column.ACCOUNT_ID_NO, username, idNo),
                        vault.key(Kind.ID_NO, idNo),
                        vault.seal(Column.ACCOUNT_PHONE, username, phone),
                        vault.key(Kind.PHONE, phone),
                        citizen ? "NATURAL" : "STAFF",
                        person.hasNonNull("phone"))
                .update();
        if (opened == 1 && !citizen) {
            var roles = Arrays.stream(role.split(",")).map(Role::valueOf).collect(Collectors.toSet());
            posts.add(username, new Posts.Wanted(roles, text(person, "department"), region, "", SINCE, null), null);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    static JsonNode read(String name) {
        try (var in = new ClassPathResource("demo/" + name + ".yaml").getInputStream()) {
            return new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("demo/" + name + ".yaml cannot be read", e);
        }
    }
}
