package io.onevisit.supervision;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Who is told of cards, set by the supervisors of 怀化 (4312) for their city and its counties; nobody else's tests set any. */
@PlatformTest
class RecipientsTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String CITY = "431200";
    private static final String COUNTY = "431229";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clocks clocks;

    @Autowired
    DueLights lights;

    @Autowired
    CardDelivery delivery;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    private People people;
    private Account supervisor;
    private Account officer;
    private Account colleague;
    private Account head;
    private String department;

    @BeforeEach
    void aDepartmentOfTheCity() {
        people = new People(sql);
        department = "recipients-" + COUNT.incrementAndGet();
        sql.sql("insert into department (code, name) values (?, ?)")
                .params(department, "测试局" + COUNT.get())
                .update();
        supervisor = people.officer(Role.SUPERVISOR, null, CITY);
        officer = people.officer(Role.APPROVER, department, CITY);
        colleague = people.officer(Role.APPROVER, department, CITY);
        head = people.officer(Role.HEAD, department, CITY);
    }

    @AfterEach
    void back() {
        time.reset();
        sql.sql("delete from supervision_recipient where region like '4312%'").update();
        sql.sql("delete from department where code = ?").param(department).update();
    }

    @Test
    void withoutASettingThePageSaysWhoIsToldByDefault() throws Exception {
        var blue = cell(supervisor, CITY, department, "BLUE");

        assertThat(blue.path("own")).isEmpty();
        assertThat(blue.path("version").asLong()).isZero();
        assertThat(blue.path("from").path("regionName").asText()).isEqualTo("湖南省");
        assertThat(blue.path("from").path("departmentName").asText()).isEqualTo("全部部门");
        assertThat(blue.path("told").path(0).path("label").asText()).isEqualTo("承办人");
        assertThat(blue.path("told").path(0).path("detail").asText())
                .contains(officer.name())
                .contains(colleague.name());
        assertThat(cell(supervisor, CITY, department, "YELLOW")
                        .path("told")
                        .path(0)
                        .path("detail")
                        .asText())
                .isEqualTo(head.name());
    }

    @Test
    void whoIsSetIsToldInsteadAndEveryLevelIncludesTheLower() throws Exception {
        set(supervisor, CITY, department, "BLUE", 0, officer.username()).andExpect(status().isOk());
        set(supervisor, CITY, department, "YELLOW", 0, "HEAD").andExpect(status().isOk());

        assertThat(toldOf(COUNTY, "BLUE")).containsExactly(officer.username());
        assertThat(toldOf(COUNTY, "YELLOW")).containsExactlyInAnyOrder(officer.username(), head.username());
        assertThat(toldOf(COUNTY, "RED"))
                .contains(officer.username(), head.username(), supervisor.username())
                .doesNotContain(colleague.username());
    }

    @Test
    void whoHoldsSeveralPostsIsToldOfTheCardsOfEach() throws Exception {
        var elsewhere = people.officer(Role.APPROVER, "health", "430200");
        var post = people.post(elsewhere.username(), Set.of(Role.HEAD), department, COUNTY);
        set(supervisor, CITY, department, "BLUE", 0, "HEAD").andExpect(status().isOk());
        assertThat(toldOf(COUNTY, "BLUE")).as("by the post they hold there").containsExactly(elsewhere.username());

        // Their post there lies in a county and is no reason to be told of the whole city's.
        set(supervisor, CITY, department, "YELLOW", 0, elsewhere.username())
                .andExpect(status().isUnprocessableEntity());
        set(supervisor, COUNTY, department, "YELLOW", 0, elsewhere.username()).andExpect(status().isOk());
        assertThat(toldOf(COUNTY, "YELLOW")).contains(elsewhere.username());

        sql.sql("update post set until_day = '2020-12-31' where id = ?")
                .param(post)
                .update();
        assertThat(toldOf(COUNTY, "BLUE")).as("the post is over").containsExactly(head.username());
    }

    @Test
    void theNearestSettingCounts() throws Exception {
        var local = people.officer(Role.HEAD, department, COUNTY);
        set(supervisor, CITY, "", "BLUE", 0, "HEAD").andExpect(status().isOk());
        assertThat(toldOf(COUNTY, "BLUE")).as("the nearest who hold the post").containsExactly(local.username());
        assertThat(toldOf(CITY, "BLUE")).containsExactly(head.username());

        set(supervisor, CITY, department, "BLUE", 0, officer.username()).andExpect(status().isOk());
        assertThat(toldOf(COUNTY, "BLUE"))
                .as("the department's before all departments'")
                .containsExactly(officer.username());

        set(supervisor, COUNTY, "", "BLUE", 0, supervisor.username()).andExpect(status().isOk());
        assertThat(toldOf(COUNTY, "BLUE")).as("the county's before the city's").containsExactly(supervisor.username());
        assertThat(toldOf(CITY, "BLUE")).containsExactly(officer.username());
    }

    @Test
    void aSettingThatReachesNobodyAnyMoreGivesWayToTheNextOne() throws Exception {
        set(supervisor, CITY, department, "BLUE", 0, colleague.username()).andExpect(status().isOk());
        sql.sql("update account set enabled = false where username = ?")
                .param(colleague.username())
                .update();

        assertThat(toldOf(CITY, "BLUE")).containsExactly(officer.username());
        var blue = cell(supervisor, CITY, department, "BLUE");
        assertThat(blue.path("own").path(0).path("detail").asText()).isEqualTo("账号已停用");
        assertThat(blue.path("from").path("regionName").asText()).isEqualTo("湖南省");
    }

    @Test
    void eachChangeIsWrittenDownWithWhoAndWhenAndCanBeTakenBack() throws Exception {
        time.setTo(Watching.at("2026-03-12T10:00"));
        var version = json.readTree(set(supervisor, CITY, department, "RED", 0, head.username(), "SUPERVISOR")
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.changedBy").value(supervisor.name()))
                        .andExpect(jsonPath("$.changedAt").value("2026-03-12T02:00:00Z"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .path("version")
                .asLong();
        set(supervisor, CITY, department, "RED", version, head.username(), "SUPERVISOR")
                .andExpect(jsonPath("$.version").value(version));
        set(supervisor, CITY, department, "RED", version)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.own").isEmpty());

        web.perform(get("/api/supervision/recipients/changes?region=" + CITY).with(as(supervisor)))
                .andExpect(jsonPath("$[0].becomes").value(""))
                .andExpect(jsonPath("$[0].was").value(containsString("监察人员")))
                .andExpect(jsonPath("$[1].name").value(supervisor.name()))
                .andExpect(jsonPath("$[1].departmentName").value("测试局" + COUNT.get()))
                .andExpect(jsonPath("$[1].level").value("RED"))
                .andExpect(jsonPath("$[1].becomes").value(containsString(head.name())));
        assertThat(sql.sql("select count(*) from recipient_change where department = ?")
                        .param(department)
                        .query(Integer.class)
                        .single())
                .as("sending the same again is no change")
                .isEqualTo(2);
    }

    @Test
    void ofTwoWhoChangeTheSameTheSecondLearnsOfTheFirst() throws Exception {
        var other = people.officer(Role.SUPERVISOR, null, CITY);
        set(other, CITY, department, "BLUE", 0, officer.username()).andExpect(status().isOk());

        set(supervisor, CITY, department, "BLUE", 0, colleague.username())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("recipients-changed"))
                .andExpect(jsonPath("$.detail").value(containsString(other.name())));
    }

    @Test
    void nobodyIsSetWhoCouldNotOpenTheCards() throws Exception {
        var foreign = people.officer(Role.APPROVER, "another", CITY);
        var local = people.officer(Role.APPROVER, department, COUNTY);
        var citizen = people.citizen();

        refused(CITY, department, "属于another，看不到测试局", foreign.username());
        refused(CITY, department, "看不到怀化市其他地方的牌", local.username());
        refused(CITY, department, "不能作为告知对象", citizen.username());
        refused(CITY, department, "账号已停用", "nobody.there");
        refused(CITY, "", "只能看到本部门的牌", officer.username());
        refused(CITY, "no-such-department", "没有这个部门", officer.username());
        web.perform(get("/api/supervision/recipients/staff?region=" + CITY + "&department=" + department)
                        .with(as(supervisor)))
                .andExpect(jsonPath("$[*].username").value(hasItem(officer.username())))
                .andExpect(jsonPath("$[*].username").value(hasItem(supervisor.username())))
                .andExpect(jsonPath("$[?(@.username == '" + foreign.username() + "')]")
                        .isEmpty())
                .andExpect(jsonPath("$[?(@.username == '" + local.username() + "')]")
                        .isEmpty());
    }

    @Test
    void onlyTheSupervisorsOfTheRegionSetThem() throws Exception {
        var elsewhere = people.officer(Role.SUPERVISOR, null, "431100");
        var operator = people.officer(Role.OPERATOR, null, CITY);
        var county = people.officer(Role.SUPERVISOR, null, COUNTY);

        set(elsewhere, CITY, department, "BLUE", 0, officer.username()).andExpect(status().isNotFound());
        set(county, CITY, department, "BLUE", 0, officer.username()).andExpect(status().isNotFound());
        set(operator, CITY, department, "BLUE", 0, officer.username()).andExpect(status().isForbidden());
        set(officer, CITY, department, "BLUE", 0, officer.username()).andExpect(status().isForbidden());
        web.perform(get("/api/supervision/recipients").with(as(operator)))
                .andExpect(jsonPath("$.mayChange").value(false))
                .andExpect(jsonPath("$.region").value(CITY));
        var province = people.officer(Role.SUPERVISOR, null, "430000");
        var version = cell(province, "430000", "", "BLUE").path("version").asLong();
        set(province, "430000", "", "BLUE", version)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("不能为空")));
    }

    @Test
    void aCardThatCannotBeToldOfHoldsUpNoOtherAndIsToldLater() {
        var bad = raised(CITY);
        var good = raised(CITY);
        sql.sql("update card set recipients = 'PURPLE' where case_no = ?")
                .param(bad)
                .update();

        while (delivery.tellSome() > 0) {}

        assertThat(inbox(good)).contains(officer.username());
        assertThat(inbox(bad)).isEmpty();
        assertThat(failing()).singleElement().asString().contains("PURPLE");
        sql.sql("update card set recipients = 'BLUE' where case_no = ?")
                .param(bad)
                .update();
        assertThat(delivery.tellSome()).as("not at once").isZero();
        time.advance(Duration.ofMinutes(6));
        while (delivery.tellSome() > 0) {}
        assertThat(inbox(bad)).contains(officer.username());
        assertThat(failing()).isEmpty();
    }

    private String raised(String region) {
        var no = "%s20260312%08d".formatted(region, 50_000 + COUNT.incrementAndGet());
        new Watching(clocks, time, sql).started(no, ClockKind.CASE, region, department);
        time.setTo(Watching.RED);
        lights.raise(no);
        return no;
    }

    /** Accounts that the card of one light was told to. */
    private List<String> toldOf(String region, String light) {
        var no = raised(region);
        while (delivery.tellSome() > 0) {}
        return sql.sql("select unnest(told) from card where case_no = ? and light = ?")
                .params(no, light)
                .query(String.class)
                .list();
    }

    private List<String> inbox(String no) {
        return sql.sql("select distinct recipient from notice_message where application_no = ?")
                .param(no)
                .query(String.class)
                .list();
    }

    private List<String> failing() {
        return sql.sql("select cause from supervision_failure where tenant = ? and work = '告知' and ended_at is null")
                .param(CITY)
                .query(String.class)
                .list();
    }

    private void refused(String region, String of, String sentence, String whom) throws Exception {
        set(supervisor, region, of, "BLUE", 0, whom)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString(sentence)));
    }

    /** @param whom posts in capitals, everybody else by user name */
    private ResultActions set(Account who, String region, String of, String level, long version, String... whom)
            throws Exception {
        var entries = Arrays.stream(whom)
                .map(one -> Map.of(one.matches("[A-Z]+") ? "post" : "username", one))
                .toList();
        return web.perform(put("/api/supervision/recipients")
                .with(as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of(
                        "region",
                        region,
                        "department",
                        of,
                        "level",
                        level,
                        "version",
                        version,
                        "recipients",
                        entries))));
    }

    private JsonNode cell(Account who, String region, String of, String level) throws Exception {
        var page = json.readTree(
                web.perform(get("/api/supervision/recipients?region=" + region).with(as(who)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
        for (var row : page.path("rows"))
            if (row.path("department").asText().equals(of))
                for (var cell : row.path("cells"))
                    if (cell.path("level").asText().equals(level)) return cell;
        throw new AssertionError("no " + of + " " + level);
    }
}
