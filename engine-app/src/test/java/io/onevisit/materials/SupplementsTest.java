package io.onevisit.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.materials.Supplement.Item;
import io.onevisit.problems.Problem;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is wanted is told at once: one notice with everything people and the platform know to be wanting. */
@PlatformTest
class SupplementsTest {

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock time;

    @Autowired
    Materials materials;

    @Autowired
    Documents documents;

    @Autowired
    Evidence evidence;

    @Autowired
    Supplements supplements;

    @Autowired
    RequestSupplement request;

    @Autowired
    ReceiveSupplement receive;

    @Autowired
    LapseSupplement lapse;

    private CaseFile file;
    private final Map<String, Object> variables = new HashMap<>();

    @BeforeEach
    void anApplicationThatNeedsThreePapers() {
        file = new Filing(applications, cases, clocks, time).submitted("supplement-health", Map.of());
        materials.open(
                file.applicationNo(),
                List.of(
                        needed("birth-certificate", "出生医学证明", true),
                        needed("bank-account-proof", "银行账户证明", true),
                        needed("household-register", "居民户口簿", true),
                        needed("photo", "照片", false)));
    }

    @Test
    void oneNoticeTellsWhatIsMissingUnreadableDifferentAndWanted() {
        var certificate = uploaded("birth-certificate");
        var register = uploaded("household-register");
        evidence.read(certificate, reading(null));
        evidence.read(register, reading("UNREADABLE"));
        evidence.compare(
                file.applicationNo(),
                new Comparison(
                        "birth-certificate",
                        certificate,
                        List.of(result("母亲姓名", "MISMATCH"), result("父亲姓名", "MATCH"))));
        supplements.propose(file.applicationNo(), "请一并提供", List.of(new Item("", "情况说明", "需说明户口登记意愿")), "测试承办人");

        run(request, file.applicationNo());

        var notice = supplements.open(file.applicationNo()).orElseThrow();
        assertThat(notice.note()).isEqualTo("请一并提供");
        assertThat(notice.items())
                .extracting(Item::name)
                .containsExactlyInAnyOrder("情况说明", "银行账户证明", "居民户口簿", "出生医学证明");
        assertThat(notice.items())
                .filteredOn(item -> item.materialKey().equals("birth-certificate"))
                .singleElement()
                .satisfies(item -> assertThat(item.reason()).contains("母亲姓名").doesNotContain("父亲姓名"));
        assertThat(notice.dueAt()).isAfter(time.instant());
        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.SUPPLEMENT_REQUESTED);
    }

    @Test
    void whatAPersonSaysOfAMaterialCountsMoreThanWhatThePlatformSays() {
        supplements.propose(
                file.applicationNo(), "", List.of(new Item("bank-account-proof", "银行账户证明", "须为母亲本人账户")), "测试承办人");

        run(request, file.applicationNo());

        assertThat(supplements.open(file.applicationNo()).orElseThrow().items())
                .extracting(Item::materialKey, Item::reason)
                .contains(tuple("bank-account-proof", "须为母亲本人账户"));
    }

    @Test
    void whatTheDepartmentsDataDidNotTellIsAskedForAfterAll() {
        materials.spare(file.applicationNo(), "household-register");
        assertThat(material("household-register").missing()).isFalse();
        supplements.propose(
                file.applicationNo(), "", List.of(new Item("household-register", "居民户口簿", "户籍数据核对不到")), "测试承办人");

        run(request, file.applicationNo());

        assertThat(material("household-register").missing()).isTrue();
        uploaded("household-register");
        assertThat(material("household-register").missing()).isFalse();
    }

    @Test
    void whileANoticeIsOpenAnotherCannotBeProposed() {
        run(request, file.applicationNo());

        assertThatThrownBy(() -> supplements.propose(file.applicationNo(), "还有一项", List.of(), "测试承办人"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("已有一份补正告知");
    }

    @Test
    void anAnswerClosesTheNoticeAndTheNextOneIsTheSecondRound() {
        run(request, file.applicationNo());
        run(receive, file.applicationNo());

        assertThat(variables).containsEntry("supplemented", true);
        assertThat(supplements.open(file.applicationNo())).isEmpty();
        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.SUBMITTED);

        run(request, file.applicationNo());

        assertThat(supplements.open(file.applicationNo()).orElseThrow().round()).isEqualTo(2);
    }

    @Test
    void anUnansweredNoticeLapses() {
        run(request, file.applicationNo());
        run(lapse, file.applicationNo());

        assertThat(variables).containsEntry("supplemented", false);
        assertThat(supplements.openOf(file.applicationNo())).isEmpty();
    }

    @Test
    void aDocumentHandedInAgainIsJudgedAnew() {
        var unreadable = uploaded("household-register");
        evidence.read(unreadable, reading("UNREADABLE"));
        assertThat(material("household-register").missing()).isTrue();

        uploaded("household-register");

        assertThat(material("household-register").missing()).isFalse();
        assertThat(material("household-register").problem()).isNull();
    }

    @Test
    void aComparisonOfAReplacedDocumentIsNoLongerShown() {
        var first = uploaded("birth-certificate");
        evidence.compare(
                file.applicationNo(), new Comparison("birth-certificate", first, List.of(result("母亲姓名", "MISMATCH"))));
        assertThat(evidence.comparisons(file.applicationNo())).hasSize(1);

        uploaded("birth-certificate");

        assertThat(evidence.comparisons(file.applicationNo())).isEmpty();
    }

    private NeededMaterial needed(String key, String name, boolean required) {
        return new NeededMaterial(
                key,
                name,
                required,
                key,
                List.of(),
                List.of("image/png"),
                new NeededMaterial.Holder("applicant", "测试人", Filing.ID_NO),
                List.of("testItem"),
                List.of(file.caseNo()));
    }

    private UUID uploaded(String key) {
        var image = new ByteArrayInputStream(SampleFiles.image("png", 30, 30));
        var document = documents.store(Filing.OWNER, key + ".png", image);
        materials.attach(file.applicationNo(), key, document.id());
        return document.id();
    }

    private Material material(String key) {
        return materials.find(file.applicationNo(), key).orElseThrow();
    }

    private static Reading reading(String problem) {
        return new Reading("test", "1", List.of(), List.of(), "", problem);
    }

    private static Comparison.Result result(String label, String verdict) {
        return new Comparison.Result("field", label, "甲", "乙", "居民身份证", 0.9, verdict, "");
    }

    private void run(PlatformStep step, String businessKey) {
        step.run(new Step(businessKey, variables));
    }

    private record Step(String businessKey, Map<String, Object> variables) implements StepContext {
        @Override
        public String processInstanceId() {
            return "test";
        }

        @Override
        public String processKey() {
            return "supplement";
        }

        @Override
        public String activityId() {
            return "step";
        }

        @Override
        public String tenant() {
            return "";
        }

        @Override
        public Object variable(String name) {
            return variables.get(name);
        }

        @Override
        public void set(String name, Object value) {
            variables.put(name, value);
        }
    }
}
