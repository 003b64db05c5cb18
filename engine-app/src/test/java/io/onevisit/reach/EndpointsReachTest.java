package io.onevisit.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.onevisit.Endpoints;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Walks every endpoint of the running application. What reads does so under the caller's reach by itself; what changes
 * something names it by kind and number ({@link Noted}, {@link Reaches}), or stands here with the reason why not. Nothing
 * works as the platform unless it says why, and only those listed are open without signing in.
 */
@PlatformTest
class EndpointsReachTest {

    private static final String NEW = "办理前还没有对象，新办的归办理人自己";
    private static final String OWN = "只涉及登录人自己，按登录人查找";
    private static final String NOBODYS = "不属于任何个人：模型、事项、日历、单位设置，由角色和地区决定";
    private static final String SYSTEM = "系统之间，没有登录人：由令牌、口令或签名决定";
    private static final String COUNTS = "只检查、预览或核对，不改变任何人的内容";

    /** Changing endpoints without a thing to look up, and why. */
    private static final String[][] WITHOUT_A_THING = {
        {"* /error", "出错的答复"},
        {"POST /api/session/**", "登录"},
        {"DELETE /api/session", OWN},
        {"PUT /api/session/post", "只在登录人自己的岗位之间切换"},
        {"* /api/account/**", OWN},
        {"* /api/accounts/**", "三员管理工作人员账号"},
        {"* /api/clients/**", "系统管理员管理应用"},
        {"POST /api/real-names", "窗口凭到场人的姓名、号码和手机查找，三者不一致即不存在"},
        {"POST /api/drafts", NEW},
        {"POST /api/offline-intakes", NEW},
        {"POST /api/offline-intakes/key", OWN},
        {"POST /api/drafts/*/submission", "提交成功后草稿已不在，重复提交按提交人和防重复编号返回原回执"},
        {"POST /api/orders", NEW},
        {"* /api/halls/**", "票号不属于任何个人；签到时预约码就是凭据"},
        {"* /api/queue/**", "票号不属于任何个人，由窗口和大厅的辖区决定"},
        {"* /api/hall-book/**", NOBODYS},
        {"POST /api/appointments", NEW},
        {"POST /api/home-visits", NEW},
        {"POST /api/home-visit-desk", NEW},
        {"POST /api/public-notices/*/objections", "公示是公开的，任何实名的人都可以提出异议"},
        {"POST /api/ratings", "按登录人自己的办件查找"},
        {"POST /api/visits/*/rating", "评价码就是凭据"},
        {"POST /api/messages/*/read", OWN},
        {"POST /api/hotline/intake", NEW},
        {"POST /api/hotline/intake/cases", "查询本身逐次留痕，只答复进度"},
        {"POST /api/bundles/*/guide", COUNTS},
        {"POST /api/deadlines/preview", COUNTS},
        {"* /api/tasks/views/**", "视图只由其本人修改和删除"},
        {"POST /api/tasks/bulk", "每一项任务按本人的岗位和地区查找，逐项回避"},
        {"* /api/studio/**", NOBODYS},
        {"PUT /api/distribution/hours/**", NOBODYS},
        {"PUT /api/supervision/recipients", NOBODYS},
        {"POST /api/supervision/statistics/proof", COUNTS},
        {"POST /api/supervision/rechecks", COUNTS},
        {"POST /api/cockpit/operations", "每一项按登录人的地区查找，逐项回避"},
        {"POST /api/cockpit/operations/choices/pairs/check", COUNTS},
        {"POST /api/search/index/rebuilds", NOBODYS},
        {"POST /api/legal-persons", "登记机关按统一社会信用代码核验法定代表人"},
        {"POST /api/mandates/**", "委托按登录人的账号、号码和手机查找"},
        {"POST /api/window-mandates", NEW},
        {"POST /api/window-agreements/**", "窗口凭申报编号和到场人的号码查找，两者不符即不存在"},
        {"POST /api/mandate-papers", NEW},
        {"POST /api/helped-drafts", "口述的帮办码就是凭据，试错次数有限"},
        {"POST /api/helped-drafts/*/submission", "主人同意的帮办，按帮办人查找"},
        {"* /api/retention/**", NOBODYS},
        {"* /api/vault/**", NOBODYS},
        {"* /api/handoff/**", SYSTEM},
        {"POST /api/payment-callbacks", SYSTEM},
        {"* /worker-api/**", SYSTEM},
        {"* /engine/**", SYSTEM},
    };

