package io.onevisit.portal;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.engine.CaseClock;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** What a window took in without the network is taken over once, and counts from when it was taken in. */
@PlatformTest
class OfflineIntakesTest {

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
    CaseClock clocks;

    @Autowired
    MutableClock time;

    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private Account clerk;
    private Account visitor;
    private JsonNode form;
    private Instant now;

    @BeforeEach
    void aFormPreparedWhileTheNetworkWasThere() throws Exception {
        var people = new People(sql);
        clerk = people.officer(Role.CLERK, null, "430102");
        visitor = people.citizen();
        form = asClerk().read("/api/offline-intakes/forms?region=430102&item=" + AtWindow.ITEM);
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    @AfterEach
    void today() {
        pool.shutdownNow();
        time.reset();
    }

    @Test
    void theFormHasEverythingThatIsAskedFor() {
        assertThat(form.path("bundle").asText()).startsWith("item:");
        assertThat(form.path("pages").findValuesAsText("label")).isNotEmpty();
        assertThat(form.path("days").asInt()).isEqualTo(3);
        assertThat(form.path("materials").findValuesAsText("key")).containsAll(materials());
    }

    @Test
    void aWholeBundleCanBePreparedToo() throws Exception {
        var bundle = asClerk().read("/api/offline-intakes/forms?region=430102&bundle=newborn");
        assertThat(bundle.path("pages").findValuesAsText("label").size())
                .isGreaterThan(form.path("pages").findValuesAsText("label").size());
    }

    @Test
    void itCountsFromWhenItWasTakenIn() throws Exception {
        var taken = now.minus(Duration.ofDays(2));
        var receipt = asClerk().node(send(intake(taken), key()).andExpect(status().isCreated()));
        var no = receipt.path("applicationNo").asText();

        assertThat(applications.get(no).submittedAt()).isEqualTo(taken);
        assertThat(Instant.parse(receipt.path("receivedAt").asText())).isEqualTo(taken);
        assertThat(cases.ofApplication(no))
                .allSatisfy(file -> assertThat(file.submittedAt()).isEqualTo(taken));
        assertThat(cases.journal(no))
                .anyMatch(entry -> entry.what().equals("离线收件")
                        && entry.detail().contains("L430102-TEST-0001")
                        && entry.at().isAfter(now.minusSeconds(5)));
        var promised = clocks.noticeDueAt(no);
        time.setTo(taken);
        var online = new AtWindow(web, json, clerk);
        var atItsTime = asClerk()
                .node(online.submit(online.complete(AtWindow.card(visitor))))
                .path("applicationNo")
                .asText();
        assertThat(promised).isEqualTo(clocks.noticeDueAt(atItsTime));
    }

    @Test
    void sentAgainOrTwiceAtOnceItIsOneApplication() throws Exception {
        var key = key();
        var intake = intake(now.minusSeconds(600));
        var start = new CyclicBarrier(4);
        var answers = new ArrayList<Future<ResultActions>>();
        for (var n = 0; n < 4; n++) {
            answers.add(pool.submit(() -> {
                start.await();
                return send(intake, key);
            }));
        }
        var receipts = new ArrayList<JsonNode>();
        for (var answer : answers) {
            answer.get().andExpect(status().is2xxSuccessful());
            receipts.add(asClerk().node(answer.get()));
        }
        receipts.add(asClerk().node(send(intake, key).andExpect(status().isOk())));

        assertThat(receipts).allMatch(receipts.get(0)::equals);
        assertThat(asClerk().read("/api/applications")).hasSize(1);
        assertThat(count("document where owner = ?"))
                .as("files sent again are not kept twice")
                .isEqualTo(files());
        assertThat(count("draft where owner = ?")).isZero();
    }

    @Test
    void severalPhotographsOfAMaterialAreThePagesOfOnePaper() throws Exception {
        var intake = intake(now.minusSeconds(600));
        intake.put("materials", List.of("mother-id", "father-id", "mother-id"));

        send(intake, key()).andExpect(status().isCreated());

        assertThat(sql.sql("select type from document where owner = ? order by type")
                        .param(clerk.username())
                        .query(String.class)
                        .list())
                .containsExactly("application/pdf", "image/png");
        assertThat(sql.sql(
                                """
                                select count(*) from document_page p join document d on d.id = p.document_id
                                where d.owner = ? and d.type = 'application/pdf'""")
                        .param(clerk.username())
                        .query(Integer.class)
                        .single())
                .isIn(0, 2);
    }

    @Test
    void whatIsRefusedLeavesNothingHereAndIsTakenOnceCorrected() throws Exception {
        var key = key();
        var intake = intake(now.minusSeconds(600));
        var wrong = new HashMap<>(intake);
        var answers = new HashMap<>(Applying.answers());
        answers.remove("motherName");
        wrong.put("answers", answers);

        send(wrong, key)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("motherName"));
        assertThat(count("draft where owner = ?")).isZero();
        assertThat(count("document where owner = ?")).isZero();
        assertThat(count("window_intake where clerk = ?")).isZero();

        send(intake, key).andExpect(status().isCreated());
    }

