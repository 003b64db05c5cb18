package io.onevisit.elapsed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Applying;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The limits of an item's links, from the catalogue to everybody who asks: officer, applicant, supervisor. */
@PlatformTest
class LinkLimitsTest {

    /** 食品经营许可新办, which ships with links and is decided by two officers. */
    private static final String ITEM = "HN-SC-0601";

    @Autowired
    Office office;

    @Autowired
    Cases cases;

    private Applying citizen;
    private Account officer;
    private Account second;

    @BeforeEach
    void people() {
        citizen = office.parent();
        officer = office.officer(Role.APPROVER, "market-regulation");
        second = office.officer(Role.APPROVER, "market-regulation");
    }

    @Test
    void everybodySeesTheLinkACaseIsInAndWhyItIsDueThen() throws Exception {
        assertThat(element(citizen.read("/api/items/" + ITEM + "?region=430102"), "links")
                        .findValuesAsText("环节名称"))
                .containsExactly("受理", "审查", "复核");
        var application = applied();
        var file = cases.ofApplication(application).get(0);
        office.goOn(file);
        var caseNo = file.caseNo();

        var task = office.read(officer, "/api/tasks/" + office.task(officer, caseNo));
        assertThat(task.at("/linkLimit/name").asText()).isEqualTo("审查");
        assertThat(task.at("/linkLimit/limit").asText()).isEqualTo("3 个工作日");
        assertThat(task.at("/linkLimit/light").asText()).isEqualTo("NONE");
        assertThat(task.at("/linkLimit/dueAt").asText())
                .isNotBlank()
                .isNotEqualTo(task.at("/clock/promisedDueAt").asText());
        var lane = citizen.read("/api/applications/" + application).at("/lanes/0/cases/0");
        assertThat(lane.at("/link/name").asText()).isEqualTo("审查");
        assertThat(lane.at("/link/dueAt")).isEqualTo(task.at("/linkLimit/dueAt"));

        office.answer(officer, task.path("id").asText(), Map.of("outcome", "grant"));
        office.goOn(file);
        var review = office.read(second, "/api/tasks/" + office.task(second, caseNo));
        assertThat(review.at("/linkLimit/name").asText()).isEqualTo("复核");
        office.answer(second, review.path("id").asText(), Map.of("outcome", "agree"));
        office.goOn(file);

        for (var person : List.of(citizen.person(), office.supervisor())) {
            var links = office.read(person, "/api/cases/" + caseNo + "/clock").path("links");
            assertThat(links.findValuesAsText("name")).containsExactly("受理", "审查", "复核");
            assertThat(links).allSatisfy(link -> {
                assertThat(link.path("finishedAt").asText()).isNotBlank();
                assertThat(link.at("/why/start").asText()).contains("时限");
                assertThat(link.at("/why/end").asText()).isNotBlank();
            });
        }
        assertThat(citizen.read("/api/applications/" + application)
                        .at("/lanes/0/cases/0/link")
                        .isNull())
                .as("nothing is waited for any more")
                .isTrue();
    }

    private String applied() throws Exception {
        var draft = citizen.node(citizen.ask(post("/api/drafts"), Map.of("item", ITEM, "region", "430102")))
                .path("id")
                .asText();
        var answers = new HashMap<String, Object>(
                Map.of("matter", "申请办理", "organisationName", "长沙示例商贸有限公司", "organisationCode", "11430000MB9500087T"));
        citizen.ask(
                put("/api/drafts/" + draft),
                Map.of("answers", citizen.complete(draft, answers), "items", List.of(), "revision", 1));
        for (var material : citizen.read("/api/drafts/" + draft + "/form").path("materials")) {
            citizen.upload(draft, material.path("key").asText());
        }
        return citizen.node(citizen.submit(draft, UUID.randomUUID().toString()))
                .path("applicationNo")
                .asText();
    }

    private static JsonNode element(JsonNode item, String key) {
        for (var line : item.path("elements")) {
            if (line.path("key").asText().equals(key)) {
                return line.path("rows");
            }
        }
        throw new AssertionError("no element " + key);
    }
}
