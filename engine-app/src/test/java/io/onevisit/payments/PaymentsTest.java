package io.onevisit.payments;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.Filing;
import io.onevisit.Jobs;
import io.onevisit.MutableClock;
import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.WorkerHands;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.cases.JournalEntry;
import io.onevisit.cases.Procedures;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Fee;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.notices.Notices;
import io.onevisit.processes.FeePayment;
import io.onevisit.processes.Groups;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ExternalTaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 缴费: what a case costs is assessed, told and paid once; nothing that is paid late or twice is lost. */
@PlatformTest
class PaymentsTest {

    private static final String DEPARTMENT = "health";
    private static final String REGION = "430102";
    private static final long SUM = 9_050;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Office office;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Clocks clocks;

    @Autowired
    Procedures procedures;

    @Autowired
    Processes processes;

    @Autowired
    Notices notices;

    @Autowired
    ExternalTaskService external;

    @Autowired
    Jobs jobs;

    @Autowired
    MutableClock time;

    @Autowired
    PaymentSignature signature;

    @Autowired
    PaymentCallbacks callbacks;

    @Autowired
    PaymentOrderRows rows;

    @Autowired
    JdbcClient sql;

    private People people;
    private Applying parent;
    private Account officer;
    private CaseFile file;
    private Instant end;

    @BeforeEach
    void aFeeOfAnItemThatDoesNotSayHowMuch() throws Exception {
        people = new People(sql);
        officer = people.officer(Role.APPROVER, DEPARTMENT, REGION);
        parent = office.parent();
        file = office.underReview(parent);
        time.setTo(Instant.now().truncatedTo(ChronoUnit.MILLIS)); // as exactly as the engine keeps its timers
        end = time.instant().plus(Duration.ofDays(10));
        ordered(file);
    }

    @AfterEach
    void timeGoesOn() {
        time.reset();
    }

    @Test
    void anOfficerAssessesAndTheApplicantIsToldHowMuchWhatForAndUntilWhen() throws Exception {
        office.answer(officer, task(), Map.of("feeName", "工本费", "amount", "90.505", "feeBasis", "示例"))
                .andExpect(status().isUnprocessableEntity());
        assessed();

        var order = shown(parent.person());
        assertThat(order.path("no").asText()).startsWith("P" + REGION);
        assertThat(order.path("cents").asLong()).isEqualTo(SUM);
        assertThat(order.at("/fees/0/name").asText()).isEqualTo("工本费");
        assertThat(order.at("/fees/0/basis").asText()).isEqualTo("示例标准");
        assertThat(Instant.parse(order.path("until").asText())).isEqualTo(end);
        assertThat(order.path("stateLabel").asText()).isEqualTo("待缴");
        assertThat(order.path("payer").asText()).isEqualTo(parent.person().name());
        assertThat(order.path("payable").asBoolean()).isTrue();
        assertThat(order.path("cashier").isNull()).isTrue();
        var due = office.read(parent.person(), "/api/applications/" + file.applicationNo())
                .path("payments");
        assertThat(due).hasSize(1);
        assertThat(due.at("/0/no").asText()).isEqualTo(no());
        notices.send(key("due"), file.applicationNo(), file.caseNo(), "payment-due");
        assertThat(office.read(parent.person(), "/api/messages")
                        .findValuesAsText("text")
                        .toString())
                .contains("应缴 90.50 元（工本费 90.50 元）", no());
    }

    @Test
    void whatIsPaidLetsTheCaseGoOnAndIsCountedOnce() throws Exception {
        assessed();
        told();

        callback("T1", SUM, end.minusSeconds(60)).andExpect(jsonPath("$.status").value("SETTLED"));

        assertThat(state()).isEqualTo("PAID");
        assertThat(running()).isFalse();
        assertThat(shown(parent.person()).at("/payments/0/receipt").asText()).isEqualTo("R" + key("T1"));
        assertThat(journal()).contains("网上缴费");
        callback("T1", SUM, end.minusSeconds(60)).andExpect(jsonPath("$.status").value("DUPLICATE"));
        assertThat(payments()).hasSize(1);
        callback("T1", SUM + 1, end).andExpect(jsonPath("$.code").value("transaction-reused"));
    }

