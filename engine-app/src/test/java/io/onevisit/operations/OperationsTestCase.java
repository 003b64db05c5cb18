package io.onevisit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** An operator and a second one, and what they ask of the batch centre over the API. */
@PlatformTest
abstract class OperationsTestCase {

    static final String PLACE = "/api/cockpit/operations";
    static final String WHY = "办件停错了环节，按工单要求纠正";

    /** Everything that a move may change. */
    private static final List<String> TABLES = List.of(
            "act_ru_execution",
            "act_ru_task",
            "act_ru_ext_task",
            "act_ru_job",
            "act_ru_event_subscr",
            "act_ru_variable",
            "act_ru_incident",
            "act_hi_procinst",
            "act_hi_actinst",
            "application",
            "case_file",
            "journal",
            "work_item",
            "applicant_task",
            "clock",
            "clock_entry",
            "card",
            "notice_message",
            "handoff_message",
            "incident_record",
            "paper",
            "audit_entry",
            "event_publication",
            "rule_record",
            "distribution");

    @Autowired
    Office office;

    @Autowired
    JdbcClient sql;

    @Autowired
    Cases cases;

    @Autowired
    Jobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    OperationRuns runs;

    Account operator;
    Account second;
    Account elsewhere;

    @BeforeEach
    void operators() {
        var people = new People(sql);
        operator = people.officer(Role.OPERATOR, null, "430100");
        second = people.officer(Role.SUPERVISOR, null, "430000");
        elsewhere = people.officer(Role.OPERATOR, null, "430200");
    }

    CaseFile underReview() throws Exception {
        return office.underReview(parent());
    }

    Applying parent() {
        return office.parent();
    }

    ProcessInstance process(String number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .findFirst()
                .orElseThrow();
    }

    List<String> places(String number) {
        return runtime.getActiveActivityIds(process(number).getId()).stream()
                .distinct()
                .sorted()
                .toList();
    }

    static Map<String, Object> instructions(Object... pairs) {
        var given = new HashMap<String, Object>();
        for (var n = 0; n < pairs.length; n += 2) given.put((String) pairs[n], pairs[n + 1]);
        given.putIfAbsent("tellAgain", true);
        given.putIfAbsent("handOffAgain", true);
        return given;
    }

    static Map<String, String> step(String act, String element) {
        return Map.of("act", act, "element", element);
    }

    ResultActions ask(Account who, OperationKind kind, Map<String, Object> instructions, List<String> chosen)
            throws Exception {
        return office.send(who, PLACE, Map.of("kind", kind, "instructions", instructions, "chosen", chosen));
    }

    /** Asked for and tried. */
    long tried(OperationKind kind, Map<String, Object> instructions, List<String> chosen) throws Exception {
        var answer = office.json(ask(operator, kind, instructions, chosen));
        assertThat(answer.path("no").asLong()).as(answer.toString()).isPositive();
        goOn(answer.path("no").asLong());
        return answer.path("no").asLong();
    }

    void goOn(long no) {
        while (runs.advance(no)) {
            Thread.onSpinWait();
        }
    }

    void submitted(long no) throws Exception {
        var answer = office.json(office.send(operator, PLACE + "/" + no + "/submission", Map.of("reason", WHY)));
        assertThat(answer.path("state").asText()).as(answer.toString()).isIn("RUNNING", "WAITING");
    }

    /** Done by who asked for it alone. */
    void done(long no) throws Exception {
        submitted(no);
        goOn(no);
        assertThat(page(no).path("state").asText()).isEqualTo("DONE");
    }

    ResultActions act(Account who, long no, String act) throws Exception {
        return office.send(who, PLACE + "/" + no + "/" + act, Map.of("reason", "核对后不同意这样办"));
    }

    JsonNode page(long no) throws Exception {
        return office.read(operator, PLACE + "/" + no);
    }

    List<JsonNode> lines(long no) throws Exception {
        var found = new ArrayList<JsonNode>();
        office.read(operator, PLACE + "/" + no + "/lines?size=200").forEach(found::add);
        return found;
    }

    JsonNode line(long no) throws Exception {
        return lines(no).get(0);
    }

    static List<String> texts(JsonNode list) {
        var found = new ArrayList<String>();
        list.forEach(one ->
                found.add(one.isTextual() ? one.asText() : one.path("text").asText()));
        return found;
    }

    /** Of each table how many rows there are and what they say; that a trial was asked for stands in the audit. */
    Map<String, String> everything() {
        var found = new TreeMap<String, String>();
        for (var table : TABLES) {
            found.put(
                    table,
                    sql.sql("select count(*) || ':' || coalesce(sum(hashtext(t::text)::bigint), 0) from " + table
                                    + narrowed(table))
                            .query(String.class)
                            .single());
        }
        return found;
    }

    /** The operation's own entries are not meant; notices to officers are sent a while after what they tell of, whoever did it. */
    private static String narrowed(String table) {
        return switch (table) {
            case "audit_entry" -> " t where verb not like '%OPERATION'";
            case "notice_message" -> " t where case_no <> ''";
            default -> " t";
        };
    }

    static Stream<String> journal(Cases cases, String number) {
        return cases.journal(number).stream().map(entry -> entry.who() + " " + entry.what() + " " + entry.detail());
    }
}
