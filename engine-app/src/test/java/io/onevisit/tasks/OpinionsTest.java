package io.onevisit.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.cases.CaseState;
import io.onevisit.identity.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 委派, 加签, 会签 and 减签: colleagues are asked, the officer decides, the clock runs on. */
class OpinionsTest extends WorkTestCase {

    private static final Map<String, Object> GRANT = Map.of("outcome", "grant");

    @Test
    void aTaskIsNotAnsweredBeforeThoseWhoWereAskedFirst() throws Exception {
        var before = cases.get(file.caseNo()).yellowAt();
        var asked = ask("DELEGATE", colleague).path(0);
        assertThat(row(colleague, "asked").path("askedOfMe").asBoolean()).isTrue();
        assertThat(row(officer, "asking").path("waitsFor").asText()).isEqualTo(colleague.name());
        assertThat(office.read(colleague, "/api/messages").toString()).contains("请您委派", "请核对出生医学证明");

        send(officer, "completion", GRANT)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("opinions-missing"))
                .andExpect(jsonPath("$.waitsFor").value(colleague.name()));
        say(other, asked.path("id").asLong(), true, "").andExpect(status().isForbidden());
        say(colleague, asked.path("id").asLong(), false, "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("opinion"));
        say(colleague, asked.path("id").asLong(), true, "证明真实").andExpect(status().isNoContent());
        say(colleague, asked.path("id").asLong(), true, "再说一遍").andExpect(status().isConflict());

        assertThat(row(colleague, "asked").isMissingNode()).isTrue();
        assertThat(page(officer).path("counsel").path(0).path("opinion").asText())
                .isEqualTo("证明真实");
        assertThat(page(officer).path("timeline").findValuesAsText("what")).contains("委派", "答复委派");
        assertThat(cases.get(file.caseNo()).yellowAt()).isEqualTo(before);
        send(officer, "completion", GRANT).andExpect(status().isNoContent());
        office.goOn(file);
        assertThat(state()).isEqualTo(CaseState.DELIVERED);
        assertThat(office.read(parent.person(), "/api/applications/" + file.applicationNo())
                        .toString())
                .as("the office's own affair")
                .doesNotContain("证明真实", "委派");
    }

    @Test
    void allOfAJointOpinionAreWaitedForUnlessOneIsTakenOff() throws Exception {
        assertThat(ask("JOINT", colleague).path("field").asText()).isEqualTo("of");
        var asked = ask("JOINT", colleague, other);
        assertThat(asked).hasSize(2);
        assertThat(ask("BEFORE", other).path("code").asText()).isEqualTo("asked-already");

        say(colleague, asked.path(0).path("id").asLong(), true, "").andExpect(status().isNoContent());
        send(officer, "completion", GRANT).andExpect(status().isConflict());
        send(officer, "asks/" + asked.path(1).path("id").asLong() + "/withdrawal", Map.of())
                .andExpect(status().isUnprocessableEntity());
        send(officer, "asks/" + asked.path(1).path("id").asLong() + "/withdrawal", Map.of("reason", "出差"))
                .andExpect(status().isNoContent());

        say(other, asked.path(1).path("id").asLong(), true, "").andExpect(status().isConflict());
        send(officer, "completion", GRANT).andExpect(status().isNoContent());
    }

    @Test
    void aCountersignedAnswerTakesEffectWhenAllAgree() throws Exception {
        var asked = ask("AFTER", colleague).path(0);

        send(officer, "completion", Map.of("outcome", "?")).andExpect(status().isUnprocessableEntity());
        send(officer, "completion", GRANT)
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.waitsFor").value(colleague.name()));
        thereIsNoDecision();
        assertThat(page(officer).path("kept").path("waits").asBoolean()).isTrue();
        assertThat(page(colleague).path("kept").isNull()).isTrue();
        say(colleague, asked.path("id").asLong(), true, "").andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(state()).isEqualTo(CaseState.DELIVERED);
        assertThat(cases.get(file.caseNo()).decidedBy()).isEqualTo(officer.name());
    }

    @Test
    void whoeverDisagreesGivesTheAnswerBackToItsOfficer() throws Exception {
        var asked = ask("AFTER", colleague).path(0);
        send(officer, "completion", GRANT).andExpect(status().isAccepted());

        say(colleague, asked.path("id").asLong(), false, "材料不齐").andExpect(status().isNoContent());

        thereIsNoDecision();
        var kept = page(officer).path("kept");
        assertThat(kept.path("waits").asBoolean()).isFalse();
        assertThat(kept.path("answers").path("outcome").asText()).isEqualTo("grant");
        assertThat(office.read(officer, "/api/messages").toString()).contains("不同意", "材料不齐");
        var again = ask("AFTER", other);
        say(other, again.path(1).path("id").asLong(), true, "").andExpect(status().isNoContent());
        thereIsNoDecision();
        send(officer, "completion", Map.of("outcome", "deny", "opinion", "材料不齐"))
                .andExpect(status().isNoContent());
        assertThat(cases.get(file.caseNo()).decision()).isEqualTo("deny");
    }

    @Test
    void anAnswerGoesWithWhoGaveItWhenTheTaskIsHandedOn() throws Exception {
        var asked = ask("AFTER", colleague).path(0);
        send(officer, "completion", GRANT).andExpect(status().isAccepted());
        send(officer, "transfer", Map.of("to", other.username(), "reason", "休假"))
                .andExpect(status().isNoContent());

        assertThat(page(other).path("kept").isNull()).isTrue();
        say(colleague, asked.path("id").asLong(), true, "").andExpect(status().isNoContent());
        thereIsNoDecision();
        send(other, "completion", GRANT).andExpect(status().isNoContent());
        assertThat(page(other).path("kept").isNull()).isTrue();
    }

    @Test
    void onlyWhoHoldsTheTaskAsksAndOnlyWhoMayDoItIsAsked() throws Exception {
        for (var unfit : List.of(
                office.officer(Role.APPROVER, "police"),
                office.officer(Role.CLERK, null),
                office.officer(Role.HEAD, "health"))) {
            assertThat(ask("DELEGATE", unfit).path("code").asText()).isEqualTo("colleague-unfit");
        }
        assertThat(ask("DELEGATE", officer).path("code").asText()).isEqualTo("asked-self");
        send(colleague, "asks", Map.of("kind", "DELEGATE", "of", List.of(other.username()), "question", "请看"))
                .andExpect(status().isConflict());
        send(officer, "asks", Map.of("kind", "?", "of", List.of(other.username()), "question", "请看"))
                .andExpect(jsonPath("$.field").value("kind"));
        send(officer, "asks", Map.of("kind", "BEFORE", "of", List.of(other.username()), "question", " "))
                .andExpect(jsonPath("$.field").value("question"));
        send(parent.person(), "asks", Map.of("kind", "BEFORE", "of", List.of(other.username()), "question", "请看"))
                .andExpect(status().isForbidden());
        assertThat(page(officer).path("counsel")).isEmpty();
    }
}
