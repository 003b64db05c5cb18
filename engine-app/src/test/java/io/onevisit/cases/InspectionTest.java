package io.onevisit.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Applying;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.notices.Notices;
import io.onevisit.processes.Groups;
import io.onevisit.processes.SpecialProcedure;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 现场核查, asked for by an officer or demanded by a model: arranged, told, recorded, and outside the case's limits. */
@PlatformTest
class InspectionTest {

    private static final String ITEM = "HN-SC-0601";
    private static final String DEPARTMENT = "market-regulation";
    private static final String KIND = "现场核查";

    @Autowired
    Office office;

    @Autowired
    Cases cases;

    @Autowired
    Processes processes;

    @Autowired
    Notices notices;

    private Applying citizen;
    private Account officer;
    private CaseFile file;

    @BeforeEach
    void aCaseUnderReview() throws Exception {
        citizen = office.parent();
        officer = office.officer(Role.APPROVER, DEPARTMENT);
        var draft = citizen.node(citizen.ask(post("/api/drafts"), Map.of("item", ITEM, "region", "430102")))
                .path("id")
                .asText();
        var answers = citizen.complete(draft, Map.of());
        citizen.ask(put("/api/drafts/" + draft), Map.of("answers", answers, "items", List.of(), "revision", 1));
        for (var material : citizen.read("/api/drafts/" + draft + "/form").path("materials")) {
            citizen.upload(draft, material.path("key").asText());
        }
        var receipt = citizen.node(citizen.submit(draft, UUID.randomUUID().toString()));
        file = cases.get(receipt.at("/cases/0/caseNo").asText());
        office.goOn(file);
    }

    @Test
    void anOfficerArrangesItTheApplicantIsToldAndMendsWhatWasFound() throws Exception {
        answered(Map.of("outcome", "special-procedure", "kind", KIND, "days", 5, "opinion", "需要到场查看"));
        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.SUSPENDED);

        answered(Map.of("heldOn", "2026-12-03", "place", "示例路 12 号", "opinion", "两名核查人员"));
        assertThat(told("procedure-arranged")).anyMatch(text -> text.contains("日期：2026-12-03，地点：示例路 12 号。两名核查人员"));

        answered(Map.of("outcome", "rectifying", "opinion", "专间缺二次更衣设施"));
        assertThat(told("inspection-rectify")).anyMatch(text -> text.contains("专间缺二次更衣设施"));

        answered(Map.of("heldOn", "2026-12-10", "place", "示例路 12 号", "opinion", "复查"));
        answered(Map.of("outcome", "qualified", "opinion", "整改到位"));
        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.UNDER_REVIEW);
    }

    @Test
    void aModelDemandsItWithTheDaysOfTheItem() {
        demanded(KIND);

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.SUSPENDED);
        assertThat(cases.specialProcedure(file.caseNo()))
                .returns(10, Cases.SpecialProcedure::days)
                .returns(KIND + "：受理后依规定进行", Cases.SpecialProcedure::reason);
    }

    private void demanded(String kind) {
        processes.start(
                SpecialProcedure.PROCESS,
                file.caseNo(),
                "",
                Map.of(
                        SpecialProcedure.Variables.APPROVER_GROUP,
                        Groups.ofDepartment(DEPARTMENT),
                        SpecialProcedure.Variables.PROCEDURE,
                        kind));
    }

    private void answered(Map<String, Object> answers) throws Exception {
        office.answer(officer, office.task(officer, file.caseNo()), answers).andExpect(status().isNoContent());
        office.goOn(file);
    }

    /** What the applicant reads once a worker has sent the notice. */
    private List<String> told(String notice) throws Exception {
        notices.send("test:" + UUID.randomUUID(), file.applicationNo(), file.caseNo(), notice);
        return citizen.read("/api/messages").findValuesAsText("text");
    }
}
