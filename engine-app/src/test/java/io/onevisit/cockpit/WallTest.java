package io.onevisit.cockpit;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The wall goes down from province to city to county, each place with its lights of this moment, and no further than one's reach. */
@PlatformTest
class WallTest {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock time;

    private Account province;
    private Account city;
    private CaseFile file;

    @BeforeEach
    void aCaseIsUnderReview() {
        var people = new People(sql);
        province = people.officer(Role.SUPERVISOR, null, "430000");
        city = people.officer(Role.SUPERVISOR, null, "430100");
        file = new Filing(applications, cases, clocks, time).underReview("wall-department", Map.of());
    }

    @AfterEach
    void timeGoesOn() {
        time.reset();
    }

    @Test
    void theProvinceIsShownByCitiesAndACityByCounties() throws Exception {
        var cities = wall(province, "").path("places");
        assertThat(cities.size()).as("14 cities and the province's own level").isEqualTo(15);
        assertThat(place(wall(province, ""), "430100").path("running").asLong()).isPositive();

        var counties = wall(province, "430100");
        assertThat(place(counties, file.region()).path("running").asLong()).isPositive();
        assertThat(counties.path("above").findValuesAsText("code")).containsExactly("430000", "430100");
        assertThat(place(counties, "430100").path("own").asBoolean()).isTrue();
    }

    @Test
    void aPlaceShinesAsItsCasesDo() throws Exception {
        var before = place(wall(city, ""), file.region());
        time.setTo(file.redAt().plusSeconds(1));
        var after = place(wall(city, ""), file.region());

        assertThat(after.path("red").asLong()).isGreaterThan(before.path("red").asLong());
        assertThat(after.path("running")).isEqualTo(before.path("running"));
    }

    @Test
    void theListBehindAPlaceHoldsItsCasesOnly() throws Exception {
        var here = cases(city, file.region());
        var elsewhere = cases(city, "430111");

        assertThat(here.findValuesAsText("caseNo")).contains(file.caseNo());
        assertThat(elsewhere.findValuesAsText("caseNo")).doesNotContain(file.caseNo());
    }

    @Test
    void nobodyLooksBeyondTheirReach() throws Exception {
        assertThat(wall(city, "").path("above").findValuesAsText("code")).containsExactly("430100");
        web.perform(get("/api/cockpit/wall?region=430200").with(as(city)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("region-unknown"));
    }

    private JsonNode cases(Account who, String region) throws Exception {
        return read(who, "/api/cockpit/cases?size=100&region=" + region + "&q=" + file.caseNo());
    }

    private JsonNode wall(Account who, String region) throws Exception {
        return read(who, "/api/cockpit/wall?region=" + region);
    }

    private JsonNode read(Account who, String path) throws Exception {
        return json.readTree(web.perform(get(path).with(as(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    private static JsonNode place(JsonNode wall, String code) {
        for (var place : wall.path("places")) {
            if (place.path("code").asText().equals(code)) {
                return place;
            }
        }
        return MissingNode.getInstance();
    }
}
