package io.onevisit.ratings;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onevisit.People;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

/** Who may rate what, how often, on which channel and with which words. */
class RatingsTest extends RatingTestCase {

    @Autowired
    DefaultRatings defaults;

    @Test
    void aCaseIsRatedOnceAndThenOnlyAddedTo() throws Exception {
        var rated = desk.node(desk.send(RATER, "/api/ratings", rating(1, List.of("fast"), "")));
        desk.send(RATER, "/api/ratings", rating(4, List.of(), "改主意了"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("already-rated"));

        desk.send(RATER, "/api/ratings/" + rated.path("no").asText() + "/additions", Map.of("text", "证件也寄到了"))
                .andExpect(status().isNoContent());

        var shown = desk.read(RATER, "/api/ratings?applicationNo=" + file.applicationNo())
                .path(0)
                .path("rating");
        assertThat(shown.path("level").asInt()).isEqualTo(1);
        assertThat(shown.path("labels").path(0).asText()).isEqualTo("办得快");
        assertThat(shown.path("additions").path(0).path("text").asText()).isEqualTo("证件也寄到了");
    }

    @Test
    void aBadRatingSaysWhy() throws Exception {
        desk.send(RATER, "/api/ratings", rating(4, List.of(), " "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("reason-missing"));
        desk.send(RATER, "/api/ratings", rating(4, List.of("fast"), ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("label-unknown"));
        desk.send(RATER, "/api/ratings", rating(6, List.of(), "什么都有"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("level-unknown"));

        desk.send(RATER, "/api/ratings", rating(4, List.of("many-visits"), "")).andExpect(status().isCreated());
    }

    @Test
    void aStrangersCaseIsAnsweredLikeOneThatDoesNotExist() throws Exception {
        var stranger = people.citizen();
        var theirs = desk.send(stranger, "/api/ratings", rating(1, List.of(), ""));
        var none = desk.send(
                stranger, "/api/ratings", Map.of("caseNo", "4301002026110100000000", "level", 1, "channel", "PC"));

        theirs.andExpect(status().isNotFound());
        var said = (ObjectNode) desk.node(theirs);
        var saidOfNone = (ObjectNode) desk.node(none);
        said.remove("reference"); // of the request, not of the case
        saidOfNone.remove("reference");
        assertThat(said.toString()).isEqualTo(saidOfNone.toString());
        web.perform(get("/api/ratings?applicationNo=" + file.applicationNo()).with(as(stranger)))
                .andExpect(status().isNotFound());
    }

    @Test
    void nothingIsRatedBeforeItIsAccepted() throws Exception {
        file = filing().submitted("health", Map.of());

        desk.send(RATER, "/api/ratings", rating(1, List.of(), ""))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("not-accepted-yet"));
        assertThat(desk.read(RATER, "/api/ratings?applicationNo=" + file.applicationNo())
                        .path(0)
                        .path("mayRate")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void whoeverHoldsAReceiptCodeRatesTheVisitOnceWithoutAccount() throws Exception {
        var clerk = people.officer(Role.CLERK, null, "430102");
        var code = desk.node(desk.send(clerk, "/api/visits", Map.of("matter", "咨询医保报销")))
                .path("code")
                .asText();

        web.perform(get("/api/visits/" + code))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rated").value(false))
                .andExpect(jsonPath("$.itemName").value("咨询医保报销"));
        var rated = visit(code, Map.of("level", 4, "labels", List.of("rude"), "text", ""));
        rated.andExpect(status().isCreated());
        visit(code, Map.of("level", 1))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("already-rated"));
        visit("AAAAAAAAAAAAAAAA", Map.of("level", 1)).andExpect(status().isNotFound());

        var no = desk.node(rated).path("no").asText();
        assertThat(desk.waitsAt(no)).isEqualTo("verifyRating");
        assertThat(desk.read(clerk, "/api/tasks?q=" + no).path("total").asInt())
                .as("the window handled it, the window answers for it")
                .isEqualTo(1);
        web.perform(post("/api/visits")
                        .with(as(RATER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isForbidden());
    }

    @Test
    void whatNobodyRatedInSevenDaysIsFairByDefaultAndMarkedSo() throws Exception {
        var rated = file;
        desk.send(RATER, "/api/ratings", rating(2, List.of(), "")).andExpect(status().isCreated());
        close(rated);
        var silent = filing().underReview("health", Map.of());
        close(silent);

        clock.advance(Duration.ofDays(6));
        defaults.sweep();
        assertThat(levels(silent.caseNo())).isEmpty();

        clock.advance(Duration.ofDays(2));
        defaults.sweep();
        defaults.sweep();
        assertThat(levels(silent.caseNo())).containsExactly("3 default");
        assertThat(levels(rated.caseNo())).containsExactly("2 said");
    }

    @Test
    void whoComesLateStillHasAWord() throws Exception {
        close(file);
        clock.advance(Duration.ofDays(8));
        defaults.sweep();
        var rating = desk.read(RATER, "/api/ratings?applicationNo=" + file.applicationNo())
                .path(0)
                .path("rating");
        assertThat(rating.path("defaulted").asBoolean()).isTrue();
        assertThat(rating.path("mayAdd").asBoolean()).isTrue();
        var additions = "/api/ratings/" + rating.path("no").asText() + "/additions";

        desk.send(people.citizen(), additions, Map.of("text", "不是我的")).andExpect(status().isNotFound());
        for (var n = 1; n <= 10; n++) {
            desk.send(RATER, additions, Map.of("text", "补充" + n)).andExpect(status().isNoContent());
        }

        desk.send(RATER, additions, Map.of("text", "还有"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("additions-full"));
        assertThat(levels(file.caseNo())).containsExactly("3 default");
    }

    @Test
    void everyChannelIsWrittenDownAsItIs() throws Exception {
        var clerk = people.officer(Role.CLERK, null, "430102");
        var agent = people.officer(Role.AGENT, null, "430100");
        for (var channel : List.of("QR", "HALL_TABLET", "HALL_TERMINAL", "SMS")) {
            var code = code(clerk);
            visit(code, Map.of("level", 1, "channel", channel)).andExpect(status().isCreated());
            assertThat(channel(code)).isEqualTo(channel);
        }
        var code = code(clerk);
        visit(code, Map.of("level", 1, "channel", "PHONE"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("agents-only"));
        visit(code, Map.of("level", 1, "channel", "PC"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("channel-unknown"));
        desk.send(agent, "/api/visits/" + code + "/rating", Map.of("level", 2, "channel", "PHONE"))
                .andExpect(status().isCreated());
        assertThat(channel(code)).isEqualTo("PHONE");

        var wanted = new HashMap<>(rating(1, List.of(), ""));
        wanted.put("channel", "QR");
        desk.send(RATER, "/api/ratings", wanted).andExpect(status().isUnprocessableEntity());
        wanted.put("channel", "MOBILE");
        desk.send(RATER, "/api/ratings", wanted).andExpect(status().isCreated());
    }

    @Test
    void whatIsMissingOrTooMuchIsSaid() throws Exception {
        desk.send(RATER, "/api/ratings", Map.of("level", 1)).andExpect(status().isNotFound());
        desk.send(RATER, "/api/ratings", Map.of()).andExpect(status().isUnprocessableEntity());
        desk.send(RATER, "/api/ratings", rating(1, List.of(), "长".repeat(501)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("text-too-long"));
        var labels = new ArrayList<String>(List.of("fast", "fast"));
        labels.add(null);
        var rated = desk.node(desk.send(RATER, "/api/ratings", rating(1, labels, "")));
        assertThat(rated.path("labels")).hasSize(1);
    }

    @Test
    void whoHoldsTheTaskLearnsHowToReachTheRater() throws Exception {
        var no = bad("没人联系我");
        var task = "/api/tasks/" + desk.task(no);
        assertThat(desk.read(officer, task).path("facts").toString())
                .contains("测** 139****0000")
                .doesNotContain("13900000000");
        var asked = Map.of("fact", "contact", "reason", "首次联系评价人");
        desk.send(officer, task + "/reveal", asked).andExpect(status().isConflict());
        desk.send(officer, task + "/claim", Map.of());

        desk.send(officer, task + "/reveal", asked)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.value").value("测试人 13900000000"));

        assertThat(cases.journal(no)).anySatisfy(entry -> {
            assertThat(entry.what()).isEqualTo("查看评价人联系方式");
            assertThat(entry.detail()).isEqualTo("首次联系评价人");
        });
    }

    private ResultActions visit(String code, Map<String, Object> said) throws Exception {
        return web.perform(post("/api/visits/" + code + "/rating")
                .with(People.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(said)));
    }

    private String code(Account clerk) throws Exception {
        return desk.node(desk.send(clerk, "/api/visits", Map.of("matter", "咨询医保报销")))
                .path("code")
                .asText();
    }

    private String channel(String code) {
        return sql.sql("select channel from rating where visit = ?")
                .param(code)
                .query((row, n) -> RatingChannel.of(row.getInt(1)).name())
                .single();
    }

    private List<String> levels(String caseNo) {
        return sql.sql("select level, defaulted from rating where case_no = ?")
                .param(caseNo)
                .query((row, n) -> row.getInt(1) + (row.getBoolean(2) ? " default" : " said"))
                .list();
    }
}
