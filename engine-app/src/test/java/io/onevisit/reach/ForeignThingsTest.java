package io.onevisit.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onevisit.Applying;
import io.onevisit.Endpoints;
import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseFile;
import io.onevisit.deadlines.Calendars;
import io.onevisit.deadlines.WorkingCalendar;
import io.onevisit.delegation.Sides;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.licenses.Licenses;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Every address that names somebody's thing by number, asked by those whom it does not concern but who may use the address
 * for their own: the answer is the very one that an unknown number gets. An address that is not walked here says why.
 */
@PlatformTest
class ForeignThingsTest {

    private static final String OWN = "只认登录人自己的，号码不属于本人即不存在（各自的测试）";
    private static final String NOBODYS = "不属于任何个人，由角色和地区决定";
    private static final String HALL = "430102-01";
    private static final String SECRET = "号码之外还要凭验证码、评价码或签名";

    private static final Map<String, String> NOT_WALKED = Map.ofEntries(
            Map.entry("* /api/account/passkeys/*", OWN),
            Map.entry("* /api/account/sessions/*", OWN),
            Map.entry("* /api/accounts/*/*", "三员管理工作人员账号，全省"),
            Map.entry("* /api/accounts/*/posts/*", "三员管理工作人员账号，全省"),
            Map.entry("* /api/clients/*/*", NOBODYS),
            Map.entry("GET /api/audit/days/*", NOBODYS),
            Map.entry("* /api/bundles/**", NOBODYS),
            Map.entry("* /api/items/**", NOBODYS),
            Map.entry("* /api/studio/**", NOBODYS),
            Map.entry("* /api/tasks/views/*", OWN),
            Map.entry("PUT /api/distribution/hours/*/*", NOBODYS),
            Map.entry("GET /api/handoff/documents/*", SECRET),
            Map.entry("GET /api/papers/*/verification", SECRET),
            Map.entry("* /api/visits/**", SECRET),
            Map.entry("* /api/halls/**", NOBODYS),
            Map.entry("POST /api/window-agreements/*/answer", "号码之外还要到场人的公民身份号码（AgreementsTest）"),
            Map.entry("* /api/public-notices/**", "公示人人可读，异议只答复本人的（PublicNoticesTest）"),
            Map.entry("PUT /api/hall-book/*", NOBODYS),
            Map.entry("* /api/queue/tickets/*/*", "票号不属于任何个人，只认办事员自己窗口的"),
            Map.entry("POST /api/messages/*/read", "不是本人的消息，不改变任何内容，答复与已读相同"),
            Map.entry("* /api/retention/**", NOBODYS),
            Map.entry("* /api/cockpit/operations/choices/**", "只列登录人地区内的流程（ModificationTest、RestartTest）"),
            Map.entry("GET /api/cockpit/processes/*", NOBODYS),
            Map.entry("GET /api/cockpit/editions/**", "已公布的流程，数字和清单按登录人的地区统计"),
            Map.entry("GET /api/cockpit/workers/topics/*", NOBODYS),
            Map.entry("GET /api/supervision/rechecks/*", "巡检按地区列出，内容只有监察牌"),
            Map.entry("GET /api/supervision/statistics/*/*", "数字和清单按登录人的地区统计"),
            Map.entry("* /worker-api/**", SECRET),
            Map.entry("* /engine/**", SECRET));

    @Autowired
    Endpoints endpoints;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Licenses licenses;

    @Autowired
    Calendars calendars;

    @Autowired
    Office office;

    @Autowired
    Sides sides;

    private final List<Ask> asks = new ArrayList<>();
    private Applying parent;
    private CaseFile file;

    /** One address, who asks, the number of somebody else's thing and one of nothing, and what is sent along. */
    private record Ask(String endpoint, Account who, String theirs, String nothing, Object body) {}

