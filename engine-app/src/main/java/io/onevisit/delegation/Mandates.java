package io.onevisit.delegation;

import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.IdNumber;
import io.onevisit.identity.StepUp;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mandates: given by the principal, the legal representative or before a clerk; accepted by whom they name; ended by either
 * side at any time, or by time. Nobody gives what they do not have, and an agent hands nothing on.
 */
@Component
class Mandates {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final int MOST_SUBJECTS = 50;
    private static final int LONGEST_REASON = 200;
    private static final String SIGNED_IN = "SIGNED_IN";
    private static final String COMPARE = "请核对授权委托书原件和委托人身份证件，并勾选“已核对”。";

    private final MandateRows rows;
    private final LegalPersons legalPersons;
    private final Accounts accounts;
    private final MandateScope scope;
    private final MandateMessages messages;
    private final MandatePapers papers;
    private final DelegationProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock time;

    Mandates(
            MandateRows rows,
            LegalPersons legalPersons,
            Accounts accounts,
            MandateScope scope,
            MandateMessages messages,
            MandatePapers papers,
            DelegationProperties properties,
            ApplicationEventPublisher events,
            Clock time) {
        this.rows = rows;
        this.legalPersons = legalPersons;
        this.accounts = accounts;
        this.scope = scope;
        this.messages = messages;
        this.papers = papers;
        this.properties = properties;
        this.events = events;
        this.time = time;
    }

    /** For oneself, or for the legal person one represents. */
    @Transactional
    Mandate give(Account giver, String creditCode, Terms terms) {
        StepUp.refuseBelow(giver, Account.IN_PERSON);
        if (creditCode == null) {
            return offer(AgentKind.RELATIVE, giver, giver, terms, SIGNED_IN);
        }
        refuseHandingOn(giver, creditCode);
        return offer(AgentKind.COMPANY, legalPersons.represented(giver, creditCode), giver, terms, SIGNED_IN);
    }

    /**
     * For somebody who is at the clerk's window with their identity card, or whose signed paper is brought there; they need
     * no account. A paper opens no license: that consent is given in person or signed in.
     */
    @Transactional
    Mandate giveAtWindow(Account clerk, Present present, Terms terms) {
        var idNo = strip(present.idNo()).toUpperCase();
        var name = strip(present.name());
        refuse(name.length() < 2, "principalName", "请按身份证件填写委托人姓名。");
        refuse(!IdNumber.valid(idNo), "idNo", "公民身份号码不正确，请核对 18 位号码（末位为校验码）。");
        var byPaper = present.byPaper();
        refuse(!present.verified(), "verified", byPaper ? COMPARE : "请查验委托人的身份证件原件，并勾选“已查验”。");
        if (byPaper && terms.papers().isEmpty()) {
            throw MandatePapers.refused("委托人未到场的，请上传其签字的授权委托书。");
        }
        refuse(byPaper && terms.licenses(), "licenses", "凭授权委托书登记的，不能同意使用电子证照；请委托人到场或者登录后授权。");
        if (idNo.equals(clerk.idNo())) {
            throw Problem.forbidden("own-case", "不能在窗口登记自己的授权，依法应当回避，请由其他窗口人员办理。");
        }
        var principal = accounts.withIdNo(idNo)
                .orElseGet(() -> Account.known(null, name, clerk.region(), idNo, strip(present.phone())));
        refuse(!principal.name().equals(name), "principalName", "姓名与公民身份号码不一致，请对照身份证件核对。");
        return offer(AgentKind.RELATIVE, principal, clerk, terms, byPaper ? "PAPER" : "WINDOW");
    }

    /** Either side adds the signed paper while the mandate is open. */
    @Transactional
    Mandate prove(Account person, UUID id, List<UUID> documents) {
        var mandate = rows.given(id, person.username(), person.idNo())
                .or(() -> rows.received(id, person.username()))
                .orElseThrow(Mandates::unknown);
        if (!mandate.open()) {
            throw Problem.conflict("mandate-ended", "这项授权已经终止或被谢绝，不能再补交授权委托书。");
        }
        papers.name(id, documents, person);
        return mandate;
    }

    @Transactional
    Mandate accept(Account agent, UUID id) {
        StepUp.refuseBelow(agent, Account.REGISTERED);
        var offered = offered(agent, id);
        if (agent.username().equals(offered.principal())
                || agent.registeredIdNo().equals(offered.principalId())) {
            throw Problem.forbidden("mandate-own", "不能接受自己给出的授权。");
        }
        if (offered.untilOn().isBefore(today())) {
            throw Problem.conflict("mandate-over", "这项授权的期限已过，请委托人重新授权。");
        }
        rows.answer(id, MandateState.ACCEPTED, agent.username(), time.instant());
        return told(id);
    }

    @Transactional
    Mandate refuse(Account agent, UUID id) {
        offered(agent, id);
        rows.answer(id, MandateState.REFUSED, agent.username(), time.instant());
        return told(id);
    }

