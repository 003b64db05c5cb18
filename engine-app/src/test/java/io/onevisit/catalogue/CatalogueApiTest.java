package io.onevisit.catalogue;

import static io.onevisit.People.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** The catalogue over HTTP: open to read, changed by analysts within their own region. */
@PlatformTest
class CatalogueApiTest {

    private static final String STUDIO = "/api/studio/catalogue";

    @Autowired
    MockMvc http;

    @Autowired
    ItemSheet sheets;

    @Autowired
    JdbcClient sql;

    @Test
    void anyoneFindsAndReadsAnItem() throws Exception {
        load("TA-0001", Map.of("name", "独一无二许可"));

        http.perform(get("/api/items")
                        .param("q", "独一无二 许可")
                        .param("region", "430102")
                        .param("type", "01"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].code").value("TA-0001"))
                .andExpect(jsonPath("$.items[0].departmentName").value("卫生健康委员会"));
        http.perform(get("/api/items/TA-0001").param("region", "430102"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.elements[?(@.key == 'promised')].words").value("7 个工作日"))
                .andExpect(jsonPath("$.elements[?(@.key == 'promised')].origin.name")
                        .value("湖南省"))
                .andExpect(jsonPath("$.elements[?(@.key == 'itemType')].words").value("行政许可"))
                .andExpect(jsonPath("$.elements[?(@.key == 'materials')].rows[0]['必要性']")
                        .value("必要"));
        http.perform(get("/api/items").param("q", "100%_ 没有这样的"))
                .andExpect(jsonPath("$.total").value(0))
                .andExpect(jsonPath("$.pages").value(1));
    }

    @Test
    void whatIsNotThereIsSaidInASentence() throws Exception {
        http.perform(get("/api/items/TA-NONE"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("没有编码为 TA-NONE 的事项。"));
        http.perform(get("/api/items").param("region", "110000"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("没有编码为 110000 的行政区划，请重新选择地区。"));
        http.perform(get("/api/items/TA-NONE/editions")).andExpect(status().isNotFound());
    }

    @Test
    void aRegionPickerGetsTheDivisionsThatExist() throws Exception {
        http.perform(get("/api/regions").param("parent", "430100"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].code", hasItem("430112")))
                .andExpect(jsonPath("$[*].code", not(hasItem("430122"))));
    }

    @Test
    void nothingNewBeginsInAnAbolishedCounty() throws Exception {
        http.perform(post("/api/drafts")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"bundle\": \"newborn\", \"region\": \"430122\"}")
                        .with(as(new People(sql).citizen())))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("region-abolished"))
                .andExpect(jsonPath("$.successor").value("430112"));
    }

    @Test
    void twoEditionsAreToldApartElementByElement() throws Exception {
        load("TA-0002", Map.of());
        load(
                "TA-0002",
                Map.of(
                        "promised", "5",
                        "substantive", "true",
                        "materials", "[{name: 申请书, copies: 2}, {name: 检测报告}]"));

        http.perform(get("/api/items/TA-0002/diff").param("from", "1").param("to", "2"))
                .andExpect(status().isOk())
                .andExpect(
                        jsonPath("$.changes[?(@.element == 'promised')].before").value("7"))
                .andExpect(
                        jsonPath("$.changes[?(@.element == 'promised')].after").value("5"))
                .andExpect(jsonPath("$.changes[?(@.element == 'substantive')].after")
                        .value("是"))
                .andExpect(jsonPath("$.changes[?(@.title == '复印件份数')].row").value("申请书"))
                .andExpect(jsonPath("$.changes[?(@.row == '身份证明')].after").value(""))
                .andExpect(jsonPath("$.changes[?(@.row == '检测报告')].before").value(""));
        http.perform(get("/api/items/TA-0002/editions"))
                .andExpect(jsonPath("$[*].edition", contains(2, 1)))
                .andExpect(jsonPath("$[0].serving").value(true))
                .andExpect(jsonPath("$[1].serving").value(false));
        http.perform(get("/api/items/TA-0002/diff").param("from", "1").param("to", "9"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("事项 TA-0002 没有第 9 版。"));
    }

    @Test
    void onlyAnalystsChangeIt() throws Exception {
        load("TA-0003", Map.of());
        var change = post(STUDIO + "/items/TA-0003/editions/1/status")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"status\": \"SUSPENDED\", \"reason\": \"检修\"}");

        http.perform(change.with(as(new People(sql).citizen()))).andExpect(status().isForbidden());
        http.perform(change.with(as(analyst("430100"))))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value("您只能维护本地区及下级地区的事项要素。"));
        http.perform(change.with(as(analyst("430000")))).andExpect(status().isOk());
        http.perform(get("/api/items/TA-0003")).andExpect(jsonPath("$.closed").value("事项“测试事项TA-0003”暂停办理：检修"));
        http.perform(get("/api/items").param("q", "TA-0003"))
                .andExpect(jsonPath("$.items[0].statusReason").value("检修"));
    }

    @Test
    void aCityEditsItsOwnAndSeesWhatItInherits() throws Exception {
        load("TA-0004", Map.of());
        var city = analyst("430100");

        http.perform(get(STUDIO + "/items/TA-0004/overlays/430100").with(as(city)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.edition").value(0))
                .andExpect(jsonPath("$.above.promised").value(7));
        http.perform(overlay("TA-0004", "430100", city, "{\"promised\": 9}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("“承诺办结时限”只能比上级更少：本地填写 9，上级为 7。"))
                .andExpect(jsonPath("$.errors[0].field").value("promised"));
        http.perform(overlay("TA-0004", "430100", city, "{\"promised\": 3, \"place\": \"市民之家\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.edition").value(1));
        http.perform(overlay("TA-0004", "430200", city, "{\"promised\": 3}")).andExpect(status().isForbidden());
        http.perform(get("/api/items").param("q", "TA-0004").param("region", "430102"))
                .andExpect(jsonPath("$.items[0].promised").value(3));
        http.perform(get(STUDIO + "/items/TA-0004/impact").with(as(city)))
                .andExpect(jsonPath("$.overlays[0].name").value("长沙市"))
                .andExpect(jsonPath("$.overlays[0].elements", contains("承诺办结时限", "办理地点")))
                .andExpect(jsonPath("$.overlays[0].conflicts").isEmpty());
    }

    @Test
    void aFileIsPreviewedWithWhatItChangesAndTouches() throws Exception {
        load("TA-0005", Map.of());
        http.perform(overlay("TA-0005", "430100", analyst("430100"), "{\"promised\": 6}"))
                .andExpect(status().isOk());
        var province = analyst("430000");
        var item =
                """
                [{"code": "TA-0005", "name": "测试事项TA-0005", "department": "health", "itemType": "01", "promised": 5, "statutory": 20}]""";

        var body = http.perform(multipart(STUDIO + "/imports")
                        .file(new MockMultipartFile("file", "改动.json", null, item.getBytes(StandardCharsets.UTF_8)))
                        .with(as(province)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.counts.changed").value(1))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var at = STUDIO + "/imports/" + JsonPath.read(body, "$.id");

        http.perform(get(at + "/rows/1").with(as(province)))
                .andExpect(jsonPath("$.changes[*].title", hasItem("承诺办结时限")))
                .andExpect(jsonPath("$.impact.overlays[0].conflicts[0]").value("“承诺办结时限”只能比上级更少：本地填写 6，上级为 5。"));
        http.perform(get(at).with(as(analyst("430100")))).andExpect(status().isNotFound());
        http.perform(post(at + "/load")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"leaveOutWrong\": false}")
                        .with(as(province)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("LOADED"));
        http.perform(get("/api/items/TA-0005").param("region", "430100"))
                .andExpect(jsonPath("$.edition").value(2))
                .andExpect(jsonPath("$.elements[?(@.key == 'promised')].value").value(5));
    }

    @Test
    void templateAndExportAreAttachments() throws Exception {
        load("TA-0006", Map.of());
        var analyst = analyst("430000");

        http.perform(get(STUDIO + "/template.xlsx").with(as(analyst)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
        http.perform(get(STUDIO + "/export.json").param("codes", "TA-0006").with(as(analyst)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].code", contains("TA-0006")));
        http.perform(get(STUDIO + "/export.xlsx").param("q", "TA-0006").with(as(analyst)))
                .andExpect(status().isOk());
        http.perform(get(STUDIO + "/words").with(as(analyst("430100"))))
                .andExpect(jsonPath("$.regions[*].code", hasItem("430102")))
                .andExpect(jsonPath("$.elements[?(@.key == 'place')].reach").value("LOCAL"));
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder overlay(
            String code, String region, Account who, String elements) {
        return put(STUDIO + "/items/" + code + "/overlays/" + region)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"elements\": " + elements + ", \"basedOn\": 0}")
                .with(as(who));
    }

    private Account analyst(String region) {
        return new People(sql).officer(Role.ANALYST, null, region);
    }

    private void load(String code, Map<String, String> elements) {
        sheets.load(Items.sheet(code, elements), Catalogue.PROVINCE);
    }
}
