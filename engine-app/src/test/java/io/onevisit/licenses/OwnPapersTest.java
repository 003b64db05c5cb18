package io.onevisit.licenses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.PlatformTest;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.IdNumber;
import io.onevisit.licenses.License.Holder;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;

/** People see their own licenses, nobody else's; the demonstration's papers are there once. */
@PlatformTest
class OwnPapersTest {

    private static final String OWNER = "44052418800101001";

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Issuing issuing;

    @Autowired
    LicenseRows rows;

    @Autowired
    LicenseTypes types;

    @Test
    void eachSeesHisOwnPapersWithNumbersMasked() throws Exception {
        var idNo = OWNER + IdNumber.check(OWNER);
        var caseNo = UUID.randomUUID().toString().substring(0, 20);
        issuing.tell(caseNo, Map.of("name", "欧阳测试", "idNo", idNo));
        var license = issuing.issue(caseNo, "resident-id", new Holder("欧阳测试", idNo), Map.of());
        issuing.issue(caseNo + "-b", "resident-id", new Holder("别人", "430111195108160020"), Map.of());

        var papers = papersOf("papers.owner", idNo);

        assertThat(papers).hasSize(1);
        assertThat(papers.path(0).path("identifier").asText()).isEqualTo(license.identifier());
        assertThat(papers.path(0).path("holderName").asText()).isEqualTo("欧阳测试");
        assertThat(papers.toString()).contains("公民身份号码", "4405**********0014").doesNotContain(idNo);
    }

    @Test
    void theDemonstrationsPapersAreLoadedOnceHoweverOftenItStarts() throws Exception {
        var demo = new DemoLicenses(rows, types);

        demo.run(null);
        demo.run(null);

        assertThat(rows.of("430102199503129025"))
                .extracting(License::type)
                .containsExactlyInAnyOrder("resident-id", "marriage-certificate", "household-register");
    }

    private JsonNode papersOf(String username, String idNo) throws Exception {
        sql.sql(
                        """
                        insert into account (username, name, password, roles, region, id_no, level)
                        values (?, '欧阳测试', '{noop}x', '{CITIZEN}', '430100', ?, 4)""")
                .params(username, idNo)
                .update();
        var person = new UsernamePasswordAuthenticationToken(
                accounts.find(username).orElseThrow(), null, AuthorityUtils.createAuthorityList("ROLE_CITIZEN"));
        var response = http.perform(get("/api/licenses").with(authentication(person)))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return json.readTree(response.getContentAsByteArray());
    }
}
