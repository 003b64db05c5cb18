package io.onevisit.halls;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.delegation.Sides;
import io.onevisit.identity.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** 预约: within the hours and places there are, never twice, and worth coming on time for. */
class AppointmentsTest extends HallTestCase {

    /** Half hours that have begun at ten of its seven hours a day: eleven are left. */
    private static final int LEFT_TODAY = 11;

    @Autowired
    HallDay day;

    @Autowired
    Sides sides;

    @Test
    void theDaysSayWhatIsOpenAndWhyNot() throws Exception {
        var days = slots();

        assertThat(days).hasSize(7);
        assertThat(days.get(0).path("slots")).hasSize(LEFT_TODAY);
        assertThat(days.get(0).at("/slots/0/start").asText()).startsWith("10:30");
        assertThat(days.get(2).path("closed").asText()).contains("不办公");
        assertThat(days.get(4).path("slots")).hasSize(6);
        clock.setTo(Instant.parse("2026-09-29T02:00:00Z"));
        assertThat(slots().get(2).path("closed").asText()).contains("国庆").contains("不办公");
    }

    @Test
    void aPlaceIsBookedToldOfAndLeavesOneLess() throws Exception {
        var citizen = people.citizen();

        var booked = node(book(citizen, "2026-03-04", "09:00").andExpect(status().isCreated()));

        assertThat(booked.path("code").asText()).matches("\\d{8}");
        assertThat(booked.path("hallName").asText()).isEqualTo("测试大厅");
        assertThat(slot("09:00").path("left").asInt()).isEqualTo(1);
        assertThat(message(citizen, "预约成功")).contains(booked.path("code").asText(), "3月4日", "测试路 1 号");
        assertThat(node(web.perform(get("/api/appointments").with(as(citizen)))))
                .hasSize(1);
    }

    @Test
    void nothingIsBookedWhereNobodyWouldServe() throws Exception {
        var citizen = people.citizen();

        for (var wrong : List.of(
                List.of("2026-03-05", "09:00"),
                List.of("2026-03-04", "12:00"),
                List.of("2026-03-04", "09:10"),
                List.of("2026-03-03", "09:00"),
                List.of("2026-03-10", "09:00"))) {
            book(citizen, wrong.get(0), wrong.get(1))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.code").value("slot-closed"));
        }
        book(citizen, "pickup", "newborn", "2026-03-04", "09:00", null)
                .andExpect(jsonPath("$.code").value("service-not-bookable"));
        book(citizen, "general", "", "2026-03-04", "09:00", null)
                .andExpect(jsonPath("$.code").value("subject-missing"));
        assertThat(places()).isZero();
    }

