package io.onevisit.ratings;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.identity.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the public sees of ratings and replies, and who decides it. */
class PublicationTest extends RatingTestCase {

    @Test
    void onlySupervisorsReadAndPublishWhatRatersWrote() throws Exception {
        var no = bad("原文");
        var operator = people.officer(Role.OPERATOR, null, "430000");

        desk.send(operator, "/api/cockpit/ratings/" + no + "/publication", Map.of("publish", true))
                .andExpect(status().isForbidden());
        for (var path : List.of("/api/cockpit/ratings/publication", "/api/cockpit/ratings/" + no)) {
            web.perform(get(path).with(as(operator))).andExpect(status().isForbidden());
        }
        desk.send(
                        supervisor,
                        "/api/cockpit/ratings/" + no + "/publication",
                        Map.of("publish", false, "reason", "长".repeat(201)))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void whatTheRaterWroteIsPublicOnlyWhenReadAndWithoutWhatPointsAtThem() throws Exception {
        var text = "我是测试人，电话13812345678，态度不好 " + file.caseNo();
        var no = bad(text);
        assertThat(published()).doesNotContain("13812345678", "态度不好", no, file.caseNo());
        web.perform(get("/api/ratings/published"))
                .andExpect(jsonPath("$.length()").value(greaterThan(0)));

        var proposal = waiting(no);
        assertThat(proposal).contains("13812345678");
        desk.send(supervisor, "/api/cockpit/ratings/" + no + "/publication", Map.of("publish", true))
                .andExpect(status().isNoContent());
        desk.send(supervisor, "/api/cockpit/ratings/" + no + "/publication", Map.of("publish", true))
                .andExpect(status().isConflict());

        assertThat(published())
                .contains("我是测某，电话＊＊＊，态度不好 ＊＊＊")
                .doesNotContain("13812345678", "测试人", no, file.caseNo(), RATER.username());
    }

    @Test
    void whatIsWithheldNeedsAReasonAndIsNotShown() throws Exception {
        var no = bad("这一句不宜公开");
        var place = "/api/cockpit/ratings/" + no + "/publication";

        desk.send(supervisor, place, Map.of("publish", false)).andExpect(status().isUnprocessableEntity());
        desk.send(supervisor, place, Map.of("publish", false, "reason", "涉及他人隐私"))
                .andExpect(status().isNoContent());

        assertThat(published()).doesNotContain("这一句不宜公开");
        desk.send(people.officer(Role.SUPERVISOR, null, "430200"), place, Map.of("publish", true))
                .andExpect(status().isNotFound());
    }

    private String waiting(String no) throws Exception {
        for (var page = 0; page < 50; page++) {
            for (var proposal : desk.read(supervisor, "/api/cockpit/ratings/publication?page=" + page)) {
                if (proposal.path("no").asText().equals(no)) {
                    return proposal.toString();
                }
            }
        }
        throw new AssertionError(no + " does not wait to be read");
    }
}