    @Test
    void itMayBePaidBeforeTheNoticeWentOut() throws Exception {
        assessed();

        callback("T2", SUM, null).andExpect(jsonPath("$.status").value("SETTLED"));

        assertThat(running()).isFalse();
    }

    @Test
    void whatIsPaidTwiceIsToBePaidBack() throws Exception {
        assessed();
        callback("T3", SUM, null);

        callback("T4", SUM, null).andExpect(jsonPath("$.status").value("TO_REFUND"));

        var order = shown(parent.person());
        assertThat(order.path("stateLabel").asText()).isEqualTo("已缴");
        assertThat(order.at("/payments/1/settles").asBoolean()).isFalse();
        assertThat(journal()).contains("收到款项，待退付");
    }

    @Test
    void theLimitRunsOutAndWhatComesAfterwardsIsToBePaidBack() throws Exception {
        assessed();
        told();
        time.setTo(end);
        callback("T5", SUM, end).andExpect(jsonPath("$.status").value("TO_REFUND"));
        office.answer(officer, task(), Map.of("outcome", "paid", "receiptNo", key("L"), "amount", "90.50"))
                .andExpect(jsonPath("$.code").value("payment-late"));
        assertThat(state()).isEqualTo("OPEN");

        jobs.run(file.caseNo(), FeePayment.Elements.SPECIAL_PROCEDURE_DUE);

        assertThat(state()).isEqualTo("CANCELLED");
        assertThat(running()).isFalse();
        callback("T6", SUM, null).andExpect(jsonPath("$.status").value("TO_REFUND"));
        assertThat(payments()).containsExactly("TO_REFUND", "TO_REFUND");
    }

    @Test
    void whatWasPaidInTimeCountsThoughItIsToldLate() throws Exception {
        assessed();
        time.setTo(end.plusSeconds(60));

        callback("T10", SUM, end.minusSeconds(60))
                .andExpect(jsonPath("$.status").value("SETTLED"));

        assertThat(state()).isEqualTo("PAID");
    }

    @Test
    void anotherSumIsKeptToBePaidBackAndTheOrderStaysOpen() throws Exception {
        assessed();

        callback("T7", SUM - 1, null).andExpect(jsonPath("$.status").value("TO_REFUND"));

        assertThat(state()).isEqualTo("OPEN");
        assertThat(payments()).containsExactly("TO_REFUND");
        assertThat(running()).isTrue();
        assertThat(messages()).contains("有一笔款项将退还", "90.49 元（与应缴金额不一致）");
        callback("T7B", SUM, null).andExpect(jsonPath("$.status").value("SETTLED"));
    }

    @Test
    void whatIsToBePaidBackIsListedAndWrittenDownOnceAsPaidBack() throws Exception {
        assessed();
        callback("T11", SUM, null);
        assertThat(messages()).contains("费用已收到", "90.50 元，票据号码 R" + key("T11"));
        assertThat(pile("TO_REFUND", officer)).doesNotContain(no());
        callback("T12", SUM, null);
        assertThat(pile("TO_REFUND", officer)).contains(no());
        assertThat(pile("OPEN", officer)).doesNotContain(no());
        assertThat(pile("ALL", people.officer(Role.SUPERVISOR, null, REGION))).contains(no());
        assertThat(pile("ALL", people.officer(Role.APPROVER, "police", REGION))).doesNotContain(no());
        var path = "/api/payment-orders/" + no() + "/refunds";
        refund(officer, online("T11"), "V1").andExpect(jsonPath("$.code").value("refund-nothing"));
        sql.sql("update payment_order set department = 'police' where no = ?")
                .param(no())
                .update();
        refund(officer, online("T12"), "V1").andExpect(jsonPath("$.code").value("refund-other-department"));
        sql.sql("update payment_order set department = ? where no = ?")
                .params(DEPARTMENT, no())
                .update();
        sql.sql("update payment_order set region = '430202' where no = ?")
                .param(no())
                .update();
        refund(officer, online("T12"), "V1").andExpect(jsonPath("$.code").value("refund-other-department"));
        sql.sql("update payment_order set region = ? where no = ?")
                .params(REGION, no())
                .update();
        refund(officer, online("T12"), " ").andExpect(status().is4xxClientError());
        office.send(people.officer(Role.CLERK, null, REGION), path, Map.of()).andExpect(status().isForbidden());

        assertThat(shown(officer).at("/payments/1/refundable").asBoolean()).isTrue();
        refund(officer, online("T12"), "V1").andExpect(status().isNoContent());

        assertThat(shown(officer).at("/payments/1/refundable").asBoolean()).isFalse();
        assertThat(pile("TO_REFUND", officer)).doesNotContain(no());
        assertThat(shown(parent.person()).at("/payments/1/refundVoucher").asText())
                .isEqualTo(key("V1"));
        assertThat(journal()).contains(FeePayment.REFUNDED);
        assertThat(messages()).contains("款项已退还", "退付凭证号码 " + key("V1"));
        refund(officer, online("T12"), "V2").andExpect(jsonPath("$.code").value("refund-nothing"));
        callback("T13", SUM, null);
        refund(officer, online("T13"), "V1").andExpect(jsonPath("$.code").value("voucher-known"));
        assertThat(pile("TO_REFUND", officer)).contains(no());
    }