    @Test
    void whatTheItemSaysOfAppointmentsHolds() throws Exception {
        overlay("HN-RS-0402", "{\"bookable\": false}");
        overlay("HN-WJ-0103", "{\"bookingPerDay\": 1}");
        try {
            book(people.citizen(), "general", "HN-RS-0402", "2026-03-04", "09:00", null)
                    .andExpect(jsonPath("$.code").value("item-not-bookable"));
            book(people.citizen(), "general", "HN-WJ-0103", "2026-03-04", "09:00", null)
                    .andExpect(status().isCreated());
            book(people.citizen(), "general", "HN-WJ-0103", "2026-03-04", "10:00", null)
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("day-full"));
            assertThat(sql.sql("select taken from appointment_count where hall = ? and start = '10:00'")
                            .param(hall)
                            .query(Integer.class)
                            .list())
                    .isEmpty();
        } finally {
            sql.sql("delete from item_overlay where region = '430102' and code in ('HN-RS-0402', 'HN-WJ-0103')")
                    .update();
        }
    }

    @Test
    void ofManyWhoWantTheLastPlacesAsManyGetThemAsThereAre() throws Exception {
        var citizens = new ArrayList<Account>();
        for (var n = 0; n < 8; n++) {
            citizens.add(people.citizen());
        }

        var answers = atOnce(citizens.stream()
                .<Callable<Integer>>map(citizen -> () -> statusOf(book(citizen, "2026-03-04", "09:00")))
                .toList());

        assertThat(answers.stream().filter(answer -> answer == 201)).hasSize(2);
        assertThat(answers.stream().filter(answer -> answer != 201)).containsOnly(409);
        assertThat(places()).isEqualTo(2);
        assertThat(sql.sql("select count(*) from appointment where hall = ?")
                        .param(hall)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void onePersonIsNeverInTwoPlacesHoweverFastTheyPress() throws Exception {
        var citizen = people.citizen();
        var asks = new ArrayList<Callable<Integer>>();
        for (var n = 0; n < 6; n++) {
            asks.add(() -> statusOf(book(citizen, "2026-03-04", "09:00")));
        }

        assertThat(atOnce(asks).stream().filter(answer -> answer == 201)).hasSize(1);
        assertThat(places()).isEqualTo(1);
    }

    @Test
    void whoHasManyOrMissedManyWaits() throws Exception {
        var citizen = people.citizen();
        for (var start : List.of("09:00", "09:30", "10:00")) {
            book(citizen, "2026-03-04", start).andExpect(status().isCreated());
        }
        book(citizen, "2026-03-04", "10:30").andExpect(jsonPath("$.code").value("appointments-many"));

        clock.setTo(Instant.parse("2026-03-04T03:30:00Z"));
        day.sweep();

        book(citizen, "2026-03-04", "14:00").andExpect(jsonPath("$.code").value("appointments-missed"));
        assertThat(message(citizen, "预约已过时")).contains("可以直接到场取号");
        clock.advance(Duration.ofDays(34));
        book(citizen, "2026-04-08", "14:00").andExpect(status().isCreated());
    }

    @Test
    void aMovedOrCancelledPlaceIsFreeAgain() throws Exception {
        var citizen = people.citizen();
        var id = node(book(citizen, "2026-03-04", "09:00")).path("id").asText();
        book(people.citizen(), "2026-03-04", "09:30");
        book(people.citizen(), "2026-03-04", "09:30");

        move(citizen, id, "09:30")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("slot-full"));
        assertThat(slot("09:00").path("left").asInt()).isEqualTo(1);
        move(citizen, id, "10:00").andExpect(status().isOk());
        assertThat(slot("09:00").path("left").asInt()).isEqualTo(2);
        assertThat(slot("10:00").path("left").asInt()).isEqualTo(1);
        assertThat(message(citizen, "预约已改期")).contains("10:00");

        ask(post("/api/appointments/" + id + "/cancellation"), citizen, Map.of())
                .andExpect(status().isNoContent());
        assertThat(slot("10:00").path("left").asInt()).isEqualTo(2);
        ask(post("/api/appointments/" + id + "/cancellation"), citizen, Map.of())
                .andExpect(jsonPath("$.code").value("appointment-over"));
        assertThat(slot("10:00").path("left").asInt()).isEqualTo(2);
    }

    @Test
    void whoComesInTimeGoesBeforeWhoCameEarlier() throws Exception {
        var booked = node(book(people.citizen(), "2026-03-04", "10:00"));
        var code = booked.path("code").asText();
        clock.setTo(Instant.parse("2026-03-04T01:15:00Z"));
        checkIn(code)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("check-in-early"));
        var walkIn = ticket("general");
        clock.setTo(Instant.parse("2026-03-04T01:50:00Z"));

        var ticket =
                node(checkIn(code.substring(0, 4) + " " + code.substring(4)).andExpect(status().isCreated()));

        assertThat(ticket.path("first").asBoolean()).isTrue();
        assertThat(ticket.path("ahead").asInt()).isZero();
        assertThat(open("/tickets/" + walkIn).path("ahead").asInt()).isEqualTo(1);
        checkIn(code)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("appointment-over"));
        checkIn("00000000").andExpect(jsonPath("$.code").value("code-unknown"));
    }

    @Test
    void whoComesTooLateTakesATicketLikeEverybody() throws Exception {
        var code =
                node(book(people.citizen(), "2026-03-04", "10:00")).path("code").asText();
        clock.setTo(Instant.parse("2026-03-04T02:45:00Z"));

        checkIn(code)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("check-in-late"));
    }

    @Test
    void theHallSeesWhoComesWithTheNameMasked() throws Exception {
        var citizen = people.citizen();
        book(citizen, "2026-03-04", "10:00");

        var expected = node(web.perform(
                get("/api/queue/" + hall + "/appointments?day=2026-03-04").with(as(clerk()))));

        assertThat(expected).hasSize(1);
        assertThat(expected.at("/0/person").asText())
                .isEqualTo("测" + "*".repeat(citizen.name().length() - 1));
        assertThat(expected.toString()).doesNotContain(citizen.name(), citizen.username());
    }

    @Test
    void forSomebodyElseOnlyUnderTheirMandate() throws Exception {
        clock.reset();
        var principal = sides.person();
        var agent = sides.person();
        var mandate = sides.accepted(principal, agent, Sides.terms(agent, false, "newborn"));
        var openDay = firstOpen();

        book(agent.person(), "general", "HN-WJ-0103", openDay, "09:00", mandate)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("mandate-outside"));
        book(people.citizen(), "general", "newborn", openDay, "09:00", mandate).andExpect(status().isNotFound());
        var booked = node(book(agent.person(), "general", "newborn", openDay, "09:00", mandate)
                .andExpect(status().isCreated()));

        assertThat(booked.path("personName").asText())
                .isEqualTo(principal.person().name());
    }

    private String firstOpen() throws Exception {
        for (var day : slots()) {
            if (!day.path("day").asText().equals(Sides.today().toString())
                    && day.path("slots").size() > 0) {
                return day.path("day").asText();
            }
        }
        throw new AssertionError("A week without a day on which the hall is open");
    }

    private void overlay(String code, String elements) {
        sql.sql(
                        """
                        insert into item_overlay (code, region, edition, elements, effective_from, recorded_at, recorded_by, note)
                        values (?, '430102', 1, ?::jsonb, '2026-01-01', '2026-01-01', 'test', '')""")
                .params(code, elements)
                .update();
    }

    private ResultActions book(Account citizen, String day, String start) throws Exception {
        return book(citizen, "general", "newborn", day, start, null);
    }

    private ResultActions book(
            Account citizen, String service, String subject, String day, String start, String mandate)
            throws Exception {
        var wanted = new HashMap<String, Object>(
                Map.of("hall", hall, "service", service, "subject", subject, "day", day, "start", start));
        wanted.put("mandate", mandate);
        return ask(post("/api/appointments"), citizen, wanted);
    }

    private ResultActions move(Account citizen, String id, String start) throws Exception {
        return ask(put("/api/appointments/" + id), citizen, Map.of("day", "2026-03-04", "start", start));
    }

    private ResultActions checkIn(String code) throws Exception {
        return ask(post("/api/queue/" + hall + "/check-ins"), clerk(), Map.of("code", code));
    }

    private JsonNode slots() throws Exception {
        return open("/slots?service=general&subject=newborn");
    }

    private JsonNode slot(String start) throws Exception {
        for (var slot : slots().get(1).path("slots")) {
            if (slot.path("start").asText().startsWith(start)) {
                return slot;
            }
        }
        throw new AssertionError("no slot at " + start);
    }

    private String message(Account citizen, String title) throws Exception {
        for (var message : node(web.perform(get("/api/messages").with(as(citizen))))) {
            if (message.path("title").asText().equals(title)) {
                return message.path("text").asText();
            }
        }
        return "";
    }

    private int places() {
        return sql.sql("select coalesce(sum(taken), 0)::int from appointment_count where hall = ? and what = 'general'")
                .param(hall)
                .query(Integer.class)
                .single();
    }

    private static int statusOf(ResultActions answer) {
        return answer.andReturn().getResponse().getStatus();
    }

    private static List<Integer> atOnce(List<Callable<Integer>> asks) throws Exception {
        var pool = Executors.newFixedThreadPool(asks.size());
        var together = new CyclicBarrier(asks.size());
        try {
            var answers = new ArrayList<Integer>();
            for (var done : pool.invokeAll(asks.stream()
                    .<Callable<Integer>>map(ask -> () -> {
                        together.await();
                        return ask.call();
                    })
                    .toList())) {
                answers.add(done.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }
}
