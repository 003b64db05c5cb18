package io.onevisit.hotline;

import io.onevisit.cases.Cases;
import io.onevisit.catalogue.Regions;
import io.onevisit.identity.Account;
import io.onevisit.privacy.Masked;
import io.onevisit.problems.Problem;
import io.onevisit.tasks.Subject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work orders in the worklists of units, heads, the line office and agents. */
@Component
class OrderSubject implements Subject {

    private static final String CONTACT = "contact";

    private final OrderStore store;
    private final OrderAnswers answers;
    private final Dispatch dispatch;
    private final Regions regions;
    private final Cases cases;
    private final JdbcClient sql;
    private final Clock time;

    OrderSubject(
            OrderStore store,
            OrderAnswers answers,
            Dispatch dispatch,
            Regions regions,
            Cases cases,
            JdbcClient sql,
            Clock time) {
        this.store = store;
        this.answers = answers;
        this.dispatch = dispatch;
        this.regions = regions;
        this.cases = cases;
        this.sql = sql;
        this.time = time;
    }

    @Override
    public boolean covers(String businessKey) {
        return businessKey != null && businessKey.startsWith("W");
    }

    @Override
    public void hold(String businessKey) {
        store.lock(businessKey);
    }

    @Override
    public About about(String businessKey) {
        var order = store.get(businessKey);
        return new About(
                order.no(),
                (order.urgent() ? "【紧急】" : "") + order.kind().label() + "工单：" + duty(order.duty()),
                Masked.name(order.contactName()),
                order.region(),
                order.unit(),
                order.closedAt() == null && order.state() != OrderState.REPLIED ? order.dueAt() : null,
                facts(order),
                null);
    }

    @Override
    public Map<String, Object> answer(Account officer, String taskKey, String businessKey, Map<String, Object> given) {
        return answers.take(officer, taskKey, store.get(businessKey), given);
    }

    /** Who called, to the officer who is to answer or call back. */
    @Override
    public String reveal(Account officer, String businessKey, String fact, String reason) {
        var order = store.get(businessKey);
        if (!fact.equals(CONTACT) || !order.reachable()) {
            throw Problem.notFound("fact-unknown", "没有这项可以查看的内容。");
        }
        cases.journal(order.no(), officer.name(), "查看联系方式", reason, time.instant());
        return (order.contactName() + " " + order.contactPhone()).strip();
    }

    List<Fact> facts(WorkOrder order) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("诉求", order.text().replace(order.contactPhone(), Masked.phone(order.contactPhone()))));
        facts.add(new Fact("类型", order.kind().label() + (order.urgent() ? "（紧急）" : "")));
        facts.add(new Fact("所属职责", duty(order.duty())));
        facts.add(new Fact("地区", regions.find(order.region()).map(r -> r.name()).orElse(order.region())));
        if (order.reachable()) {
            var contact = Masked.name(order.contactName()) + " " + Masked.phone(order.contactPhone());
            facts.add(new Fact("联系方式", contact.strip(), CONTACT));
        }
        add(facts, "相关办件", order.caseNo());
        add(facts, "相关差评", order.ratingNo());
        add(facts, "承办单位", dispatch.name(order.unit()));
        add(facts, "人工改派", order.handReason());
        add(facts, "退单理由", order.returnReason());
        add(facts, "定责理由", order.assignReason());
        add(
                facts,
                "协办单位",
                String.join("、", order.coUnits().stream().map(dispatch::name).toList()));
        add(facts, "协办请求", order.assistRequest());
        add(facts, "协办意见", order.assistReply());
        add(facts, "延期理由", order.extensionReason());
        add(facts, "答复", order.reply());
        add(facts, "回访", order.callBack() == null ? "" : OrderAnswers.callBack(order.callBack()));
        add(facts, "回访记录", order.callBackNote());
        return facts;
    }

    private String duty(String code) {
        return sql.sql("select name from hotline_duty where code = ?")
                .param(code)
                .query(String.class)
                .optional()
                .orElse(code);
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(label, value));
        }
    }
}