    @BeforeEach
    void somebodysThings() throws Exception {
        var people = new People(sql);
        parent = sides.person();
        file = office.underReview(parent);
        var stranger = people.citizen();
        var approver = people.officer(Role.APPROVER, "health", "430200");
        var clerk = people.officer(Role.CLERK, null, "430202");
        var supervisor = people.officer(Role.SUPERVISOR, null, "430200");
        var reason = Map.of("reason", "核对办理情况");
        var unknownNo = "4301022026030100000000";

        var application = file.applicationNo();
        for (var who : List.of(stranger, clerk)) {
            add("GET /api/applications/{no}", who, application, "A" + unknownNo, null);
            add("POST /api/applications/{no}/documents", who, application, "A" + unknownNo, png());
            add("POST /api/applications/{no}/supplement", who, application, "A" + unknownNo, Map.of("taskId", "x"));
            add("POST /api/applications/{no}/withdrawal", who, application, "A" + unknownNo, reason);
            add("GET /api/applications/{no}/talk", who, application, "A" + unknownNo, null);
            add("POST /api/applications/{no}/talk", who, application, "A" + unknownNo, Map.of("text", "请问"));
            add(
                    "POST /api/applications/{no}/urging",
                    who,
                    application,
                    "A" + unknownNo,
                    Map.of("caseNo", file.caseNo()));
        }
        for (var who : List.of(stranger, approver, clerk, supervisor)) {
            add("GET /api/cases/{caseNo}/clock", who, file.caseNo(), unknownNo, null);
            add("GET /api/papers/{no}", who, paper(), "D" + unknownNo, null);
            add("GET /api/documents/{id}/content", who, document(), random(), null);
            add("GET /api/documents/{id}/pages/{number}", who, document() + "/1", random() + "/1", null);
        }
        var order = paymentOrder();
        for (var who : List.of(stranger, approver, clerk, supervisor)) {
            add("GET /api/payment-orders/{no}", who, order, "P" + unknownNo, null);
        }
        for (var who : List.of(approver, clerk)) {
            add(
                    "POST /api/payment-orders/{no}/payments",
                    who,
                    order,
                    "P" + unknownNo,
                    Map.of("receiptNo", "1", "amount", "1.00"));
        }
        add(
                "POST /api/payment-orders/{no}/refunds",
                approver,
                order,
                "P" + unknownNo,
                Map.of("payment", "ONLINE:1", "voucherNo", "1"));
        draft(stranger, clerk);
        consentsAndMandates(stranger);

        var task = office.task(people.officer(Role.APPROVER, "health", "430102"), file.caseNo());
        for (var who : List.of(approver, people.officer(Role.APPROVER, "police", "430102"), clerk)) {
            add("GET /api/tasks/{id}", who, task, "unknown", null);
            add("POST /api/tasks/{id}/claim", who, task, "unknown", Map.of());
            add("POST /api/tasks/{id}/unclaim", who, task, "unknown", Map.of());
            add("POST /api/tasks/{id}/completion", who, task, "unknown", Map.of("outcome", "grant"));
            add("POST /api/tasks/{id}/ending", who, task, "unknown", Map.of("kind", "return", "reason", "事由"));
            add("POST /api/tasks/{id}/reveal", who, task, "unknown", Map.of("fact", "phone", "reason", "核对"));
            workOn(who, task);
        }
        var card = card();
        for (var who : List.of(approver, supervisor)) {
            add("GET /api/cards/{id}", who, card, "0", null);
        }
        for (var act : List.of("cancellation", "confirmation", "revocation", "settlement")) {
            add("POST /api/cards/{id}/" + act, supervisor, card, "0", reason);
        }
        add(
                "POST /api/cards/{id}/urgings",
                supervisor,
                card,
                "0",
                Map.of(
                        "addressee",
                        "卫健委",
                        "text",
                        "请速办理",
                        "dueOn",
                        LocalDate.now(WorkingCalendar.ZONE).plusDays(3)));
        cockpit(supervisor, reason, unknownNo);
        halls(stranger, clerk, unknownNo);
        for (var who : List.of(supervisor, people.officer(Role.HEAD, "health", "430200"))) {
            add("GET /api/distribution/cases/{caseNo}", who, file.caseNo(), unknownNo, null);
            add(
                    "POST /api/distribution/cases/{caseNo}/correction",
                    who,
                    file.caseNo(),
                    unknownNo,
                    Map.of("number", 1, "region", "430100", "reason", "改由市级单位办理"));
        }
    }

