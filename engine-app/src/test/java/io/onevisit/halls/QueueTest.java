package io.onevisit.halls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.People;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.ResultActions;

/** 排队叫号: from the machine to the window, in the order of the rule, one ticket at one window. */
class QueueTest extends HallTestCase {

    @Autowired
    HallDay day;

    @Test
    void aTicketIsCalledServedAndCounted() throws Exception {
        var first = ticket("general");
        clock.advance(Duration.ofMinutes(2));
        ticket("general");
        var clerk = clerkAt(1);
        clock.advance(Duration.ofMinutes(4));

        next(clerk).andExpect(status().isNoContent());

        assertThat(current(clerk)).isEqualTo("A001");
        assertThat(desk(clerk).at("/current/waited").asInt()).isEqualTo(6);
        act(clerk, first, "call").andExpect(status().isNoContent());
        assertThat(open("/board").at("/calls/0/calls").asInt()).isEqualTo(2);
        act(clerk, first, "start").andExpect(status().isNoContent());
        clock.advance(Duration.ofMinutes(10));
        next(clerk).andExpect(jsonPath("$.code").value("window-busy"));
        act(clerk, first, "done").andExpect(status().isNoContent());

        var today = desk(clerk).path("today");
        assertThat(today.path("served").asInt()).isEqualTo(1);
        assertThat(today.path("waited").asInt()).isEqualTo(6);
        assertThat(today.path("took").asInt()).isEqualTo(10);
        assertThat(desk(clerk).at("/windows/0/today/served").asInt()).isEqualTo(1);
        next(clerk);
        assertThat(current(clerk)).isEqualTo("A002");
    }

