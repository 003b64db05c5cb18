package io.onevisit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.Endpoints;
import io.onevisit.PlatformTest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Walks every endpoint: it says {@link Noted}, or it stands here with the reason why it need not. Who adds an endpoint that
 * changes something or shows what is somebody's annotates it; this list is for what is public, one's own, or without people.
 */
@PlatformTest
class EndpointsNotedTest {

    private static final String OWN = "本人看自己的内容";
    private static final String PUBLIC = "公开内容，不涉及个人";
    private static final String FIGURES = "统计、目录或清单，姓名已脱敏或没有个人信息";
    private static final String MACHINE = "平台自己的工作程序，每一步由办件日志和证照使用记录留痕";
    private static final String NOTHING_CHANGED = "只检查或预览，不改变任何内容，不涉及个人";

    /** Method and path, and the reason. */
    private static final String[][] NOT_NOTED = {
        {"* /error", "出错的答复，出错的请求本身已留痕"},
        {"GET /api/session", OWN},
        {"GET /api/account", OWN},
        {"GET /api/account/sessions", OWN},
        {"GET /api/account/passkeys", OWN},
        {"POST /api/session/passkey/options", PUBLIC},
        {"GET /api/sign-on", PUBLIC},
        {"GET /api/drafts/**", OWN},
        {"PUT /api/drafts/*", "未提交的草稿，只有填写人自己看得到；窗口代填的从收件和提交两端留痕"},
        {"DELETE /api/drafts/**", "未提交的草稿，只有填写人自己看得到"},
        {"PUT /api/drafts/*/documents/*/reading", "未提交的草稿，只有填写人自己看得到"},
        {"POST /api/drafts/*/materials/*/earlier", "未提交的草稿，只有填写人自己看得到"},
        {"POST /api/drafts/*/documents", "未提交的草稿，只有填写人自己看得到"},
        {"* /api/drafts/*/scans", "未提交的草稿，只有收件人自己看得到；提交时留痕"},
        {"GET /api/offline-intakes/forms", "空白表单，没有个人信息"},
        {"POST /api/offline-intakes/key", OWN},
        {"POST /api/mandate-papers", "还没有用于授权的上传，只有上传人自己看得到；登记授权时留痕"},
        {"GET /api/applications", OWN},
        {"GET /api/applications/*/talk", OWN},
        {"GET /api/mandates", OWN},
        {"GET /api/legal-persons", OWN},
        {"GET /api/acting", OWN},
        {"GET /api/helped-drafts", "清单只有事项名称和隐去的姓名，打开草稿时留痕"},
        {"GET /api/licenses", OWN},
        {"GET /api/looks", OWN},
        {"GET /api/consents", OWN},
        {"GET /api/agreements/**", OWN},
        {"GET /api/messages", OWN},
        {"POST /api/messages/*/read", OWN},
        {"GET /api/orders/**", OWN},
        {"GET /api/ratings/**", "本人的评价，或已公开的评价"},
        {"GET /api/bundles/**", PUBLIC},
        {"POST /api/bundles/*/guide", NOTHING_CHANGED},
        {"GET /api/items/**", PUBLIC},
        {"GET /api/regions", PUBLIC},
        {"GET /api/search", PUBLIC},
        {"GET /api/search/suggestions", PUBLIC},
        {"GET /api/search/index", FIGURES},
        {"GET /api/hall-book", FIGURES},
        {"GET /api/directory", PUBLIC},
        {"GET /api/visits/*", "持评价码的人看到的只有窗口和事项"},
        {"GET /api/papers/*/verification", "任何人凭验证码核验，姓名已脱敏"},
        {"POST /api/deadlines/preview", NOTHING_CHANGED},
        {"GET /api/tasks", FIGURES},
        {"GET /api/tasks/events", "只说清单有变化"},
        {"* /api/tasks/views/**", "清单的筛选条件和排列，没有个人信息"},
        {"GET /api/tasks/*/colleagues", "同事的姓名和任务数"},
        {"GET /api/tasks/*/clock-preview", NOTHING_CHANGED},
        {"GET /api/tasks/*/diagram", "流程图，没有个人信息"},
        {"POST /api/tasks/*/presence", "打开任务时已留痕，此后只说页面还开着"},
        {"POST /api/tasks/bulk", "逐项留痕，与单独办理相同（HandingOnTest）"},
        {"GET /api/cards", FIGURES},
        {"GET /api/cockpit/summary", FIGURES},
        {"GET /api/cockpit/wall", FIGURES},
        {"GET /api/cockpit/cases", FIGURES},
        {"GET /api/cockpit/cases/*/instances", "流程走到哪一步，没有个人信息"},
        {"GET /api/cockpit/instances/*/diagram", "流程图，没有个人信息"},
        {"GET /api/cockpit/incidents", FIGURES},
        {"GET /api/cockpit/operations", FIGURES},
        {"GET /api/cockpit/operations/*", "要求和进展，只有编号"},
        {"GET /api/cockpit/operations/*/lines", "逐项结果，只有编号和环节"},
        {"GET /api/cockpit/operations/choices/**", "流程版本、环节和编号，没有个人信息"},
        {"POST /api/cockpit/operations/choices/pairs/check", NOTHING_CHANGED},
        {"GET /api/cockpit/handoffs", FIGURES},
        {"GET /api/cockpit/processes/**", FIGURES},
        {"GET /api/cockpit/editions/**", FIGURES},
        {"GET /api/cockpit/workers/**", FIGURES},
        {"GET /api/cockpit/log", "操作日志只列工作人员的操作，没有申请人的信息"},
        {"GET /api/cockpit/ratings", FIGURES},
        {"GET /api/cockpit/ratings/list", FIGURES},
        {"GET /api/cockpit/ratings/counts", FIGURES},
        {"GET /api/cockpit/ratings/parts", FIGURES},
        {"GET /api/cockpit/orders", FIGURES},
        {"GET /api/cockpit/orders/list", FIGURES},
        {"GET /api/cockpit/orders/looked-only", FIGURES},
        {"GET /api/distribution/share", FIGURES},
        {"GET /api/distribution/cases", FIGURES},
        {"GET /api/distribution/hours", FIGURES},
        {"GET /api/supervision/**", FIGURES},
        {"GET /api/halls/**", PUBLIC},
        {"POST /api/halls/*/tickets", "票号没有姓名"},
        {"GET /api/queue", "票号和窗口，没有办事人的姓名"},
        {"PUT /api/queue/*/windows/*", "开窗和关窗，没有办事人的姓名"},
        {"POST /api/queue/next", "叫号，票号没有姓名"},
        {"POST /api/queue/tickets/*/*", "叫号，票号没有姓名"},
        {"POST /api/queue/*/tickets", "票号没有姓名"},
        {"GET /api/public-notices", PUBLIC},
        {"GET /api/public-notices/*", PUBLIC},
        {"GET /api/public-notices/*/objections", OWN},
        {"GET /api/appointments", OWN},
        {"GET /api/home-visits", OWN},
        {"GET /api/home-visit-desk", FIGURES},
        {"GET /api/hotline/intake", PUBLIC},
        {"GET /api/hotline/intake/dispatch", PUBLIC},
        {"GET /api/hotline/intake/knowledge", PUBLIC},
        {"GET /api/verification", "核对结果只有编号"},
        {"GET /api/audit/days", "日期清单"},
        {"GET /api/studio/**", FIGURES},
        {"POST /api/studio/bundles/*/check", NOTHING_CHANGED},
        {"POST /api/studio/catalogue/items/*/overlays/*/check", NOTHING_CHANGED},
        {"POST /api/studio/calendars/*/rebase", "预览，登记在日历调整记录中，确认时留痕"},
        {"POST /api/handoff/callbacks", "每条消息留在收件箱，引起的状态变化由 MOVE_CASE 记下"},
        {"POST /api/payment-callbacks", "每笔款项留在收款记录和办件日志"},
        {"* /worker-api/**", MACHINE},
        {"* /engine/**", MACHINE}
    };