    private void halls(Account stranger, Account clerk, String unknownNo) throws Exception {
        add("GET /api/queue/{hall}/appointments", clerk, HALL, "none", null);
        add("PUT /api/queue/{hall}/windows/{no}", clerk, HALL + "/1", "none/1", Map.of("state", "OPEN"));
        add("POST /api/queue/{hall}/tickets", clerk, HALL, "none", Map.of("service", "general"));
        add("POST /api/queue/{hall}/check-ins", clerk, HALL, "none", Map.of("code", "12345678"));
        var appointment = appointment();
        add("PUT /api/appointments/{id}", stranger, appointment, random(), Map.of());
        add("POST /api/appointments/{id}/cancellation", stranger, appointment, random(), Map.of());
        var visit = homeVisit();
        add("POST /api/home-visits/{no}/cancellation", stranger, visit, "H" + unknownNo, Map.of());
        add("GET /api/home-visit-desk/{no}", clerk, visit, "H" + unknownNo, null);
        var said = Map.of("helper", clerk.username(), "at", "2027-03-01T09:30", "outcome", "已办");
        for (var act : List.of("assignment", "acceptance", "departure", "completion", "impossibility")) {
            add("POST /api/home-visit-desk/{no}/" + act, clerk, visit, "H" + unknownNo, said);
        }
    }

    private String appointment() {
        return sql.sql(
                        """
                        insert into appointment (id, code, hall, region, service, subject, subject_name, day, start, owner, state,
                            booked_at) values (gen_random_uuid(), left(gen_random_uuid()::text, 8), ?, '430102', 'general', 'newborn',
                            '新生儿出生', current_date, '09:00', ?, 'CANCELLED', now()) returning id""")
                .params(HALL, parent.person().username())
                .query(UUID.class)
                .single()
                .toString();
    }

    private String paymentOrder() {
        return sql.sql(
                        """
                        insert into payment_order (no, case_no, application_no, procedure, item_name, department, region, payer, cents,
                            fees, online, issued_at, until, state)
                        values ('P' || :case, :case, :application, 1, '测试事项', 'health', '430102', '测试', 100, '[]', true, now(), now(),
                            'OPEN') returning no""")
                .param("case", file.caseNo())
                .param("application", file.applicationNo())
                .query(String.class)
                .single();
    }

    private String homeVisit() throws Exception {
        var day = calendars.of("430102").nextWorkingDay(LocalDate.now(WorkingCalendar.ZONE));
        return parent.node(parent.ask(
                        post("/api/home-visits"),
                        Map.of(
                                "region",
                                "430102",
                                "address",
                                "测试路 1 号",
                                "about",
                                "办理老年优待证",
                                "why",
                                "行动不便",
                                "wantedOn",
                                day)))
                .path("no")
                .asText();
    }

    private void workOn(Account who, String task) {
        for (var part : List.of("colleagues", "diagram", "clock-preview")) {
            add("GET /api/tasks/{id}/" + part, who, task, "unknown", Map.of("change", "EXTENSION", "days", 1));
        }
        var said = Map.of(
                "to",
                who.username(),
                "reason",
                "事由",
                "kind",
                "BEFORE",
                "of",
                List.of(who.username()),
                "question",
                "问",
                "agrees",
                true);
        for (var act : List.of("transfer", "asks", "step-back", "presence")) {
            add("POST /api/tasks/{id}/" + act, who, task, "unknown", said);
        }
        add("POST /api/tasks/{id}/copies", who, task, "unknown", Map.of("to", List.of(who.username())));
        add("POST /api/tasks/{id}/talk", who, task, "unknown", Map.of("text", "答复"));
        add("POST /api/tasks/{id}/notes", who, task, "unknown", Map.of("text", "备注"));
        for (var act : List.of("answer", "withdrawal")) {
            add("POST /api/tasks/{id}/asks/{ask}/" + act, who, task + "/1", "unknown/1", said);
        }
    }