    @Test
    void eachServiceHasItsNumbersAndItsWindows() throws Exception {
        ticket("general");
        ticket("pickup");
        var pickup = clerkAt(3);

        next(pickup);

        assertThat(current(pickup)).isEqualTo("C001");
        act(pickup, UUID.fromString(desk(pickup).at("/current/id").asText()), "miss");
        next(pickup)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("queue-empty"));
    }

    @Test
    void whoWasMissedIsCalledBackAndOnlyByAWindowThatServesIt() throws Exception {
        var ticket = ticket("general");
        var clerk = clerkAt(1);
        var pickup = clerkAt(3);
        next(clerk);
        act(clerk, ticket, "miss").andExpect(status().isNoContent());
        assertThat(open("/board").path("missed").get(0).asText()).isEqualTo("A001");

        act(pickup, ticket, "recall").andExpect(jsonPath("$.code").value("ticket-elsewhere"));
        act(clerkAt(2), ticket, "recall").andExpect(status().isNoContent());

        act(clerk, ticket, "recall")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("A001现在是“已呼叫”，在 2 号窗口，请刷新后再操作。"));
    }

    @Test
    void aTicketThatMovedMeanwhileStaysAsItIs() throws Exception {
        var ticket = ticket("general");
        var clerk = clerkAt(1);
        next(clerk);
        act(clerk, ticket, "start");
        act(clerk, ticket, "done");

        act(clerk, ticket, "done")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("ticket-moved"));
        act(clerkAt(2), ticket, "miss").andExpect(jsonPath("$.code").value("ticket-moved"));
        act(clerk(), ticket, "miss").andExpect(jsonPath("$.code").value("window-none"));
        assertThat(state(ticket)).isEqualTo("DONE");
    }

    @Test
    void whatIsHandedOnKeepsItsPlaceAndWaitsForThatWindow() throws Exception {
        var ticket = ticket("pickup");
        var other = ticket("general");
        var clerk = clerkAt(3);
        var colleague = clerkAt(1);
        next(clerk);
        act(clerk, ticket, "start");

        handOn(clerk, ticket, 2).andExpect(jsonPath("$.code").value("window-closed"));
        handOn(clerk, ticket, 1).andExpect(status().isNoContent());

        next(clerk).andExpect(jsonPath("$.code").value("queue-empty"));
        next(clerkAt(2));
        assertThat(state(other)).isEqualTo("CALLED");
        next(colleague);
        assertThat(current(colleague)).isEqualTo("C001");
    }

    @Test
    void whatWaitsForAWindowThatClosedIsAnybodysAgain() throws Exception {
        var ticket = ticket("general");
        var clerk = clerkAt(1);
        var colleague = clerkAt(2);
        next(clerk);
        handOn(clerk, ticket, 2);
        next(clerk).andExpect(jsonPath("$.code").value("queue-empty"));

        set(colleague, 2, "CLOSED").andExpect(status().isNoContent());

        next(clerk).andExpect(status().isNoContent());
        assertThat(current(clerk)).isEqualTo("A001");
    }

    @Test
    void theRuleMovesSomeForwardAndLeavesNobodyBehindForEver() throws Exception {
        var early = ticket("general");
        clock.advance(Duration.ofMinutes(30));
        var late = ticket("general");
        clock.advance(Duration.ofMinutes(15));
        var elder = ticketWith("ELDER");

        var order = new ArrayList<UUID>();
        var clerk = clerkAt(1);
        for (var n = 0; n < 3; n++) {
            next(clerk);
            var ticket = UUID.fromString(desk(clerk).at("/current/id").asText());
            order.add(ticket);
            act(clerk, ticket, "miss");
        }

        assertThat(order).containsExactly(early, elder, late);
        assertThat(open("/priorities").findValuesAsText("claim"))
                .containsExactlyInAnyOrder("ELDER", "DISABLED", "SOLDIER", "EXPECTING", "APPOINTMENT");
        take("general", Map.of("claim", "APPOINTMENT"))
                .andExpect(jsonPath("$.code").value("claim-not-yours"));
    }

    @Test
    void noTicketOutsideOfficeHoursNorTooLateToBeServed() throws Exception {
        clock.setTo(Instant.parse("2026-03-03T04:30:00Z"));
        take("general", Map.of())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("hall-closed"));
        clock.setTo(Instant.parse("2026-03-05T02:00:00Z"));
        take("general", Map.of()).andExpect(jsonPath("$.code").value("hall-closed"));

        clock.setTo(Instant.parse("2026-03-03T08:40:00Z"));
        clerkAt(1);
        ticket("general");
        take("general", Map.of()).andExpect(status().isCreated());
        take("general", Map.of())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("hall-full"));
        ask(post("/api/queue/" + hall + "/tickets"), clerk(), Map.of("service", "general"))
                .andExpect(status().isCreated());
    }

    @Test
    void aWindowIsOnePersonsUntilTheyPauseOrClose() throws Exception {
        var clerk = clerkAt(1);
        set(clerk, 2, "OPEN").andExpect(jsonPath("$.code").value("window-second"));
        var colleague = clerk();
        set(colleague, 1, "OPEN").andExpect(jsonPath("$.code").value("window-taken"));
        set(colleague, 1, "CLOSED").andExpect(jsonPath("$.code").value("window-not-yours"));
        ticket("general");
        next(clerk);
        set(clerk, 1, "CLOSED").andExpect(jsonPath("$.code").value("window-busy"));
        set(clerk, 1, "PAUSED").andExpect(status().isNoContent());
        set(colleague, 1, "OPEN").andExpect(jsonPath("$.code").value("window-busy"));
        act(clerk, UUID.fromString(desk(clerk).at("/current/id").asText()), "miss");
        next(clerk).andExpect(jsonPath("$.code").value("window-paused"));

        set(colleague, 1, "OPEN").andExpect(status().isNoContent());

        next(clerk).andExpect(jsonPath("$.code").value("window-none"));
    }

    @Test
    void aHallOfAnotherPlaceIsNotThere() throws Exception {
        var stranger = people.officer(Role.CLERK, null, "430202");

        ask(put("/api/queue/" + hall + "/windows/1"), stranger, Map.of("state", "OPEN"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("hall-unknown"));
        assertThat(desk(stranger).path("code").asText()).isEqualTo("hall-unknown");
    }

    @Test
    void nothingOnTheDisplayOrATicketNamesAnybody() throws Exception {
        var ticket = ticketWith("DISABLED");
        var clerk = clerkAt(1);
        next(clerk);

        for (var path : List.of("", "/priorities", "/board", "/tickets/" + ticket)) {
            assertThat(open(path).toString()).doesNotContain(clerk.name(), clerk.username());
        }
        assertThat(sql.sql("select to_jsonb(t)::text from hall_ticket t where id = ?")
                        .param(ticket)
                        .query(String.class)
                        .single())
                .doesNotContain("DISABLED");
    }

    @Test
    void howLongItTakesIsReckonedFromTheLastServed() throws Exception {
        var clerk = clerkAt(1);
        for (var n = 0; n < 5; n++) {
            var ticket = ticket("general");
            next(clerk);
            act(clerk, ticket, "start");
            clock.advance(Duration.ofMinutes(5));
            act(clerk, ticket, "done");
        }
        ticket("general");
        ticket("general");
        var mine = ticket("general");

        assertThat(open("/tickets/" + mine).path("minutes").asInt()).isEqualTo(10);
        clerkAt(2);
        assertThat(open("/tickets/" + mine).path("ahead").asInt()).isEqualTo(2);
        assertThat(open("/tickets/" + mine).path("minutes").asInt()).isEqualTo(5);
    }

    @Test
    void theDayEndsByItself() throws Exception {
        var waiting = ticket("general");
        var served = ticket("general");
        var clerk = clerkAt(1);
        next(clerk);
        clock.advance(Duration.ofDays(1));

        day.sweep();

        assertThat(List.of(state(waiting), state(served))).containsOnly("LAPSED");
        assertThat(desk(clerk).path("mine").isNull()).isTrue();
        assertThat(node(take("general", Map.of())).path("no").asText()).isEqualTo("A001");
    }

    @Test
    void whoeverLooksAtAHallHearsThatItsQueueMoved() throws Exception {
        var here = follow(hall);
        var elsewhere = follow("430100-01");

        ticket("general");

        Awaitility.await()
                .untilAsserted(() -> assertThat(here.getContentAsString()).contains("event:changed"));
        assertThat(elsewhere.getContentAsString()).contains("event:ready").doesNotContain("event:changed");
    }

    @Test
    void whatComesOfATicketKnowsIt() throws Exception {
        var ticket = ticket("general");
        clock.advance(Duration.ofMinutes(7));
        var clerk = clerkAt(1);
        next(clerk);
        begin(clerk, ticket)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("ticket-not-served"));
        act(clerk, ticket, "start");
        begin(clerkAt(2), ticket).andExpect(jsonPath("$.code").value("ticket-not-served"));

        var draft = UUID.fromString(node(begin(clerk, ticket).andExpect(status().isCreated()))
                .path("id")
                .asText());

        assertThat(sql.sql("select ticket || ' ' || waited from window_intake where draft_id = ?")
                        .param(draft)
                        .query(String.class)
                        .single())
                .isEqualTo("A001 420");
    }

    @Test
    void aTicketGoesToOneWindowHoweverManyCallAtOnce() throws Exception {
        var tickets = 24;
        for (var no = 4; no <= 8; no++) {
            window(no, "general");
        }
        var clerks = new ArrayList<Account>();
        for (var no : List.of(1, 2, 4, 5, 6, 7, 8)) {
            clerks.add(clerkAt(no));
        }
        for (var n = 0; n < tickets; n++) {
            ticket("general");
        }
        var together = new CyclicBarrier(clerks.size());

        var served = atOnce(clerks, clerk -> {
            var numbers = new ArrayList<String>();
            together.await();
            while (next(clerk).andReturn().getResponse().getStatus() == 204) {
                var ticket = desk(clerk).path("current");
                numbers.add(ticket.path("no").asText());
                var id = UUID.fromString(ticket.path("id").asText());
                act(clerk, id, "start").andExpect(status().isNoContent());
                act(clerk, id, "done").andExpect(status().isNoContent());
            }
            return numbers;
        });

        assertThat(served).hasSize(tickets).doesNotHaveDuplicates();
        assertThat(sql.sql("select count(*) from hall_ticket where hall = ? and state = 'DONE' and calls = 1")
                        .param(hall)
                        .query(Integer.class)
                        .single())
                .isEqualTo(tickets);
    }

    private MockHttpServletResponse follow(String where) throws Exception {
        return web.perform(get("/api/halls/" + where + "/events"))
                .andExpect(request().asyncStarted())
                .andReturn()
                .getResponse();
    }

    private interface Work {
        List<String> of(Account clerk) throws Exception;
    }

    private static List<String> atOnce(List<Account> clerks, Work work) throws Exception {
        var pool = Executors.newFixedThreadPool(clerks.size());
        try {
            var all = new ArrayList<String>();
            for (var done : pool.invokeAll(clerks.stream()
                    .map(clerk -> (Callable<List<String>>) () -> work.of(clerk))
                    .toList())) {
                all.addAll(done.get());
            }
            return all;
        } finally {
            pool.shutdown();
        }
    }

    private ResultActions handOn(Account clerk, UUID ticket, int window) throws Exception {
        return ask(post("/api/queue/tickets/" + ticket + "/transfer"), clerk, Map.of("window", window));
    }

    private ResultActions begin(Account clerk, UUID ticket) throws Exception {
        return ask(
                post("/api/drafts"),
                clerk,
                Map.of(
                        "bundle",
                        "newborn",
                        "region",
                        "430102",
                        "verified",
                        true,
                        "ticket",
                        ticket,
                        "applicant",
                        Map.of("name", "周秀兰", "idNo", People.idNo("43010219480101", 7), "phone", "13800000007")));
    }

    private String state(UUID ticket) {
        return sql.sql("select state from hall_ticket where id = ?")
                .param(ticket)
                .query(String.class)
                .single();
    }
}