    @Test
    void whoTookTheMoneyDoesNotPayItBack() throws Exception {
        assessed();
        callback("T14", SUM, null);
        office.send(
                        officer,
                        "/api/payment-orders/" + no() + "/payments",
                        Map.of("receiptNo", key("W2"), "amount", "90.50"))
                .andExpect(jsonPath("$.status").value("TO_REFUND"));

        refund(officer, "WINDOW:" + key("W2"), "V3")
                .andExpect(jsonPath("$.code").value("refund-own"));

        refund(people.officer(Role.APPROVER, DEPARTMENT, REGION), "WINDOW:" + key("W2"), "V3")
                .andExpect(status().isNoContent());
    }

    @Test
    void onlyWhatThePlatformSignedIsBelieved() throws Exception {
        assessed();
        var body = body("T8", no(), SUM, null);

        send(body, "00").andExpect(status().isUnauthorized());
        send(body, signature.of("{}".getBytes(StandardCharsets.UTF_8))).andExpect(status().isUnauthorized());
        send("{", null).andExpect(jsonPath("$.code").value("callback-unreadable"));
        send(body("", no(), SUM, null), null).andExpect(jsonPath("$.code").value("callback-invalid"));
        send(body("T8", no(), 0, null), null).andExpect(jsonPath("$.field").value("cents"));
        send(body("T8", "P4301022026030100000000", SUM, null), null).andExpect(status().isNotFound());

        assertThat(payments()).isEmpty();
        assertThatThrownBy(() ->
                        new PaymentSignature(new PaymentProperties("", "HmacSHA256"), false).check("00", new byte[0]))
                .hasMessageContaining("签名不正确");
    }

    @ParameterizedTest
    @CsvSource({"减免, WAIVED, waived", "缴纳, PAID, paid"})
    void anOfficerWaivesOrRegistersWhatAWindowTook(String what, String state, String outcome) throws Exception {
        assessed();
        told();
        office.answer(officer, task(), Map.of("outcome", outcome)).andExpect(status().isUnprocessableEntity());
        office.answer(officer, task(), Map.of("outcome", "paid", "receiptNo", key("W"), "amount", "1"))
                .andExpect(jsonPath("$.code").value("payment-amount"));

        office.answer(
                        officer,
                        task(),
                        Map.of("outcome", outcome, "opinion", what, "receiptNo", key("W"), "amount", "90.5"))
                .andExpect(status().isNoContent());
        jobs.runReady(file.caseNo());

        assertThat(state()).isEqualTo(state);
        assertThat(running()).isFalse();
        assertThat(journal()).contains(state.equals("PAID") ? "窗口缴费" : "减免缴费");
    }

