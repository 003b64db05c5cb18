package io.onevisit.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.MutableClock;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.processes.DeferredMaterial;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Promises from the draft to their end, as a browser makes them: 容缺受理 and 告知承诺 over the API. */
@PlatformTest
class PromisesOfADraftTest {

    private static final String FOOD = "HN-SC-0601";
    private static final String FIRE = "HN-XF-0701";
    private static final String PREMISES = "premises-proof";

    @Autowired
    Office office;

    @Autowired
    Cases cases;

    @Autowired
    DeferredMaterials deferred;

    @Autowired
    MutableClock time;

    @Autowired
    Jobs jobs;

    private Applying citizen;

    @BeforeEach
    void aCitizen() {
        citizen = office.parent();
    }

    @AfterEach
    void realTime() {
        time.reset();
    }

    @Test
    void whatIsOfferedLaterIsSuppliedInTimeAndThenGranted() throws Exception {
        var draft = begin(FOOD);
        var offers = promises(draft);
        assertThat(offers.path("deferred").findValuesAsText("key")).containsExactly(PREMISES);
        assertThat(offers.at("/deferred/0/text").asText()).contains("经营场所使用证明", "工作日");
        assertThat(offers.path("commitments")).isEmpty();
        submit(draft, List.of(), List.of())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value(PREMISES));
        submit(draft, List.of("application-form"), List.of()).andExpect(status().isUnprocessableEntity());

        var file = opened(submit(draft, List.of(PREMISES), List.of()));

        assertThat(file.state()).isEqualTo(CaseState.UNDER_REVIEW);
        assertThat(deferred.open(file.caseNo()).get(0).dueAt()).isAfter(time.instant());
        var officer = office.officer(Role.APPROVER, "market-regulation");
        grant(officer, file)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("deferred-open"));
        citizen.handIn(file.applicationNo(), PREMISES);
        assertThat(deferred.open(file.caseNo())).isEmpty();
        grant(officer, file).andExpect(status().isNoContent());
    }

    @Test
    void whatStaysAwayEndsTheCaseAndCannotBeSuppliedAfterwards() throws Exception {
        var file = opened(submit(begin(FOOD), List.of(PREMISES), List.of()));
        time.setTo(deferred.open(file.caseNo()).get(0).dueAt().plus(Duration.ofSeconds(1)));

        jobs.run(file.caseNo(), DeferredMaterial.Elements.DEFERRED_MATERIAL_DUE);
        office.goOn(file);

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.RETURNED);
        assertThat(cases.get(file.caseNo()).result().name()).isEqualTo("SUPPLEMENT_OVERDUE");
        assertThat(citizen.handIn(file.applicationNo(), PREMISES).hasNonNull("code"))
                .isTrue();
        assertThat(citizen.read("/api/applications/" + file.applicationNo())
                        .path("state")
                        .asText())
                .isNotEqualTo("RUNNING");
    }

    @Test
    void aCommitmentIsDecidedOnTheSpotAndAFalseOneExcludes() throws Exception {
        var draft = begin(FIRE);
        var offer = promises(draft).at("/commitments/0");
        assertThat(offer.path("text").asText()).contains("承诺", "撤销");
        var variable = offer.path("key").asText();

        var file = opened(submit(draft, List.of(), List.of(variable)));
        assertThat(file.state()).isEqualTo(CaseState.DELIVERED);
        assertThat(file.decision()).isEqualTo("grant");
        var officer = office.officer(Role.APPROVER, "fire-rescue");
        office.answer(
                        officer,
                        office.task(officer, file.caseNo()),
                        Map.of("outcome", "revoke", "falsePromise", true, "opinion", "条件自始不具备"))
                .andExpect(status().isNoContent());
        office.goOn(file);

        var again = begin(FIRE);
        assertThat(promises(again).path("commitments")).isEmpty();
        submit(again, List.of(), List.of(variable))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("commitment-excluded"));
        assertThat(citizen.read("/api/applications")).hasSize(1);
    }

    /** A draft with every required paper but the one that may come later. */
    private String begin(String item) throws Exception {
        var id = citizen.node(citizen.ask(post("/api/drafts"), Map.of("item", item, "region", "430102")))
                .path("id")
                .asText();
        var answers = new HashMap<>(Applying.answers());
        answers.putAll(Map.of("matter", "新开一家店", "organisationName", "长沙示例商贸有限公司"));
        answers.put("organisationCode", "11430000MB9500087T");
        citizen.ask(
                        put("/api/drafts/" + id),
                        Map.of("answers", citizen.complete(id, answers), "items", List.of(), "revision", 1))
                .andExpect(status().isOk());
        for (var paper : citizen.read("/api/drafts/" + id + "/form").path("materials")) {
            if (paper.path("required").asBoolean()
                    && !paper.path("key").asText().equals(PREMISES)) {
                citizen.upload(id, paper.path("key").asText());
            }
        }
        return id;
    }

    private JsonNode promises(String draft) throws Exception {
        return citizen.node(
                citizen.ask(get("/api/drafts/" + draft + "/promises"), Map.of()).andExpect(status().isOk()));
    }

    private ResultActions submit(String draft, List<String> later, List<String> commitments) throws Exception {
        return citizen.ask(
                post("/api/drafts/" + draft + "/submission")
                        .header("Idempotency-Key", UUID.randomUUID().toString()),
                Map.of("consents", List.of(), "confirmed", true, "deferred", later, "commitments", commitments));
    }

    private CaseFile opened(ResultActions submitted) throws Exception {
        var receipt = citizen.node(submitted.andExpect(status().isCreated()));
        var file = cases.get(receipt.at("/cases/0/caseNo").asText());
        office.goOn(file);
        return cases.get(file.caseNo());
    }

    private ResultActions grant(Account officer, CaseFile file) throws Exception {
        return office.answer(officer, office.task(officer, file.caseNo()), Map.of("outcome", "grant"));
    }
}
