package io.onevisit.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.WorkerHands;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.licenses.Consents;
import io.onevisit.materials.Material;
import io.onevisit.materials.Materials;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ExternalTaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A home is sold: the buyer applies, and nothing is checked before the seller agreed. */
@PlatformTest
class SellerAgreesTest {

    @Autowired
    Office office;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    ExternalTaskService external;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient sql;

    @Autowired
    Materials materials;

    @Autowired
    Consents consents;

    private Applying buyer;
    private Account seller;
    private String no;

    @BeforeEach
    void theBuyerApplies() throws Exception {
        buyer = office.parent();
        seller = new People(sql).citizen();
        var draft = buyer.node(buyer.ask(post("/api/drafts"), Map.of("bundle", "second-hand-home", "region", "430102")))
                .path("id")
                .asText();
        var items = List.of("transferRegistration", "powerTransfer");
        var known = Map.<String, Object>of(
                "contractFiled", "true",
                "taxesPaid", "true",
                "ownedJointly", "false",
                "mortgaged", "false",
                "hasWater", "false",
                "hasPower", "true",
                "hasGas", "false",
                "sellerName", seller.name(),
                "sellerIdNo", seller.idNo());
        save(draft, known, items, 1);
        save(draft, buyer.complete(draft, known), items, 2);
        for (var material : buyer.read("/api/drafts/" + draft + "/form").path("materials")) {
            if (material.path("required").asBoolean()) {
                buyer.upload(draft, material.path("key").asText());
            }
        }
        no = buyer.node(buyer.submit(draft, UUID.randomUUID().toString()))
                .path("applicationNo")
                .asText();
        goOn();
    }

    @Test
    void nothingIsCheckedBeforeTheSellerAgreed() throws Exception {
        assertThat(files()).allMatch(file -> file.state() == CaseState.SUBMITTED);

        answer(true);

        goOn();
        assertThat(files()).noneMatch(file -> file.state() == CaseState.SUBMITTED);
    }

    @Test
    void aSellerWhoRefusesSendsEverythingBack() throws Exception {
        answer(false);

        goOn();
        assertThat(files()).allMatch(file -> file.state() == CaseState.RETURNED);
        assertThat(cases.journal(files().get(0).caseNo()))
                .anyMatch(line -> line.detail().equals("另一方当事人不同意"));
        assertThat(applications.get(no).closedAt()).isNotNull();
    }

    @Test
    void theSellersLicensesAreLookedUpOnlyOnceTheyAgreed() throws Exception {
        assertThat(papers()).extracting(Material::status).containsOnly(Material.Status.OPEN);

        answer(true);
        var permitted = consents.of(List.of(no)).stream()
                .filter(consent -> consents.concerns(consent, seller.idNo()))
                .toList();

        assertThat(permitted).isNotEmpty();
    }

    @Test
    void theGuideSaysBeforehandThatTheSellersPapersMayBeSpared() throws Exception {
        var free = guide("false").path("materials");
        var mortgaged = guide("true").path("materials");

        assertThat(statusOf(free, "seller-id")).isEqualTo("EXEMPTIBLE");
        assertThat(statusOf(free, "seller-property-certificate")).isEqualTo("EXEMPTIBLE");
        assertThat(statusOf(free, "sale-contract")).isEqualTo("NEEDED");
        assertThat(statusOf(mortgaged, "seller-property-certificate")).isEqualTo("NEEDED");
    }

    private JsonNode guide(String mortgaged) throws Exception {
        return buyer.node(buyer.ask(
                post("/api/bundles/second-hand-home/guide"),
                Map.of(
                        "region",
                        "430102",
                        "answers",
                        Map.of(
                                "contractFiled", "true",
                                "taxesPaid", "true",
                                "ownedJointly", "false",
                                "mortgaged", mortgaged,
                                "hasWater", "false",
                                "hasPower", "false",
                                "hasGas", "false"))));
    }

    private static String statusOf(JsonNode materials, String key) {
        return StreamSupport.stream(materials.spliterator(), false)
                .filter(material -> material.path("key").asText().equals(key))
                .map(material -> material.path("status").asText())
                .collect(Collectors.joining());
    }

    /** Those of the seller for which a license may stand: nobody had to hand them in. */
    private List<Material> papers() {
        return materials.of(no).stream()
                .filter(material -> material.holder().role().equals("seller"))
                .toList();
    }

    private void answer(boolean agrees) throws Exception {
        var asked = office.read(seller, "/api/agreements").at("/0/id").asText();
        office.send(seller, "/api/agreements/" + asked + "/answer", Map.of("agrees", agrees, "reason", "价款没有谈妥"))
                .andExpect(status().isOk());
    }

    private void save(String draft, Map<String, Object> answers, List<String> items, int revision) throws Exception {
        buyer.ask(put("/api/drafts/" + draft), Map.of("answers", answers, "items", items, "revision", revision))
                .andExpect(status().isOk());
    }

    private List<CaseFile> files() {
        return cases.ofApplication(no);
    }

    private void goOn() {
        new WorkerHands(external, jobs).goOn(no);
    }
}