    @Test
    void nothingToPayIsNotWaitedFor() throws Exception {
        office.answer(officer, task(), Map.of("feeName", "工本费", "amount", "0", "feeBasis", "示例标准"))
                .andExpect(status().isNoContent());
        jobs.runReady(file.caseNo());

        assertThat(running()).isFalse();
        assertThat(journal()).contains("无须缴费");
        assertThat(rows.ofCase(file.caseNo())).isEmpty();
    }

    @Test
    void aClerkRegistersAReceiptOnce() throws Exception {
        assessed();
        var clerk = people.officer(Role.CLERK, null, REGION);
        var path = "/api/payment-orders/" + no() + "/payments";
        office.send(clerk, path, Map.of("receiptNo", "", "amount", "90.50")).andExpect(status().is4xxClientError());
        office.send(clerk, path, Map.of("receiptNo", key("C"), "amount", "90.00"))
                .andExpect(jsonPath("$.code").value("payment-amount"));

        office.send(clerk, path, Map.of("receiptNo", key("C"), "amount", "90.50"))
                .andExpect(jsonPath("$.status").value("SETTLED"));

        assertThat(shown(clerk).at("/payments/0/channel").asText()).isEqualTo("窗口缴费");
        assertThat(shown(clerk).path("payer").asText())
                .isNotEqualTo(parent.person().name());
        assertThat(running()).isFalse();
        office.send(clerk, path, Map.of("receiptNo", key("C"), "amount", "90.50"))
                .andExpect(jsonPath("$.code").value("receipt-known"));
    }

    @Test
    void itIsNobodyElses() throws Exception {
        assessed();
        var order = "/api/payment-orders/" + no();
        var paid = Map.of("receiptNo", key("F"), "amount", "90.50");

        web.perform(get(order).with(as(people.citizen()))).andExpect(status().isNotFound());
        web.perform(get(order).with(as(people.officer(Role.APPROVER, "police", REGION))))
                .andExpect(status().isNotFound());
        web.perform(get(order).with(as(officer))).andExpect(status().isOk());
        office.send(parent.person(), order + "/payments", paid).andExpect(status().isForbidden());
        office.send(people.officer(Role.CLERK, null, "430202"), order + "/payments", paid)
                .andExpect(status().isNotFound());
        web.perform(get(order)).andExpect(status().isUnauthorized());
    }

    @Test
    void aCaseThatEndsCancelsItsOpenOrder() throws Exception {
        assessed();

        cases.move(file.caseNo(), CaseState.WITHDRAWN, "申请人", "不办了", "");

        assertThat(state()).isEqualTo("CANCELLED");
        callback("T9", SUM, null).andExpect(jsonPath("$.status").value("TO_REFUND"));
    }

    @Test
    void itsEndFollowsTheClock() throws Exception {
        assessed();

        clocks.extend(new Clocks.Key(file.caseNo(), ClockKind.SPECIAL_PROCEDURE, 1), 2, "延长缴费", "示例", time.instant());

        assertThat(rows.get(no()).until()).isEqualTo(end.plus(Duration.ofDays(2)));
    }

    @Test
    void theOfficerWhoDecidesReadsHowItStands() throws Exception {
        assessed();
        told();

        assertThat(office.read(officer, "/api/tasks/" + task()).path("facts").findValuesAsText("value"))
                .contains("待缴，应缴 90.50 元，编号 " + no());
    }

    @Test
    void whatTheItemSaysNeedsNoAssessment() {
        var item = catalogue.item("HN-ZR-1401", "430100");
        var fees = catalogue.fees(item.code(), "430100", item.edition(), time.instant());
        assertThat(fees.fees()).containsExactly(new Fee("不动产登记费", 8_000, "示例（依据待核对）"));
        assertThat(fees.online()).isTrue();
        var filing = new Filing(applications, cases, clocks, time);
        var other = filing.underReview(filing.submitted("second-hand-home", "transferRegistration", item, Map.of()));

        ordered(other);

        assertThat(rows.ofCase(other.caseNo()).orElseThrow().cents()).isEqualTo(8_000);
    }

