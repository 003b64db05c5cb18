package io.onevisit.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.MutableClock;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** An applicant who waits may ask once in three days; whoever has the case hears of it. */
class UrgedTasksTest extends WorkTestCase {

    @Autowired
    MutableClock clock;

    @AfterEach
    void thePresentIsBack() {
        clock.reset();
    }

    @Test
    void theTaskShowsItAndItsHolderIsTold() throws Exception {
        assertThat(row(officer, "mine").path("urgedAt").isNull()).isTrue();
        assertThat(lane().path("urgeable").asBoolean()).isTrue();

        urge("孩子急着上学").andExpect(status().isNoContent());

        assertThat(row(officer, "mine").path("urgedAt").asText()).isNotEmpty();
        assertThat(told(officer)).singleElement().asString().contains("请您尽快办理").contains("孩子急着上学");
        assertThat(lane().path("urgedAt").asText()).isNotEmpty();
        assertThat(parent.read("/api/applications/" + file.applicationNo())
                        .path("timeline")
                        .findValuesAsText("what"))
                .contains("申请人催办");
    }

    /** Of warnings those are told who are set for them, at first the approvers of the department. */
    @Test
    void thoseWhoAreToldOfWarningsHearOfIt() throws Exception {
        urge("孩子急着上学").andExpect(status().isNoContent());

        assertThat(told(colleague))
                .singleElement()
                .asString()
                .contains("请督促承办人员")
                .contains("孩子急着上学");
        assertThat(told(office.officer(Role.APPROVER, "police"))).isEmpty();
    }

    private List<String> told(Account who) throws Exception {
        return office.read(who, "/api/messages").findValuesAsText("text").stream()
                .filter(text -> text.contains(file.caseNo()) && text.contains("申请人"))
                .toList();
    }

    @Test
    void whoAsksAgainTooSoonIsToldFromWhen() throws Exception {
        urge("").andExpect(status().isNoContent());
        urge("").andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("urged-already"))
                .andExpect(jsonPath("$.next").isNotEmpty());

        clock.advance(Duration.ofDays(3).plusMinutes(1));
        urge("").andExpect(status().isNoContent());
    }

    @Test
    void nobodyIsHurriedForWhatIsDecided() throws Exception {
        office.answer(officer, task, Map.of("outcome", "grant")).andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(lane().path("urgeable").asBoolean()).isFalse();
        urge("").andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("urging-pointless"));
    }

    @Test
    void aStrangersCaseLooksLikeNone() throws Exception {
        office.parent()
                .ask(post(place()), Map.of("caseNo", file.caseNo()))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("application-unknown"));
    }

    private ResultActions urge(String words) throws Exception {
        return parent.ask(post(place()), Map.of("caseNo", file.caseNo(), "words", words));
    }

    private String place() {
        return "/api/applications/" + file.applicationNo() + "/urging";
    }

    private JsonNode lane() throws Exception {
        for (var lane : parent.read("/api/applications/" + file.applicationNo()).path("lanes")) {
            for (var item : lane.path("cases")) {
                if (item.path("caseNo").asText().equals(file.caseNo())) {
                    return item;
                }
            }
        }
        throw new AssertionError("no such case");
    }
}
