package io.onevisit.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.MutableClock;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Ending;
import io.onevisit.cases.Endings;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.ItemRules;
import io.onevisit.catalogue.ServiceItem;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.notices.Notices;
import io.onevisit.papers.Papers;
import io.onevisit.problems.Problem;
import io.onevisit.processes.DeferredMaterial;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 容缺受理 and 告知承诺: accepted or decided on a promise, and what follows when it is kept, broken or false. */
@PlatformTest
class PromisesTest {

    @Autowired
    Office office;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    Catalogue catalogue;

    @Autowired
    DeferredMaterials deferred;

    @Autowired
    Commitments commitments;

    @Autowired
    Papers papers;

    @Autowired
    JdbcClient sql;

    @Autowired
    Jobs jobs;

    @Autowired
    Notices notices;

    @Autowired
    Endings endings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MutableClock time;

    private Applying parent;
    private Account officer;

    @BeforeEach
    void people() {
        parent = office.parent();
        officer = office.officer(Role.APPROVER, "health");
    }

    @Test
    void aPromisedMaterialIsWaitedForBeforeTheGrantOnly() throws Exception {
        var file = deferring();
        assertThat(clocks.running(file.caseNo(), ClockKind.DEFERRED_MATERIAL)).isPresent();
        assertThat(deferred.open(file.caseNo()).get(0).dueAt()).isNotNull();

        office.answer(officer, office.task(officer, file.caseNo()), Map.of("outcome", "grant"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("deferred-open"));
        parent.handIn(file.applicationNo(), "mother-id");

        assertThat(deferred.open(file.caseNo())).isEmpty();
        assertThat(clocks.running(file.caseNo(), ClockKind.DEFERRED_MATERIAL)).isEmpty();
        office.answer(officer, office.task(officer, file.caseNo()), Map.of("outcome", "grant"))
                .andExpect(status().isNoContent());
    }

    @Test
    void aPromisedMaterialThatNeverComesEndsTheCase() throws Exception {
        var file = deferring();

        jobs.run(file.caseNo(), DeferredMaterial.Elements.DEFERRED_MATERIAL_DUE);
        office.goOn(file);

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.RETURNED);
        assertThat(cases.get(file.caseNo()).result().name()).isEqualTo("SUPPLEMENT_OVERDUE");
    }