    private void draft(Account stranger, Account clerk) throws Exception {
        var id = parent.draft(Applying.answers(), List.of("fertilityRegistration"));
        var held = sql.sql("select document_id from draft_document where draft_id = ?::uuid limit 1")
                .param(id)
                .query(UUID.class)
                .single();
        var save = Map.of("answers", Map.of(), "items", List.of(), "revision", 1);
        parent.ask(post("/api/drafts/" + id + "/help"), Map.of());
        for (var who : List.of(stranger, clerk)) {
            add("GET /api/drafts/{id}", who, id, random(), null);
            add("PUT /api/drafts/{id}", who, id, random(), save);
            add("DELETE /api/drafts/{id}", who, id, random(), null);
            add("GET /api/drafts/{id}/form", who, id, random(), null);
            add("GET /api/drafts/{id}/promises", who, id, random(), null);
            add("POST /api/drafts/{id}/documents", who, id, random(), png());
            add(
                    "GET /api/drafts/{id}/documents/{documentId}/reading",
                    who,
                    id + "/" + held,
                    random() + "/" + held,
                    null);
            add(
                    "PUT /api/drafts/{id}/documents/{documentId}/reading",
                    who,
                    id + "/" + held,
                    random() + "/" + held,
                    Map.of("fields", Map.of()));
            add(
                    "GET /api/drafts/{id}/materials/{key}/earlier",
                    who,
                    id + "/birth-certificate",
                    random() + "/birth-certificate",
                    null);
            add(
                    "POST /api/drafts/{id}/materials/{key}/earlier",
                    who,
                    id + "/birth-certificate",
                    random() + "/birth-certificate",
                    Map.of("documentId", held));
            add("DELETE /api/drafts/{id}/documents/{documentId}", who, id + "/" + held, random() + "/" + held, null);
            add(
                    "POST /api/drafts/{id}/submission",
                    who,
                    id,
                    random(),
                    Map.of("consents", List.of(), "confirmed", true));
        }
        add("GET /api/drafts/{id}/scans", clerk, id, random(), null);
        add("POST /api/drafts/{id}/scans", clerk, id, random(), png());
        add("PUT /api/drafts/{id}/scans", clerk, id, random(), Map.of("pages", List.of()));
        add(
                "GET /api/drafts/{id}/scans/{document}/pages/{number}",
                clerk,
                id + "/" + held + "/1",
                random() + "/" + held + "/1",
                null);
        add("GET /api/drafts/{id}/notices", clerk, id, random(), null);
        add("POST /api/drafts/{id}/notices", clerk, id, random(), Map.of("lines", List.of()));
        add("GET /api/drafts/{id}/help", stranger, id, random(), null);
        add("POST /api/drafts/{id}/help", stranger, id, random(), Map.of());
        add("DELETE /api/drafts/{id}/help", stranger, id, random(), null);
        add("GET /api/helped-drafts/{id}", clerk, id, random(), null);
        add("PUT /api/helped-drafts/{id}", clerk, id, random(), save);
        add("GET /api/helped-drafts/{id}/form", clerk, id, random(), null);
        add("POST /api/helped-drafts/{id}/confirmation", clerk, id, random(), Map.of("licenses", List.of()));
        add("POST /api/helped-drafts/{id}/documents", clerk, id, random(), png());
        add(
                "DELETE /api/helped-drafts/{id}/documents/{documentId}",
                clerk,
                id + "/" + held,
                random() + "/" + held,
                null);
        add("POST /api/helped-drafts/{id}/submission", clerk, id, random(), Map.of("code", "123456"));
    }

    private String asked() {
        return sql.sql(
                        """
                        insert into agreement (id, application_no, party, id_no_key, purpose, asked_at, until, state)
                        values (gen_random_uuid(), ?, 'father', 'somebody', '同意办理', now(), now() + interval '15 days', 'ASKED')
                        returning id""")
                .param(file.applicationNo())
                .query(UUID.class)
                .single()
                .toString();
    }