    @Test
    void theDemonstrationsCashierSignsLikeThePlatform() throws Exception {
        assessed();
        var cashier = new DemoCashierController(rows, signature, callbacks, json, time);

        assertThat(cashier.pay(no())).containsEntry("status", PaymentReceived.SETTLED);

        assertThat(new DemoPaymentGateway().cashier(rows.get(no()))).isEqualTo("/cashier/" + no());
        assertThat(new PaymentSignature(new PaymentProperties("", "HmacSHA256"), true).of(new byte[0]))
                .hasSize(64);
    }

    private void ordered(CaseFile one) {
        cases.noteSpecialProcedure(one.caseNo(), 10, LimitUnit.CALENDAR_DAY, "缴费", "示例", "办事员");
        procedures.open(one.caseNo(), 10, LimitUnit.CALENDAR_DAY, "缴费", "示例", "办事员", time.instant());
        processes.start(
                FeePayment.PROCESS,
                one.caseNo(),
                null,
                Map.of(
                        FeePayment.Variables.APPROVER_GROUP,
                        Groups.ofDepartment(DEPARTMENT),
                        "applicationNo",
                        one.applicationNo()));
    }

    private void assessed() throws Exception {
        office.answer(officer, task(), Map.of("feeName", "工本费", "amount", "90.50", "feeBasis", "示例标准"))
                .andExpect(status().isNoContent());
        jobs.runReady(file.caseNo());
    }

    /** The notice went out, and the task waits. */
    private void told() {
        new WorkerHands(external, jobs).goOn(file.caseNo());
    }

    private String online(String transaction) {
        return "ONLINE:" + key(transaction);
    }

    private ResultActions refund(Account who, String payment, String voucher) throws Exception {
        return office.send(
                who,
                "/api/payment-orders/" + no() + "/refunds",
                Map.of("payment", payment, "voucherNo", voucher.isBlank() ? voucher : key(voucher)));
    }

    private List<String> pile(String pile, Account who) throws Exception {
        return office.read(who, "/api/payment-orders?pile=" + pile)
                .path("items")
                .findValuesAsText("no");
    }

    private String messages() throws Exception {
        var messages = office.read(parent.person(), "/api/messages");
        return messages.findValuesAsText("title") + " " + messages.findValuesAsText("text");
    }

    private ResultActions callback(String transaction, long cents, Instant paidAt) throws Exception {
        var answer = send(body(transaction, no(), cents, paidAt), null);
        jobs.runReady(file.caseNo());
        return answer;
    }

    private String body(String transaction, String order, long cents, Instant paidAt) throws Exception {
        var number = transaction.isEmpty() ? "" : key(transaction);
        return json.writeValueAsString(new PaymentCallbacks.Paid(number, order, cents, "R" + number, paidAt));
    }

    /** @param signed with what, {@code null} for the right signature */
    private ResultActions send(String body, String signed) throws Exception {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return web.perform(post("/api/payment-callbacks")
                .header("X-Signature", signed == null ? signature.of(bytes) : signed)
                .contentType(MediaType.APPLICATION_JSON)
                .content(bytes));
    }

    /** A number that no other test uses. */
    private String key(String name) {
        return name + "-" + file.caseNo();
    }

    private String task() throws Exception {
        var items =
                office.read(officer, "/api/tasks?size=100&q=" + file.caseNo()).path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> List.of(FeePayment.Elements.ASSESS_FEE, FeePayment.Elements.COLLECT_FEE)
                        .contains(item.path("key").asText()))
                .map(item -> item.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode shown(Account person) throws Exception {
        return office.read(person, "/api/payment-orders/" + no());
    }

    private String no() {
        return rows.ofCase(file.caseNo()).orElseThrow().no();
    }

    private String state() {
        return rows.get(no()).state().name();
    }

    private List<String> journal() {
        return cases.journal(file.caseNo()).stream().map(JournalEntry::what).toList();
    }

    private List<String> payments() {
        return sql.sql("select use from payment where order_no = ? order by received_at")
                .param(no())
                .query(String.class)
                .list();
    }

    /** Whether the case still waits for its fee. */
    private boolean running() {
        return jobs.waiting(file.caseNo()).stream()
                .anyMatch(job ->
                        job.getDuedate() != null && job.getDuedate().toInstant().equals(end));
    }
}
