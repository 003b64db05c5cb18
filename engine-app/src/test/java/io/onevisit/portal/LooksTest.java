package io.onevisit.portal;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Applying;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** 谁看过我的材料: people see which office looked at what is theirs, and nothing of anybody else. */
@PlatformTest
class LooksTest {

    @Autowired
    Office office;

    @Autowired
    MockMvc web;

    private Applying parent;
    private Account officer;

    @BeforeEach
    void aParentAndAnOfficer() {
        parent = office.parent();
        officer = office.officer(Role.APPROVER, "health");
    }

    @Test
    void nobodyHasLookedYet() throws Exception {
        var page = office.read(parent.person(), "/api/looks");

        assertThat(page.path("looks")).isEmpty();
        assertThat(page.path("next").isNull()).isTrue();
    }

    @Test
    void anOfficersLooksAreToldWithOfficeAndPostButWithoutName() throws Exception {
        var file = office.underReview(parent);
        var task = office.task(officer, file.caseNo());
        for (var i = 0; i < 3; i++) {
            web.perform(get("/api/tasks/" + task).with(as(officer))).andExpect(status().isOk());
        }
        web.perform(get("/api/cockpit/cases/" + file.caseNo()).with(as(office.supervisor())))
                .andExpect(status().isOk());
        web.perform(get("/api/tasks/" + task).with(as(office.officer(Role.APPROVER, "tax"))))
                .andExpect(status().isNotFound());
        var page = office.read(parent.person(), "/api/looks");

        assertThat(page.path("looks")).hasSize(2);
        var supervisor = page.path("looks").path(0);
        assertThat(supervisor.path("who").asText()).isEqualTo("效能监察人员");
        assertThat(supervisor.path("why").asText()).isEqualTo("监督检查");
        var look = page.path("looks").path(1);
        assertThat(look.path("who").asText()).contains("卫生健康").endsWith("审批人员");
        assertThat(look.path("what").asText()).isEqualTo("查看任务及其办件");
        assertThat(look.path("why").asText()).isEqualTo("办理本岗位任务");
        assertThat(look.path("caseNo").asText()).isEqualTo(file.caseNo());
        assertThat(look.path("caseName").asText()).isEqualTo(file.itemName());
        assertThat(look.path("times").asInt()).isEqualTo(3);
        assertThat(page.toString()).doesNotContain(officer.name(), officer.username(), "127.0.0.1");
    }

    @Test
    void othersSeeNothingOfIt() throws Exception {
        var file = office.underReview(parent);
        var task = office.task(officer, file.caseNo());
        web.perform(get("/api/tasks/" + task).with(as(officer))).andExpect(status().isOk());

        assertThat(office.read(office.parent().person(), "/api/looks").path("looks"))
                .isEmpty();
        web.perform(get("/api/looks").with(as(officer))).andExpect(status().isForbidden());
        web.perform(get("/api/looks")).andExpect(status().isUnauthorized());
    }
}