    private void consentsAndMandates(Account stranger) throws Exception {
        var idNo = parent.person().idNo();
        licenses.authorise(
                file.applicationNo(),
                idNo,
                idNo,
                List.of("resident-id"),
                "办理",
                Instant.now().plusSeconds(3600));
        var consent = sql.sql("select id from license_authorisation where application_no = ?")
                .param(file.applicationNo())
                .query(UUID.class)
                .single();
        add("POST /api/consents/{id}/withdrawal", stranger, consent.toString(), random(), Map.of());
        var agreement = asked();
        add("GET /api/agreements/{id}", stranger, agreement, random(), null);
        add("POST /api/agreements/{id}/answer", stranger, agreement, random(), Map.of("agrees", true));
        add("POST /api/agreements/{id}/withdrawal", stranger, agreement, random(), Map.of());
        add("POST /api/agreements/{id}/reminder", stranger, agreement, random(), Map.of());
        var agent = sides.person();
        var mandate = sides.given(parent, Sides.terms(agent, false, "newborn"));
        for (var act : List.of("acceptance", "refusal", "end")) {
            add("POST /api/mandates/{id}/" + act, stranger, mandate, random(), Map.of("why", "不需要"));
        }
        add("POST /api/mandates/{id}/papers", stranger, mandate, random(), Map.of("papers", List.of(random())));
    }

    private void cockpit(Account supervisor, Map<String, String> reason, String unknownNo) throws Exception {
        var rating = rating();
        var order = parent.node(office.send(
                        parent.person(),
                        "/api/orders",
                        Map.of("kind", "HELP", "duty", "medical-insurance", "region", "430102", "text", "医保缴费查不到")))
                .path("no")
                .asText();
        var no = file.caseNo();
        add("GET /api/cockpit/cases/{no}", supervisor, no, unknownNo, null);
        add("GET /api/cockpit/cases/{no}/instances", supervisor, no, unknownNo, null);
        add("POST /api/cockpit/cases/{no}/reveal", supervisor, no, unknownNo, reason);
        add("POST /api/cockpit/commitments/{caseNo}/restoration", supervisor, no, unknownNo, reason);
        add("POST /api/cockpit/notices/{no}/second", supervisor, no, unknownNo, reason);
        add("POST /api/cockpit/incidents/{id}/retry", supervisor, incident(), "unknown", Map.of());
        add(
                "PUT /api/cockpit/incidents/{id}/care",
                supervisor,
                incident(),
                "unknown",
                Map.of("mine", true, "note", "正在联系部门"));
        add("GET /api/cockpit/instances/{id}", supervisor, instance(), "unknown", null);
        add("GET /api/cockpit/instances/{id}/diagram", supervisor, instance(), "unknown", null);
        operations(supervisor, reason);
        add("GET /api/cockpit/orders/{no}", supervisor, order, "W" + unknownNo, null);
        add("GET /api/cockpit/ratings/{no}", supervisor, rating, "R" + unknownNo, null);
        add(
                "POST /api/cockpit/ratings/{no}/publication",
                supervisor,
                rating,
                "R" + unknownNo,
                Map.of("publish", false, "reason", "含个人信息"));
        var stranger = new People(sql).citizen();
        add("POST /api/ratings/{no}/additions", stranger, rating, "R" + unknownNo, Map.of("text", "补充"));
        add(
                "POST /api/ratings/{no}/second",
                stranger,
                rating,
                "R" + unknownNo,
                Map.of("level", 1, "labels", List.of(), "text", ""));
    }

