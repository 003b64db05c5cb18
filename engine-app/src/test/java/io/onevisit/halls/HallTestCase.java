package io.onevisit.halls;

import static io.onevisit.People.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A hall of its own for each test, with two services and three windows, on a Tuesday at ten. */
@PlatformTest
abstract class HallTestCase {

    /** A Tuesday, ten o'clock in Changsha. */
    static final Instant TUESDAY = Instant.parse("2026-03-03T02:00:00Z");

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    People people;
    String hall;

    @BeforeEach
    void aHall() {
        clock.setTo(TUESDAY);
        people = new People(sql);
        hall = "test-" + COUNT.incrementAndGet() + "-"
                + getClass().getSimpleName().substring(0, 1);
        sql.sql(
                        """
                        insert into hall (code, name, region, address, phone, hours) values (?, '测试大厅', '430102', '测试路 1 号', '12345',
                            '{"MONDAY": "09:00-12:00、13:00-17:00", "TUESDAY": "09:00-12:00、13:00-17:00",
                              "WEDNESDAY": "09:00-12:00、13:00-17:00", "SATURDAY": "09:00-12:00"}')""")
                .param(hall)
                .update();
        service("general", "综合受理", "A", 12, 2);
        service("pickup", "出证领证", "C", 4, 0);
        window(1, "general");
        window(2, "general");
        window(3, "pickup");
    }

    @AfterEach
    void theWallsTime() {
        clock.reset();
    }

    private void service(String code, String name, String letter, int minutes, int bookable) {
        sql.sql(
                        "insert into hall_service (hall, code, name, letter, minutes, bookable, position) values (?, ?, ?, ?, ?, ?, 0)")
                .params(hall, code, name, letter, minutes, bookable)
                .update();
    }

    void window(int no, String... services) {
        sql.sql("insert into hall_window (hall, no, name, services) values (?, ?, '综合受理', ?)")
                .params(hall, no, services)
                .update();
    }

    Account clerk() {
        return people.officer(Role.CLERK, null, "430102");
    }

    /** A clerk who has opened this window. */
    Account clerkAt(int window) throws Exception {
        var clerk = clerk();
        set(clerk, window, "OPEN");
        return clerk;
    }

    ResultActions set(Account clerk, int window, String state) throws Exception {
        return ask(put("/api/queue/" + hall + "/windows/" + window), clerk, Map.of("state", state));
    }

    /** The id of a ticket from the machine. */
    UUID ticket(String service) throws Exception {
        return id(take(service, Map.of()));
    }

    UUID ticketWith(String claim) throws Exception {
        return id(take("general", Map.of("claim", claim)));
    }

    ResultActions take(String service, Map<String, Object> more) throws Exception {
        var body = new java.util.HashMap<>(more);
        body.put("service", service);
        return web.perform(post("/api/halls/" + hall + "/tickets")
                .with(People.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    UUID id(ResultActions taken) throws Exception {
        return UUID.fromString(node(taken).path("id").asText());
    }

    ResultActions next(Account clerk) throws Exception {
        return ask(post("/api/queue/next"), clerk, Map.of());
    }

    ResultActions act(Account clerk, UUID ticket, String act) throws Exception {
        return ask(post("/api/queue/tickets/" + ticket + "/" + act), clerk, Map.of());
    }

    JsonNode desk(Account clerk) throws Exception {
        return node(web.perform(get("/api/queue?hall=" + hall).with(as(clerk))));
    }

    /** Number of the ticket at the clerk's window, empty for none. */
    String current(Account clerk) throws Exception {
        return desk(clerk).at("/current/no").asText("");
    }

    JsonNode open(String path) throws Exception {
        return node(web.perform(get("/api/halls/" + hall + path)));
    }

    ResultActions ask(MockHttpServletRequestBuilder request, Account person, Object body) throws Exception {
        return web.perform(request.with(as(person))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    JsonNode node(ResultActions answer) throws Exception {
        return json.readTree(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
