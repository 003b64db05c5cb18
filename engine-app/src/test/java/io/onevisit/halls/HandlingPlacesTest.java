package io.onevisit.halls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Items and the halls where they are handled, joined by region and level. */
class HandlingPlacesTest extends HallTestCase {

    private static final String ITEM = "HN-WJ-0102";

    @AfterEach
    void asItWas() {
        sql.sql("delete from item_overlay where code = ? and region = '430102'")
                .param(ITEM)
                .update();
    }

    @Test
    void anItemIsHandledAtTheHallsOfItsRegionTheNearestFirst() throws Exception {
        var found = handling("430102001001");

        var codes = found.path("halls").findValuesAsText("code");
        assertThat(codes).contains(hall, "430102-01");
        var own = StreamSupport.stream(found.path("halls").spliterator(), false)
                .filter(place -> place.path("hall").path("code").asText().equals(hall))
                .findFirst()
                .orElseThrow();
        assertThat(own.path("hall").path("address").asText()).isEqualTo("测试路 1 号");
        assertThat(own.path("hall").path("phone").asText()).isEqualTo("12345");
        assertThat(own.path("hall").path("hours").path("TUESDAY").asText()).contains("09:00-12:00");
        assertThat(own.path("open").asBoolean()).as("Tuesday at ten").isTrue();
        var at = found.path("items").path(0).path("at");
        var names = at.findValuesAsText("hall");
        assertThat(names.indexOf(hall)).isLessThan(names.indexOf("430100-01"));
        assertThat(at.path(0).path("bookable").asBoolean()).isTrue();
    }

    @Test
    void elsewhereThereAreOtherHalls() throws Exception {
        assertThat(handling("430200").path("halls").findValuesAsText("code")).doesNotContain(hall, "430102-01");
    }

    @Test
    void anItemWithAPlaceOfItsOwnSaysIt() throws Exception {
        sql.sql(
                        """
                        insert into item_overlay (code, region, edition, elements, effective_from, recorded_at, recorded_by)
                        values (?, '430102', 1, '{"place": "芙蓉区妇幼保健院（示例）"}'::jsonb, '2026-01-01', '2026-01-01', 'test')""")
                .param(ITEM)
                .update();

        var item = handling("430102").path("items").path(0);

        assertThat(item.path("place").asText()).isEqualTo("芙蓉区妇幼保健院（示例）");
        assertThat(item.path("at")).isEmpty();
    }

    private JsonNode handling(String region) throws Exception {
        return node(web.perform(get("/api/halls/handling").param("items", ITEM).param("region", region)));
    }
}