    @Test
    void whatIsSomebodyElsesLooksLikeWhatIsNotThere() throws Exception {
        var seen = new ArrayList<String>();
        for (var ask : asks) {
            var theirs = answer(ask, ask.theirs());
            var nothing = answer(ask, ask.nothing());
            if (theirs.path("status").asInt() != 404 || !theirs.equals(nothing)) {
                seen.add("%s as %s: %s, and nothing: %s"
                        .formatted(ask.endpoint(), ask.who().roles(), theirs, nothing));
            }
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void everyAddressThatNamesAThingIsWalkedOrSaysWhyNot() {
        var named = endpoints.ours().keySet().stream()
                .filter(endpoint -> endpoint.contains("{"))
                .filter(endpoint ->
                        NOT_WALKED.keySet().stream().noneMatch(pattern -> Endpoints.fits(pattern, endpoint)))
                .toList();

        assertThat(asks.stream().map(Ask::endpoint).distinct()).containsExactlyInAnyOrderElementsOf(named);
    }

    private void operations(Account supervisor, Map<String, String> reason) {
        var operation = sql.sql(
                        """
                        insert into operation (kind, state, region, instructions, told, asked_by, asked_name, asked_at)
                        values ('RETRY', 'WAITING', '430100', '{}', '{}', 'somebody', '某人', now()) returning no""")
                .query(String.class)
                .single();
        for (var part : List.of("", "/lines", "/lines.csv", "/lines.xlsx")) {
            add("GET /api/cockpit/operations/{no}" + part, supervisor, operation, "0", null);
        }
        for (var act : List.of("check", "submission", "approval", "refusal", "pause", "resumption", "stop", "drop")) {
            add("POST /api/cockpit/operations/{no}/" + act, supervisor, operation, "0", reason);
        }
    }

    private void add(String endpoint, Account who, String theirs, String nothing, Object body) {
        asks.add(new Ask(endpoint, who, theirs, nothing, body));
    }

    /** The problem without what names the request: its own address, number and reference. */
    private ObjectNode answer(Ask ask, String number) throws Exception {
        var parts = ask.endpoint().split(" ");
        var path = parts[1];
        for (var part : number.split("/")) {
            path = path.replaceFirst("\\{[^}]*}", part);
        }
        var response = web.perform(sent(ask, HttpMethod.valueOf(parts[0]), path).with(People.as(ask.who())))
                .andReturn()
                .getResponse();
        var text = response.getContentAsString(StandardCharsets.UTF_8).replaceAll("[A-Z]?\\d{22}", "NO");
        if (!text.startsWith("{")) {
            return json.createObjectNode().put("status", response.getStatus()).put("text", text);
        }
        var answer = (ObjectNode) json.readTree(text);
        answer.remove(List.of("reference", "instance"));
        return answer;
    }

    private MockHttpServletRequestBuilder sent(Ask ask, HttpMethod method, String path) throws Exception {
        if (ask.body() instanceof byte[] picture) {
            return multipart(path)
                    .file(new MockMultipartFile("file", "paper.png", "image/png", picture))
                    .param("materialKey", "applicant-id");
        }
        var asked = request(method, path);
        if (method == HttpMethod.GET && ask.body() instanceof Map<?, ?> parameters) {
            parameters.forEach((name, value) -> asked.param(name.toString(), value.toString()));
            return asked;
        }
        return ask.body() == null
                ? asked
                : asked.header("Idempotency-Key", random())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsBytes(ask.body()));
    }

    private static byte[] png() {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    }

    private String paper() {
        return sql.sql("select no from paper where application_no = ? limit 1")
                .param(file.applicationNo())
                .query(String.class)
                .single();
    }

    private String document() {
        return sql.sql("select document_id from application_document where application_no = ? limit 1")
                .param(file.applicationNo())
                .query(UUID.class)
                .single()
                .toString();
    }

    private String rating() throws Exception {
        return parent.node(office.send(
                        parent.person(),
                        "/api/ratings",
                        Map.of(
                                "caseNo",
                                file.caseNo(),
                                "level",
                                5,
                                "labels",
                                List.of("late"),
                                "text",
                                "慢",
                                "channel",
                                "PC")))
                .path("no")
                .asText();
    }

    private String instance() {
        return sql.sql("select process_instance_id from incident_record where id = ?")
                .param(incident())
                .query(String.class)
                .single();
    }

    private String incident() {
        var id = "incident-" + file.caseNo();
        sql.sql(
                        """
                        insert into incident_record (id, kind, subject, business_key, process_key, process_name,
                            process_instance_id, activity_id, activity, topic, message, cause, since)
                        select ?, 'WORKER', 's', business_key_, 'item-handling', '事项办理', proc_inst_id_, 'handOff', '推送部门办理',
                            'department-handoff', 'm', 'c', now()
                        from act_ru_execution where business_key_ = ? and parent_id_ is null on conflict do nothing""")
                .params(id, file.caseNo())
                .update();
        return id;
    }

    private String card() {
        var at = Instant.parse("2026-03-20T02:00:00Z").atOffset(ZoneOffset.UTC);
        return sql.sql(
                        """
                        insert into card (case_no, kind, light, department, region, due_at, raised_at, issued_at, element, message, basis)
                        values (?, 'CASE', 'YELLOW', 'health', '430102', ?, ?, ?, '事项', '黄牌', '示例') returning id""")
                .params(file.caseNo(), at, at.plusMinutes(1), at.plusMinutes(1))
                .query(Long.class)
                .single()
                .toString();
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }
}
