package io.onevisit.portal;

import io.onevisit.audit.Looks;
import io.onevisit.cases.Application;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.OwnApplications;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.licenses.Answer;
import io.onevisit.licenses.LicenseTypes;
import io.onevisit.licenses.Licenses;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 谁看过我的材料: every office that looked at the signed-in person's applications, cases, papers and licenses. */
@RestController
class LooksController {

    private static final int PAGE = 30;
    private static final int USES = 100;

    private final Accounts accounts;
    private final OwnApplications ownApplications;
    private final Drafts drafts;
    private final Cases cases;
    private final Catalogue catalogue;
    private final Looks looks;
    private final Licenses licenses;
    private final LicenseTypes types;

    LooksController(
            Accounts accounts,
            OwnApplications ownApplications,
            Drafts drafts,
            Cases cases,
            Catalogue catalogue,
            Looks looks,
            Licenses licenses,
            LicenseTypes types) {
        this.accounts = accounts;
        this.ownApplications = ownApplications;
        this.drafts = drafts;
        this.cases = cases;
        this.catalogue = catalogue;
        this.looks = looks;
        this.licenses = licenses;
        this.types = types;
    }

    /**
     * @param next what to ask with for older ones, {@code null} where there are none
     * @param licenseUses the newest uses of the person's licenses, from the journal of their use
     */
    record Page(List<Shown> looks, Long next, List<LicenseUse> licenseUses) {}

    /**
     * @param who department and post; never an officer's name
     * @param what was done
     * @param thing what was looked at
     * @param why for which work
     * @param times how often on that day
     */
    record Shown(
            Instant at,
            String who,
            String what,
            String thing,
            String why,
            String applicationNo,
            String applicationName,
            String caseNo,
            String caseName,
            int times) {}

    record LicenseUse(Instant at, String typeName, String purpose, boolean found) {}

    @Operation(summary = "谁看过我的材料：哪个部门的什么岗位，什么时候，为什么，看了哪个办件或材料")
    @GetMapping("/api/looks")
    Page mine(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        var person = accounts.current();
        Map<String, Application> own = ownApplications.theirs(person).stream()
                .collect(Collectors.toMap(Application::applicationNo, Function.identity()));
        var found = looks.at(own.keySet(), drafts.everOf(person.username()), person.username(), before, PAGE);
        var departments = catalogue.departmentNames();
        return new Page(
                found.stream()
                        .map(look -> shown(look, own.get(look.applicationNo()), departments))
                        .toList(),
                found.size() < PAGE ? null : found.get(found.size() - 1).id(),
                person.idNo() == null || before != Long.MAX_VALUE
                        ? List.of()
                        : licenses.usesOf(person.idNo(), USES).stream()
                                .map(use -> new LicenseUse(
                                        use.at(),
                                        types.type(use.type()).name(),
                                        use.purpose(),
                                        use.result() == Answer.Result.FOUND))
                                .toList());
    }

    private Shown shown(Looks.Look look, Application application, Map<String, String> departments) {
        var name = application == null ? look.detail() : application.bundleName();
        return new Shown(
                look.at(),
                who(look, departments),
                look.what(),
                look.detail().isEmpty() ? look.kind() : look.detail(),
                look.purpose(),
                look.applicationNo(),
                name,
                look.caseNo(),
                look.caseNo().isEmpty()
                        ? ""
                        : cases.find(look.caseNo()).map(CaseFile::itemName).orElse(""),
                look.times());
    }

    private static String who(Looks.Look look, Map<String, String> departments) {
        if (!look.system().isEmpty()) {
            return departments.getOrDefault(look.system(), look.system()) + "业务系统";
        }
        var posts = look.roles().stream().map(LooksController::post).collect(Collectors.joining("、"));
        return look.department().isEmpty()
                ? posts
                : departments.getOrDefault(look.department(), look.department()) + " " + posts;
    }

    private static String post(String role) {
        return switch (Role.valueOf(role)) {
            case CITIZEN -> "您的代办人";
            case CLERK -> "综合窗口人员";
            case APPROVER -> "审批人员";
            case HEAD -> "部门负责人";
            case AGENT -> "热线话务员";
            case LINE_OFFICE -> "热线办";
            case SUPERVISOR -> "效能监察人员";
            case ANALYST -> "业务分析人员";
            case OPERATOR -> "运维人员";
            case AUDITOR -> "审计管理员";
            default -> "工作人员";
        };
    }
}
