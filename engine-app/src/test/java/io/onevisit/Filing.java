package io.onevisit;

import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.Handling;
import io.onevisit.catalogue.HandlingMode;
import io.onevisit.catalogue.ItemRules;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.catalogue.ServiceItem;
import io.onevisit.deadlines.Clocks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files applications for one made-up item, as the portal does, and takes their case as far as a test needs it. */
public record Filing(Applications applications, Cases cases, Clocks clocks, Clock time) {

    public static final String OWNER = "filing.owner";
    public static final String ID_NO = "430102199003070012";

    /** A submitted case of a department. */
    public CaseFile submitted(String department, Map<String, Object> answers) {
        return submitted("test-bundle", "testItem", department, answers);
    }

    public CaseFile submitted(String bundle, String variable, String department, Map<String, Object> answers) {
        return submitted(bundle, variable, item(department), answers);
    }

    public CaseFile submitted(String bundle, String variable, ServiceItem item, Map<String, Object> answers) {
        var opened = applications.open(new Applications.Request(
                bundle, "测试一件事", 1, "430100", OWNER, "测试人", ID_NO, answers, Map.of(), Map.of(variable, item)));
        return opened.cases().get(variable);
    }

    private static ServiceItem item(String department) {
        return new ServiceItem(
                "test-item",
                "430000",
                1,
                "测试事项",
                department,
                department,
                "公共服务",
                7,
                10,
                LimitUnit.WORKING_DAY,
                CountingRule.NEXT_WORKDAY,
                Handling.listed(HandlingMode.PUSH),
                Optional.of("birth-certificate"),
                List.of(),
                ItemRules.PLAIN);
    }

    /** A case under review whose clock runs. */
    public CaseFile underReview(String department, Map<String, Object> answers) {
        return underReview(submitted(department, answers));
    }

    /** The same of a case just submitted. */
    public CaseFile underReview(CaseFile file) {
        for (var state : List.of(CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.UNDER_REVIEW)) {
            cases.move(file.caseNo(), state, "平台", "", "");
        }
        clocks.start(
                file.caseNo(),
                new Clocks.Terms(7, 10, LimitUnit.WORKING_DAY, CountingRule.NEXT_WORKDAY, "430100", file.department()),
                time.instant());
        return cases.get(file.caseNo());
    }
}