    @Test
    void onlyAClerkAndOnlyWithinTheBounds() throws Exception {
        refused("takenAt", intake(now.plusSeconds(3600)), "taken-in-future");
        refused("takenAt", intake(now.minus(Duration.ofDays(3)).minusSeconds(60)), "taken-too-long-ago");
        var noNumber = intake(now.minusSeconds(60));
        noNumber.put("provisionalNo", "7");
        send(noNumber, key()).andExpect(jsonPath("$.code").value("provisional-number"));
        var notSeen = intake(now.minusSeconds(60));
        notSeen.put("verified", false);
        refused("verified", notSeen, "applicant-invalid");
        var unasked = intake(now.minusSeconds(60));
        unasked.put("materials", List.of("mother-id", "marriage-certificate"));
        refused("marriage-certificate", unasked, "material-unneeded");
        send(intake(now.minusSeconds(60)), null).andExpect(status().isUnprocessableEntity());
        var filesGone = intake(now.minusSeconds(60));
        filesGone.put("materials", List.of());
        send(filesGone, key(), files()).andExpect(jsonPath("$.code").value("files-mismatch"));

        web.perform(request(intake(now.minusSeconds(60)), 0)
                        .header("Idempotency-Key", key())
                        .with(as(visitor)))
                .andExpect(status().isForbidden());
        web.perform(post("/api/offline-intakes/key").with(as(visitor))).andExpect(status().isForbidden());
    }

    @Test
    void aClerkHasOneKeyAndNobodyElseHasIt() throws Exception {
        var mine = sealing(clerk);
        assertThat(Base64.getDecoder().decode(mine)).hasSize(32);
        assertThat(sealing(clerk)).isEqualTo(mine);
        assertThat(sealing(new People(sql).officer(Role.CLERK, null, "430102"))).isNotEqualTo(mine);
        assertThat(sql.sql("select key from offline_key where username = ?")
                        .param(clerk.username())
                        .query(String.class)
                        .single())
                .doesNotContain(mine);
    }

    private String sealing(Account who) throws Exception {
        return new Applying(web, json, who)
                .node(new Applying(web, json, who).ask(post("/api/offline-intakes/key"), Map.of()))
                .path("key")
                .asText();
    }

    private void refused(String field, Map<String, Object> intake, String code) throws Exception {
        send(intake, key())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail").value(containsString("。")));
    }

    private Map<String, Object> intake(Instant taken) {
        var intake = new HashMap<String, Object>(Map.of(
                "bundle", form.path("bundle").asText(),
                "region", "430102",
                "applicant", AtWindow.card(visitor),
                "verified", true,
                "seen", "CARD",
                "answers", Applying.answers(),
                "items", List.of(),
                "materials", materials(),
                "takenAt", taken.toString(),
                "provisionalNo", "L430102-TEST-0001"));
        intake.put("licenses", false);
        return intake;
    }

    private List<String> materials() {
        return List.of("mother-id", "father-id");
    }

    private int files() {
        return materials().size();
    }

    private ResultActions send(Map<String, Object> intake, String key) throws Exception {
        return send(intake, key, ((List<?>) intake.get("materials")).size());
    }

    private ResultActions send(Map<String, Object> intake, String key, int files) throws Exception {
        var request = request(intake, files).with(as(clerk));
        return web.perform(key == null ? request : request.header("Idempotency-Key", key));
    }

    private MockMultipartHttpServletRequestBuilder request(Map<String, Object> intake, int files) throws Exception {
        var request = multipart("/api/offline-intakes")
                .file(new MockMultipartFile("intake", "", "application/json", json.writeValueAsBytes(intake)));
        for (var n = 0; n < files; n++) {
            request.file(new MockMultipartFile("files", n + ".png", "image/png", png()));
        }
        return request;
    }

    private int count(String what) {
        return sql.sql("select count(*) from " + what)
                .param(clerk.username())
                .query(Integer.class)
                .single();
    }

    private Applying asClerk() {
        return new Applying(web, json, clerk);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static byte[] png() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
