package io.onevisit.privacy;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every field of an answer that can hold something personal says for what it is shown; in lists it is masked. */
@PlatformTest
class PersonalFieldsTest {

    private static final String PERSONAL =
            "(?i)(applicant|holder|contact|caller|person|rater|addressee|mother|father|child)\\w*|.*(idno|phone)";

    /** Fields with such a name that say nothing of a person. */
    private static final Map<String, String> NOT_PERSONAL = Map.ofEntries(
            Map.entry("Tracking.Stage.holder", "办理部门"),
            Map.entry("Tracking.LaneCase.holder", "办理部门"),
            Map.entry("HallView.One.phone", "大厅的咨询电话"),
            Map.entry("CardPages.Urging.addressee", "被督办的岗位，因公"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    ObjectMapper json;

    @Autowired
    Office office;

    @Autowired
    MockMvc web;

    @Test
    void everyPersonalFieldOfAnAnswerIsTagged() {
        var untagged = new TreeSet<String>();
        var tagged = new TreeSet<String>();
        for (var component : components(false)) {
            var personal = component.getAccessor().getAnnotation(Personal.class);
            if (personal != null) {
                assertThat(personal.purpose()).as(name(component)).isNotBlank();
                tagged.add(name(component));
            } else if (component.getType() == String.class
                    && component.getName().matches(PERSONAL)
                    && !NOT_PERSONAL.containsKey(name(component))) {
                untagged.add(name(component));
            }
        }
        assertThat(untagged).as("say @Personal, or why not in NOT_PERSONAL").isEmpty();
        assertThat(tagged).contains("TaskRow.applicantName", "Tracking.Row.applicantName");
    }

    @Test
    void inListsOfOfficesTheyAreMasked() {
        assertThat(components(true).stream()
                        .filter(component -> component.getAccessor().isAnnotationPresent(Personal.class))
                        .filter(component -> component
                                        .getAccessor()
                                        .getAnnotation(Personal.class)
                                        .shown()
                                == Personal.Shown.AT_WORK)
                        .map(PersonalFieldsTest::name))
                .containsOnly(
                        "Draft.Applicant.idNo",
                        "Draft.Applicant.name",
                        "Draft.Applicant.phone",
                        "NeededMaterial.Holder.idNo",
                        "NeededMaterial.Holder.name");
    }

    @Test
    void whatTheCodePutsIntoAMaskedFieldIsMaskedAsItIsWritten() throws Exception {
        var written =
                json.writeValueAsString(new Sample("张三丰", "430102199503129025", "13812345678", "回电13812345678", "张三丰"));

        assertThat(json.readTree(written))
                .isEqualTo(
                        json.readTree(
                                """
                        {"name":"张**","idNo":"4301**********9025","phone":"138****5678","said":"回电138****5678","own":"张三丰"}"""));
        assertThat(json.writeValueAsString(new Sample(null, null, null, null, null)))
                .contains("null");
        for (var mask : Mask.values()) {
            for (var value : List.of("张三丰", "430102199503129025", "13812345678")) {
                assertThat(mask.of(mask.of(value))).isEqualTo(mask.of(value));
            }
        }
    }

    record Sample(
            @Personal(value = Mask.NAME, purpose = "测试") String name,
            @Personal(value = Mask.ID_NO, purpose = "测试") String idNo,
            @Personal(value = Mask.PHONE, purpose = "测试") String phone,
            @Personal(value = Mask.TEXT, purpose = "测试") String said,
            @Personal(value = Mask.NAME, purpose = "测试", shown = Personal.Shown.TO_THE_PERSON) String own) {}

    @Test
    void listsAndTablesTellNobodysNumbers() throws Exception {
        var parent = office.parent();
        var file = office.underReview(parent);
        var supervisor = office.supervisor();
        var approver = office.officer(Role.APPROVER, "health");
        var secrets = List.of(
                parent.person().idNo(), parent.person().phone(), "13900000001", "6222020000000000001", "测小宝", "测试母");
        var lists = Map.of(
                "/api/tasks?size=100&q=" + file.caseNo(),
                approver,
                "/api/cockpit/cases?q=" + file.caseNo(),
                supervisor,
                "/api/cockpit/cases/" + file.caseNo(),
                supervisor,
                "/api/supervision/statistics.csv",
                supervisor,
                "/api/supervision/self-check.csv",
                supervisor,
                "/api/supervision/statistics/ACCEPTED/list.csv",
                supervisor);
        for (var list : lists.entrySet()) {
            var answer = web.perform(get(list.getKey()).with(as(list.getValue())))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as(list.getKey()).isEqualTo(200);
            var body = answer.getContentAsString(StandardCharsets.UTF_8);
            for (var secret : secrets) {
                assertThat(body).as(list.getKey()).doesNotContain(secret);
            }
        }
    }

    @Test
    void aProblemRepeatsNobodysNumber() throws Exception {
        var advice = Class.forName("io.onevisit.problems.ProblemAdvice").getDeclaredConstructor();
        advice.setAccessible(true);
        var told = advice.getDeclaringClass().getDeclaredMethod("told", Problem.class);
        told.setAccessible(true);

        var answer = told.invoke(
                advice.newInstance(), Problem.invalid("any", "号码 430102199503129025 和 13812345678 已被使用，请拨打 12345。"));

        assertThat(answer.toString())
                .contains("4301**********9025", "138****5678", "12345")
                .doesNotContain("430102199503129025", "13812345678");
    }

    /** The records that answers are made of, of lists only or of all. */
    private List<RecordComponent> components(boolean lists) {
        var components = new ArrayList<RecordComponent>();
        var seen = new HashSet<Map.Entry<Type, Boolean>>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("io.onevisit")) {
                walk(handler.getMethod().getGenericReturnType(), !lists, seen, components);
            }
        });
        return components;
    }

    private static void walk(
            Type type, boolean counts, Set<Map.Entry<Type, Boolean>> seen, List<RecordComponent> found) {
        if (type instanceof ParameterizedType generic) {
            var list = generic.getRawType() instanceof Class<?> raw && Iterable.class.isAssignableFrom(raw);
            for (var argument : generic.getActualTypeArguments()) {
                walk(argument, counts || list, seen, found);
            }
            walk(generic.getRawType(), counts, seen, found);
        } else if (type instanceof WildcardType wild) {
            walk(wild.getUpperBounds()[0], counts, seen, found);
        } else if (type instanceof Class<?> plain && plain.isRecord() && seen.add(Map.entry(plain, counts))) {
            for (var component : plain.getRecordComponents()) {
                if (counts) {
                    found.add(component);
                }
                walk(component.getGenericType(), counts, seen, found);
            }
        }
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getName().replaceAll(".*\\.", "").replace('$', '.') + "."
                + component.getName();
    }
}