    /** Revoked by the principal or given back by the agent; what runs goes on without the agent, drafts go back. */
    @Transactional
    Mandate end(Account person, UUID id, String why) {
        var given = rows.given(id, person.username(), person.idNo());
        var mandate = given.or(() -> rows.received(id, person.username())).orElseThrow(Mandates::unknown);
        if (!mandate.open()) {
            throw Problem.conflict("mandate-ended", "这项授权已经终止或被谢绝，无需再次操作。");
        }
        var reason = strip(why);
        refuse(reason.length() > LONGEST_REASON, "why", "原因最多 200 字。");
        end(
                mandate,
                person.username(),
                (given.isPresent() ? "委托人撤销" : "代办人退还") + (reason.isEmpty() ? "" : "：" + reason));
        return rows.find(id).orElseThrow();
    }

    /** Ends what is over by its days. */
    @Transactional
    int expire() {
        var over = rows.over(today());
        over.forEach(mandate -> end(mandate, "平台", "授权到期"));
        return over.size();
    }

    List<Mandate> given(Account person) {
        return rows.given(person.username(), person.idNo());
    }

    List<Mandate> received(Account person) {
        return rows.received(person.username());
    }

    private void end(Mandate mandate, String by, String why) {
        rows.end(mandate.id(), by, why, time.instant());
        events.publishEvent(new MandateEnded(mandate.id(), backTo(mandate)));
        told(mandate.id());
    }

    /** Whom the principal's drafts go to: a legal person's to who represents it. */
    private String backTo(Mandate mandate) {
        return mandate.kind() == AgentKind.COMPANY
                ? legalPersons.representative(mandate.principal()).orElse(null)
                : mandate.principal();
    }

    private Mandate told(UUID id) {
        var mandate = rows.find(id).orElseThrow();
        messages.tell(mandate, backTo(mandate));
        return mandate;
    }

    private Mandate offered(Account agent, UUID id) {
        var mandate = rows.received(id, agent.username()).orElseThrow(Mandates::unknown);
        if (mandate.state() != MandateState.OFFERED) {
            throw Problem.conflict("mandate-answered", "这项授权已经答复过或已撤销。");
        }
        return mandate;
    }

    private Mandate offer(AgentKind kind, Account principal, Account giver, Terms terms, String evidence) {
        var name = strip(terms.agentName());
        var phone = strip(terms.agentPhone());
        refuse(name.length() < 2, "agentName", "请填写代办人的姓名。");
        refuse(!phone.matches("1\\d{10}"), "agentPhone", "手机号码应为 11 位数字。");
        refuse(
                kind == AgentKind.RELATIVE && name.equals(principal.name()) && phone.equals(principal.phone()),
                "agentName",
                "不能授权给本人。");
        refuse(terms.from() == null || terms.from().isBefore(today()), "from", "开始日期不能早于今天。");
        refuse(terms.until() == null || terms.until().isBefore(terms.from()), "until", "截止日期不能早于开始日期。");
        refuse(
                terms.until().isAfter(terms.from().plus(properties.longest())),
                "until",
                "授权最长到%s，到期可以重新授权。".formatted(Acting.DAY.format(terms.from().plus(properties.longest()))));
        refuse(terms.subjects() == null || terms.subjects().size() > MOST_SUBJECTS, "subjects", "请选择授权办理的事项，最多 50 项。");
        scope.refuseUnknown(terms.subjects());
        var mandate = new Mandate(
                UUID.randomUUID(),
                kind,
                principal.username(),
                principal.name(),
                principal.idNo(),
                principal.phone(),
                principal.region(),
                giver.username(),
                name,
                phone,
                null,
                List.copyOf(terms.subjects()),
                terms.licenses(),
                terms.from(),
                terms.until(),
                evidence,
                MandateState.OFFERED,
                time.instant(),
                null,
                null);
        rows.insert(mandate);
        papers.name(mandate.id(), terms.papers(), giver);
        return told(mandate.id());
    }

    private void refuseHandingOn(Account giver, String creditCode) {
        var agent = rows.received(giver.username()).stream()
                .anyMatch(m ->
                        m.state() == MandateState.ACCEPTED && m.principalId().equals(creditCode));
        var represents = legalPersons.of(giver).stream()
                .anyMatch(line -> line.creditCode().equals(creditCode));
        if (agent && !represents) {
            throw Problem.forbidden("mandate-handed-on", "经办人不能再转授权给他人，请由单位的法定代表人授权。");
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(time.instant(), CHINA);
    }

    static Problem unknown() {
        return Problem.notFound("mandate-unknown", "没有找到这项授权。");
    }

    private static void refuse(boolean wrong, String field, String sentence) {
        if (wrong) {
            throw Problem.invalid("mandate-invalid", sentence).with("field", field);
        }
    }

    private static String strip(String text) {
        return text == null ? "" : text.strip();
    }

    /** What is given: to whom, in what, with or without licenses, from when until when, proved by which papers. */
    record Terms(
            String agentName,
            String agentPhone,
            List<String> subjects,
            boolean licenses,
            LocalDate from,
            LocalDate until,
            List<UUID> papers) {}

    /**
     * Somebody at the window.
     *
     * @param verified the clerk has seen the identity card, or with {@code byPaper} the original of the paper
     * @param byPaper they are not there themselves, their signed paper is
     */
    record Present(String name, String idNo, String phone, boolean verified, boolean byPaper) {}
}
