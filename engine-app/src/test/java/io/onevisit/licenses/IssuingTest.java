package io.onevisit.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.PlatformTest;
import io.onevisit.licenses.License.Holder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A granted case leads to one license, filled from the application and from what the department told. */
@PlatformTest
class IssuingTest {

    private static final String FATHER = "430103199306059036";

    @Autowired
    Issuing issuing;

    @Autowired
    Licenses licenses;

    private final String caseNo = UUID.randomUUID().toString().substring(0, 20);
    private final String mother = UUID.randomUUID().toString().substring(0, 18);

    @Test
    void theFaceTakesTheAnswersAndTheDepartmentsWordCountsMore() {
        issuing.tell(caseNo, Map.of("certificateNo", "V430000001", "childName", "周一一"));

        var license = issued();

        assertThat(license.face())
                .containsEntry("certificateNo", "V430000001")
                .containsEntry("childName", "周一一")
                .containsEntry("childSex", "女")
                .containsEntry("motherName", "陈静");
        assertThat(license.identifier()).startsWith("1.2.156.3005.2.");
        assertThat(license.good(Licenses.today())).isTrue();
    }

    @Test
    void bothParentsHoldTheirChildsCertificate() {
        var license = issued();

        assertThat(license.holders()).extracting(Holder::idNo).containsExactlyInAnyOrder(mother, FATHER);
        assertThat(licenses.good(mother, "birth-certificate")).contains(license);
        assertThat(licenses.good(FATHER, "birth-certificate")).isPresent();
    }

    @Test
    void aCaseMakesOneLicenseHoweverOftenAndHoweverManyAsk() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        var identifiers = new ArrayList<String>();

        for (var future :
                pool.invokeAll(List.<Callable<License>>of(this::issued, this::issued, this::issued, this::issued))) {
            identifiers.add(future.get().identifier());
        }
        pool.shutdown();

        assertThat(identifiers).hasSize(4).containsOnly(identifiers.get(0));
        assertThat(licenses.of(mother)).hasSize(1);
    }

    @Test
    void whatAChangeDoesNotSayStandsAsOnTheLicenseItNames() {
        var company = new Holder("长沙示例贸易有限公司", mother);
        var code = Map.of("organisationName", company.name(), "organisationCode", company.idNo());
        issuing.issue(
                caseNo,
                "business-license",
                company,
                with(code, Map.of("registeredCapital", "100", "businessScope", "日用百货")));

        var amended =
                issuing.issue(caseNo + "1", "business-license", company, with(code, Map.of("businessScope", "食品")));
        var renamed = issuing.issue(
                caseNo + "2", "business-license", company, with(code, Map.of("proposedName", "长沙示例食品有限公司")));

        assertThat(amended.face())
                .containsEntry("name", company.name())
                .containsEntry("creditCode", company.idNo())
                .containsEntry("capital", "100")
                .containsEntry("scope", "食品");
        assertThat(renamed.face())
                .containsEntry("name", "长沙示例食品有限公司")
                .containsEntry("scope", "食品")
                .containsEntry("capital", "100");
    }

    @Test
    void aNewLicenseTakesNothingFromAnotherOfItsHolder() {
        var holder = new Holder("陈静", mother);
        issuing.issue(caseNo, "business-license", holder, Map.of("organisationCode", mother, "registeredCapital", "1"));

        assertThat(issuing.issue(caseNo + "1", "business-license", holder, Map.of("proposedName", "乙"))
                        .face())
                .containsOnly(Map.entry("name", "乙"));
        assertThat(issuing.issue(caseNo + "2", "business-license", holder, Map.of("organisationCode", "another"))
                        .face())
                .containsOnly(Map.entry("creditCode", "another"));
    }

    private static Map<String, String> with(Map<String, String> these, Map<String, String> those) {
        var all = new HashMap<>(these);
        all.putAll(those);
        return all;
    }

    private License issued() {
        var answers = new HashMap<String, Object>();
        answers.put("childName", "周小一");
        answers.put("childSex", "female");
        answers.put("childBirthDate", "2026-10-01");
        answers.put("motherName", "陈静");
        answers.put("motherIdNo", mother);
        answers.put("fatherName", "周强");
        answers.put("fatherIdNo", FATHER);
        return issuing.issue(caseNo, "birth-certificate", new Holder("陈静", mother), answers);
    }
}