    /** Open to anybody, and what keeps persons out of it. */
    private static final String[][] OPEN = {
        {"* /error", "出错的答复"},
        {"GET /api/sign-on", "登录方式"},
        {"POST /api/session/**", "登录"},
        {"POST /api/account/codes", "发给手机的验证码，答复不说有没有账号"},
        {"POST /api/account/registration", "凭手机验证码"},
        {"POST /api/account/password-reset", "凭手机验证码"},
        {"GET /api/bundles/**", "公开的办事指南"},
        {"POST /api/bundles/*/guide", "公开的情形引导"},
        {"GET /api/items/**", "公开的事项"},
        {"GET /api/regions", "公开的区划"},
        {"GET /api/search", "公开的一件事和事项"},
        {"GET /api/search/suggestions", "公开的一件事和事项"},
        {"GET /api/directory", "公开的区划和部门"},
        {"POST /api/deadlines/preview", "公开的时限试算"},
        {"GET /api/ratings/published", "已公开的评价，没有评价人"},
        {"GET /api/ratings/labels", "评价标签"},
        {"GET /api/visits/*", "评价码就是凭据，只有窗口和事项"},
        {"POST /api/visits/*/rating", "评价码就是凭据"},
        {"GET /api/public-notices", "公开的公示，姓名脱敏"},
        {"GET /api/public-notices/*", "公开的公示，姓名脱敏"},
        {"GET /api/halls/**", "大厅的窗口、票号和时段，没有个人信息"},
        {"POST /api/halls/*/tickets", "票号没有姓名"},
        {"POST /api/halls/*/check-ins", "预约码就是凭据，答复只有票号"},
        {"GET /api/papers/*/verification", "凭验证码，姓名脱敏"},
        {"* /api/handoff/**", "部门系统的签名就是凭据"},
        {"POST /api/payment-callbacks", "统一公共支付平台的签名就是凭据"},
    };

    @Autowired
    MockMvc web;

    @Autowired
    Endpoints endpoints;

    @Autowired
    ApplicationContext context;

    @Test
    void everyChangingEndpointNamesWhatItChangesOrSaysWhyNot() {
        assertThat(withoutRule(endpoints.ours())).isEmpty();
    }

    @Test
    void everyReasonStillHasItsEndpoint() {
        for (var reason : concat(WITHOUT_A_THING, OPEN)) {
            assertThat(endpoints.ours().keySet())
                    .as(reason[0])
                    .anyMatch(endpoint -> Endpoints.fits(reason[0], endpoint));
        }
    }

    @Test
    void everyEndpointPassesTheDoor() {
        endpoints.ours().values().stream()
                .map(Method::getDeclaringClass)
                .distinct()
                .filter(controller -> !controller.getSimpleName().equals("ErrorAnswers"))
                .forEach(controller -> {
                    var bean = context.getBean(controller);
                    assertThat(bean).as(controller.toString()).isInstanceOf(Advised.class);
                    assertThat(Arrays.stream(((Advised) bean).getAdvisors()).map(Advisor::getAdvice))
                            .as(controller.toString())
                            .first()
                            .isInstanceOf(ReachAdvice.class);
                });
    }

    @Test
    void whoeverIsNotSignedInReachesWhatIsListedOnly() throws Exception {
        for (var endpoint : endpoints.ours().keySet()) {
            if (Arrays.stream(OPEN).noneMatch(open -> Endpoints.fits(open[0], endpoint))
                    && !endpoint.startsWith("* ")) {
                var method = HttpMethod.valueOf(endpoint.split(" ")[0]);
                var path = endpoint.split(" ")[1].replaceAll("\\{[^}]*}", "1");
                var status = web.perform(request(method, path).with(People.csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                assertThat(status).as(endpoint).isEqualTo(401);
            }
        }
    }

    @Test
    void whoeverWorksAsThePlatformSaysWhy() {
        var reasons = endpoints.ours().values().stream()
                .map(method -> method.isAnnotationPresent(PlatformWork.class)
                        ? method.getAnnotation(PlatformWork.class)
                        : method.getDeclaringClass().getAnnotation(PlatformWork.class))
                .filter(Objects::nonNull)
                .map(PlatformWork::value);
        assertThat(reasons).allMatch(reason -> reason.length() >= 8);
    }

    @Test
    void anEndpointWithoutARuleIsFound() throws Exception {
        Map<String, Method> made = new LinkedHashMap<>();
        made.put("POST /api/forgotten/{no}", Forgotten.class.getDeclaredMethod("change", String.class));
        made.put("POST /api/made/{no}", Forgotten.class.getDeclaredMethod("changeCase", String.class));
        made.put("PUT /api/unnumbered/{no}", Forgotten.class.getDeclaredMethod("changeSomeCase", String.class));

        assertThat(withoutRule(made))
                .containsExactly(
                        "POST /api/forgotten/{no} (Forgotten.change)",
                        "PUT /api/unnumbered/{no} (Forgotten.changeSomeCase)");
    }

    private static List<String> withoutRule(Map<String, Method> endpoints) {
        var missing = new ArrayList<String>();
        endpoints.forEach((endpoint, method) -> {
            if (!endpoint.startsWith("GET ")
                    && !Rule.of(method).checked()
                    && Arrays.stream(WITHOUT_A_THING).noneMatch(reason -> Endpoints.fits(reason[0], endpoint))) {
                missing.add("%s (%s.%s)"
                        .formatted(endpoint, method.getDeclaringClass().getSimpleName(), method.getName()));
            }
        });
        return missing;
    }

    private static List<String[]> concat(String[][] one, String[][] other) {
        return Stream.concat(Arrays.stream(one), Arrays.stream(other)).toList();
    }

    private static final class Forgotten {
        @PostMapping("/api/forgotten/{no}")
        void change(@PathVariable String no) {}

        @PostMapping("/api/made/{no}")
        @Noted(value = Verb.END_CASE, kind = Kind.CASE, number = "#no")
        void changeCase(@PathVariable String no) {}

        @PostMapping("/api/unnumbered/{no}")
        @Noted(value = Verb.END_CASE, kind = Kind.CASE)
        void changeSomeCase(@PathVariable String no) {}
    }
}
