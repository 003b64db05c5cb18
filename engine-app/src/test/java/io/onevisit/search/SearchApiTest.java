package io.onevisit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.People;
import io.onevisit.catalogue.ItemSheet;
import io.onevisit.identity.Role;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What anybody may ask of the search box, and what is refused. */
class SearchApiTest extends SearchTestCase {

    @Autowired
    ItemSheet sheets;

    @Autowired
    JdbcClient sql;

    @Test
    void theAnswerNamesWhatItIsAndMarksWhatWasMet() throws Exception {
        var answer = asked("/api/search", "q", "新生儿出生", "region", "430100", "size", "10");

        var first = answer.path("hits").path(0);
        assertThat(first.path("type").asText()).isEqualTo("BUNDLE");
        assertThat(first.path("key").asText()).isEqualTo("newborn");
        assertThat(first.path("name").asText()).isEqualTo("新生儿出生一件事");
        assertThat(first.path("highlight").asText()).contains("<em>").doesNotContain("<b>");
        assertThat(first.path("score").isNumber()).isTrue();
        assertThat(answer.path("tookMs").isNumber()).isTrue();
        assertThat(answer.has("notice")).isFalse();
    }

    @Test
    void bundlesAloneOrItemsAlone() throws Exception {
        assertThat(found("出生", "type", "BUNDLE")).containsExactly("newborn");
        assertThat(found("出生", "type", "ITEM")).contains("HN-GA-0201").doesNotContain("newborn");
    }

    @Test
    void aNameWithMarkupStaysText() throws Exception {
        load("SE-0001", "浮标<img src=x onerror=alert(1)>灯塔&登记", "430000");

        var hit = asked("/api/search", "q", "浮标灯塔").path("hits").path(0);

        assertThat(hit.path("name").asText()).contains("<img src=x");
        assertThat(hit.path("highlight").asText())
                .contains("&lt;img", "&amp;", "<em>")
                .doesNotContain("<img");
    }

    @Test
    void anItemOfACityIsFoundThereAndBelow() throws Exception {
        load("SE-0002", "橘子洲烟花观赏区摊位登记", "430100");

        assertThat(found("橘子洲烟花观赏区摊位登记", "region", "430100")).contains("SE-0002");
        assertThat(found("橘子洲烟花观赏区摊位登记", "region", "430102001001")).contains("SE-0002");
        assertThat(found("橘子洲烟花观赏区摊位登记", "region", "430200")).doesNotContain("SE-0002");
        assertThat(found("橘子洲烟花观赏区摊位登记")).doesNotContain("SE-0002");
    }

    @Test
    void aCityThatAsksForMoreIsFoundByIt() throws Exception {
        load("SE-0003", "屋顶鸽舍搭建登记", "430000");
        var analyst = new People(sql).officer(Role.ANALYST, null, "430000");
        http.perform(put("/api/studio/catalogue/items/SE-0003/overlays/430200")
                        .with(People.as(analyst))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"elements\": {\"materials\": [{\"name\": \"祖传铜锣押金条\"}]}, \"basedOn\": 0}"))
                .andExpect(status().isOk());
        indexing.run();

        assertThat(found("祖传铜锣押金条", "region", "430200")).contains("SE-0003");
        assertThat(found("祖传铜锣押金条", "region", "430100")).doesNotContain("SE-0003");
        assertThat(found("屋顶鸽舍搭建登记", "region", "430202")).containsOnlyOnce("SE-0003");
    }

    @Test
    void suggestionsComeWhileTyping() throws Exception {
        var answer = asked("/api/search/suggestions", "q", "新生", "size", "5");

        assertThat(answer.path("hits").path(0).path("key").asText()).isEqualTo("newborn");
        assertThat(answer.path("hits")).hasSizeLessThanOrEqualTo(5);
        assertThat(asked("/api/search/suggestions", "q", "xinsh").path("hits").findValuesAsText("key"))
                .contains("newborn");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/search, '', 430000, 10, search-empty",
        "/api/search, '   ', 430000, 10, search-empty",
        "/api/search, 出生, 430000, 0, search-size",
        "/api/search, 出生, 430000, 51, search-size",
        "/api/search, 出生, 999999, 10, region-unknown",
        "/api/search/suggestions, '', 430000, 8, search-empty",
        "/api/search/suggestions, 出生, 430000, 51, search-size"
    })
    void whatCannotBeAnsweredIsRefusedInWords(String path, String q, String region, String size, String code)
            throws Exception {
        http.perform(get(path).param("q", q).param("region", region).param("size", size))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(
                        jsonPath("$.detail").value(org.hamcrest.Matchers.matchesPattern("(?s).*[\\u4e00-\\u9fff].*")));
    }

    @Test
    void aHundredSignsAreTakenOneMoreIsNot() throws Exception {
        asked("/api/search", "q", "证".repeat(100));

        http.perform(get("/api/search").param("q", "证".repeat(101)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("search-too-long"));
        http.perform(get("/api/search").param("q", "出生").param("type", "NOTHING"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @ParameterizedTest
    @CsvSource({"'\"}{'", "*:*", "name:出生 OR 1=1", "../../_cluster", "\\u0000出生", "🙂出生", "'_search?q=*'"})
    void whateverIsTypedIsOnlyText(String typed) throws Exception {
        assertThat(asked("/api/search", "q", typed).path("hits").isArray()).isTrue();
    }

    private void load(String code, String name, String region) {
        sheets.load(
                """
                items:
                  - {code: %s, name: '%s', department: health, itemType: '20', promised: 1, statutory: 5}
                """
                        .formatted(code, name)
                        .getBytes(StandardCharsets.UTF_8),
                region);
        indexing.run();
    }
}