    @Test
    void whatCameAfterTheCaseWasFoundLateDoesNotEndIt() throws Exception {
        var file = deferring();
        deferred.supplied(file.applicationNo(), "mother-id", "申请人");

        transaction.executeWithoutResult(status -> deferred.lapse(file.caseNo()));
        office.goOn(file);

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.UNDER_REVIEW);
    }

    @Test
    void nobodyWaitsForTheMaterialsOfACaseThatEnded() throws Exception {
        var file = deferring();

        endings.end(file.caseNo(), Ending.RETURNED, "测试", "不属于本机关职权");
        office.goOn(file);

        assertThat(jobs.waiting(file.caseNo())).isEmpty();
        assertThat(clocks.running(file.caseNo(), ClockKind.DEFERRED_MATERIAL)).isEmpty();
    }

    @Test
    void whoPromisedIsToldWhatAndUntilWhen() throws Exception {
        var file = deferring();

        notices.send("test:" + UUID.randomUUID(), file.applicationNo(), file.caseNo(), "deferred-material");

        assertThat(parent.read("/api/messages").findValuesAsText("text"))
                .anyMatch(text -> text.contains("母亲居民身份证，最迟 "));
    }

    @Test
    void theDayAMaterialIsDueFollowsItsClock() throws Exception {
        var file = deferring();
        var key = Clocks.Key.of(file.caseNo(), ClockKind.DEFERRED_MATERIAL);
        var before = deferred.open(file.caseNo()).get(0).dueAt();

        clocks.extend(key, 3, "测试", "", time.instant());

        assertThat(deferred.open(file.caseNo()).get(0).dueAt())
                .isAfter(before)
                .isEqualTo(clocks.face(key, time.instant()).promisedDueAt());
    }

    @Test
    void aPromiseOfTheConditionsIsDecidedOnTheSpotAndCheckedAfterwards() throws Exception {
        var file = committed();
        assertThat(file.state()).isEqualTo(CaseState.DELIVERED);
        assertThat(file.decisionReason()).contains("承诺");

        office.answer(officer, office.task(officer, file.caseNo()), Map.of("outcome", "fulfilled"))
                .andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(commitments.find(file.caseNo()).orElseThrow().state()).isEqualTo("FULFILLED");
        assertThat(clocks.running(file.caseNo(), ClockKind.COMMITMENT)).isEmpty();
        assertThat(commitments.excluded(file.applicantId())).isFalse();
    }

    @Test
    void aFalsePromiseIsRevokedAndExcludesFromFurtherOnes() throws Exception {
        var file = committed();
        office.answer(
                        officer,
                        office.task(officer, file.caseNo()),
                        Map.of("outcome", "rectify", "days", 5, "opinion", "请补办手续"))
                .andExpect(status().isNoContent());
        office.goOn(file);
        jobs.run(file.caseNo(), "commitmentDue");
        office.answer(
                        officer,
                        office.task(officer, file.caseNo()),
                        Map.of("outcome", "revoke", "falsePromise", true, "opinion", "条件自始不具备"))
                .andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(commitments.find(file.caseNo()).orElseThrow().state()).isEqualTo("REVOKED");
        assertThat(papers.of(file.applicationNo()))
                .anySatisfy(paper -> {
                    assertThat(paper.title()).isEqualTo("限期整改通知书");
                    assertThat(paper.paragraphs().toString()).contains("5 个工作日", "整改要求：请补办手续");
                })
                .anySatisfy(paper -> {
                    assertThat(paper.title()).isEqualTo("撤销决定书");
                    assertThat(paper.paragraphs().toString()).contains("虚假承诺", "条件自始不具备", "行政复议", "第六十九条");
                });
        assertThat(commitments.excluded(file.applicantId())).isTrue();
        restored(office.supervisor(), file);
        assertThat(commitments.excluded(file.applicantId())).isFalse();
        assertThat(cases.journal(file.caseNo()))
                .anyMatch(entry ->
                        entry.what().startsWith("信用修复") && entry.detail().equals("失信行为已纠正，修复决定〔2026〕1 号"));
    }

    /** Only a supervisor, only with the ground, and only once. */
    private void restored(Account supervisor, CaseFile file) throws Exception {
        var path = "/api/cockpit/commitments/" + file.caseNo() + "/restoration";
        var ground = Map.of("reason", "失信行为已纠正，修复决定〔2026〕1 号");
        var page = "/api/cockpit/cases/" + file.caseNo();
        assertThat(office.read(supervisor, page).path("creditLost").asBoolean()).isTrue();
        office.send(officer, path, ground).andExpect(status().isForbidden());
        office.send(supervisor, path, Map.of())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("reason"));
        office.send(supervisor, path, ground).andExpect(status().isNoContent());
        office.send(supervisor, path, ground)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("nothing-to-restore"));
        assertThat(office.read(supervisor, page).path("creditLost").asBoolean()).isFalse();
    }

    @Test
    void whoGaveAFalsePromiseGivesNone() throws Exception {
        var file = committed();
        sql.sql("update commitment set state = 'REVOKED', false_promise = true where case_no = ?")
                .param(file.caseNo())
                .update();

        assertThatThrownBy(() -> commitments.refuse(promising(file), file.applicantId()))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo("commitment-excluded"));
    }

    @Test
    void whatIsNotOnTheListIsNotDecidedOnAPromise() throws Exception {
        var file = office.submitted(parent);
        var plain = catalogue.edition(file.itemCode(), file.region(), file.itemEdition());

        assertThatThrownBy(() -> commitments.promise(file, plain, "测试"))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo("commitment-none"));
    }

    private CaseFile deferring() throws Exception {
        var file = office.submitted(parent);
        deferred.promise(file.applicationNo(), "mother-id", parent.person().name());
        office.goOn(file);
        return cases.get(file.caseNo());
    }

    private CaseFile committed() throws Exception {
        var file = office.submitted(parent);
        commitments.promise(file, promising(file), parent.person().name());
        office.goOn(file);
        return cases.get(file.caseNo());
    }

    private ServiceItem promising(CaseFile file) {
        var item = catalogue.edition(file.itemCode(), file.region(), file.itemEdition());
        var rules = new ItemRules("2", List.of("1"), null, "", false, true, 20, List.of(), 3, 0, false, "0", false);
        return new ServiceItem(
                item.code(),
                item.region(),
                item.edition(),
                item.name(),
                item.department(),
                item.departmentName(),
                item.itemType(),
                item.promised(),
                item.statutory(),
                item.unit(),
                item.countingRule(),
                item.handling(),
                item.resultLicense(),
                item.specialProcedures(),
                rules);
    }
}