    @Autowired
    Endpoints endpoints;

    @Test
    void everyEndpointIsNotedOrSaysWhyNot() {
        assertThat(missing(endpoints.ours())).isEmpty();
    }

    @Test
    void everyReasonStillHasItsEndpoint() {
        var all = endpoints.ours().keySet();
        for (var reason : NOT_NOTED) {
            assertThat(all).as(reason[0]).anyMatch(endpoint -> Endpoints.fits(reason[0], endpoint));
        }
    }

    @Test
    void anEndpointThatNotesNothingIsFound() throws Exception {
        Map<String, Method> one = Map.of("POST /api/forgotten", Forgotten.class.getDeclaredMethod("change"));

        assertThat(missing(one)).containsExactly("POST /api/forgotten (Forgotten.change)");
    }

    private static List<String> missing(Map<String, Method> endpoints) {
        var missing = new ArrayList<String>();
        endpoints.forEach((endpoint, method) -> {
            if (!method.isAnnotationPresent(Noted.class)
                    && Arrays.stream(NOT_NOTED).noneMatch(reason -> Endpoints.fits(reason[0], endpoint))) {
                missing.add("%s (%s.%s)"
                        .formatted(endpoint, method.getDeclaringClass().getSimpleName(), method.getName()));
            }
        });
        return missing;
    }

    private static final class Forgotten {
        @PostMapping("/api/forgotten")
        void change() {}
    }
}
