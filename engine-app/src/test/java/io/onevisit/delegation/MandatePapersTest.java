package io.onevisit.delegation;

import static io.onevisit.People.as;
import static io.onevisit.delegation.Sides.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Applying;
import io.onevisit.MutableClock;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A signed paper proves a mandate: who brings it where, who reads it, and who does not learn that it is there. */
@PlatformTest
class MandatePapersTest {

    @Autowired
    Sides sides;

    @Autowired
    Office office;

    @Autowired
    Cases cases;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    MockMvc web;

    private Applying principal;
    private Applying agent;
    private Applying clerk;

    @BeforeEach
    void people() {
        clock.reset();
        principal = sides.person();
        agent = sides.person();
        clerk = sides.officer(office.officer(Role.CLERK, null));
    }

    @Test
    void whoDoesNotComeIsProvedByTheirSignedPaperAndNothingLess() throws Exception {
        var paper = uploaded(clerk);

        window(true, true, false)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("papers"));
        window(true, false, false, paper).andExpect(jsonPath("$.field").value("verified"));
        window(true, true, true, paper).andExpect(jsonPath("$.field").value("licenses"));
        assertThat(principal.read("/api/mandates").path("given")).isEmpty();

        window(true, true, false, paper)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.evidence").value("PAPER"))
                .andExpect(jsonPath("$.papers[0]").value(paper));

        assertThat(principal.read("/api/mandates").at("/given/0/papers/0").asText())
                .isEqualTo(paper);
        assertThat(agent.read("/api/mandates").at("/received/0/papers/0").asText())
                .isEqualTo(paper);
    }

    @Test
    void whoComesMayBringAPaperToo() throws Exception {
        var paper = uploaded(clerk);
        window(false, true, true, paper)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.evidence").value("WINDOW"))
                .andExpect(jsonPath("$.papers[0]").value(paper));
        window(false, true, true)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.papers").isEmpty());
    }

    @Test
    void eachSideAddsItsPaperWhileTheMandateIsOpen() throws Exception {
        var terms = terms(agent, false);
        terms.put("papers", List.of(uploaded(principal)));
        var id = sides.given(principal, terms);
        agent.ask(post("/api/mandates/" + id + "/acceptance"), Map.of());

        prove(agent, id, uploaded(agent))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.papers.length()").value(2));
        agent.ask(post("/api/mandates/" + id + "/papers"), Map.of("papers", List.of()))
                .andExpect(status().isUnprocessableEntity());
        for (var n = 0; n < 3; n++) {
            prove(principal, id, uploaded(principal)).andExpect(status().isOk());
        }
        prove(principal, id, uploaded(principal)).andExpect(jsonPath("$.code").value("mandate-paper"));
        assertThat(sql.sql(
                                "select count(*) from audit_entry where number = ? and verb = 'PROVE_MANDATE' and result = 'DONE'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);

        Sides.end(principal, id);
        prove(principal, id, uploaded(principal)).andExpect(status().isConflict());
    }

    @Test
    void nobodyNamesWhatAnotherUploadedOrWhatIsNamedAlready() throws Exception {
        var paper = uploaded(principal);
        var own = sides.given(agent, terms(principal, false));
        prove(agent, own, paper).andExpect(jsonPath("$.code").value("mandate-paper"));

        var id = sides.given(principal, terms(agent, false));
        prove(principal, id, paper).andExpect(status().isOk());
        prove(principal, id, paper).andExpect(jsonPath("$.code").value("mandate-paper"));
        prove(principal, id, UUID.randomUUID().toString())
                .andExpect(jsonPath("$.code").value("mandate-paper"));
    }

    @Test
    void aFileIsTakenByWhatItIsAndNotByItsName() throws Exception {
        upload(principal, "授权委托书.pdf", "%PDF-1.7 <script>".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableEntity());
        upload(principal, "授权委托书.png", "MZ this is a program".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableEntity());
        upload(principal, "空.png", new byte[0]).andExpect(status().isUnprocessableEntity());
        upload(principal, "../../etc/授权委托书.png", png())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.name").value("授权委托书.png"));
        upload(sides.officer(office.officer(Role.APPROVER, "health")), "委托书.png", png())
                .andExpect(status().isForbidden());
    }

    @Test
    void bothSidesReadItAndNobodyElseLearnsOfIt() throws Exception {
        var paper = uploaded(clerk);
        reads(clerk.person(), paper, 200);
        window(true, true, false, paper).andExpect(status().isCreated());
        agent.ask(post("/api/mandates/" + received() + "/acceptance"), Map.of());

        reads(principal.person(), paper, 200);
        reads(agent.person(), paper, 200);
        for (var stranger : List.of(
                sides.person().person(),
                clerk.person(),
                office.officer(Role.APPROVER, "health"),
                office.supervisor())) {
            reads(stranger, paper, 404);
            assertThat(answer(stranger, paper))
                    .isEqualTo(answer(stranger, UUID.randomUUID().toString()));
        }
    }

    @Test
    void whoHandlesWhatWasAppliedForUnderItReadsItAndThatIsNoted() throws Exception {
        var terms = terms(agent, false);
        terms.put("papers", List.of(uploaded(principal)));
        var mandate = sides.accepted(principal, agent, terms);
        var paper = principal.read("/api/mandates").at("/given/0/papers/0").asText();
        var draft = agent.node(Sides.begin(agent, "newborn", Map.of("mandate", mandate)))
                .path("id")
                .asText();
        var answers = Applying.answers();
        var no = agent.node(Sides.complete(agent, draft, answers, List.of("fertilityRegistration")))
                .path("applicationNo")
                .asText();
        var file = cases.ofApplication(no).get(0);
        office.goOn(file);
        var officer = office.officer(Role.APPROVER, "health");

        assertThat(office.read(officer, "/api/tasks/" + office.task(officer, file.caseNo()))
                        .at("/mandatePapers/0")
                        .asText())
                .isEqualTo(paper);
        reads(officer, paper, 200);
        reads(office.officer(Role.APPROVER, "police"), paper, 404);

        assertThat(sql.sql(
                                """
                                select application_no || ' ' || detail || ' ' || person from audit_entry
                                where verb = 'LOOK_DOCUMENT' and number = ? and account = ? and result = 'DONE'""")
                        .params(paper, officer.username())
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .contains(no, "授权委托书", "*")
                        .doesNotContain(principal.person().name()));
        assertThat(principal.read("/api/looks").toString()).contains("授权委托书");
    }

    private String received() throws Exception {
        return agent.read("/api/mandates").at("/received/0/id").asText();
    }

    private ResultActions window(boolean byPaper, boolean verified, boolean licenses, String... papers)
            throws Exception {
        var terms = terms(agent, licenses);
        terms.put("papers", List.of(papers));
        var present = new HashMap<String, Object>(Map.of(
                "name", principal.person().name(), "idNo", principal.person().idNo(), "phone", ""));
        present.put("verified", verified);
        present.put("byPaper", byPaper);
        return clerk.ask(post("/api/window-mandates"), Map.of("present", present, "given", terms));
    }

    private static ResultActions prove(Applying person, String mandate, String paper) throws Exception {
        return person.ask(post("/api/mandates/" + mandate + "/papers"), Map.of("papers", List.of(paper)));
    }

    private String uploaded(Applying person) throws Exception {
        return person.node(upload(person, "授权委托书.png", png()).andExpect(status().isCreated()))
                .path("id")
                .asText();
    }

    private ResultActions upload(Applying person, String name, byte[] content) throws Exception {
        return web.perform(multipart("/api/mandate-papers")
                .file(new MockMultipartFile("file", name, "image/png", content))
                .with(as(person.person())));
    }

    private void reads(Account person, String paper, int status) throws Exception {
        var answer = web.perform(get("/api/documents/" + paper + "/content").with(as(person)))
                .andExpect(status().is(status));
        if (status == 200) {
            answer.andExpect(header().string("X-Content-Type-Options", "nosniff"));
        }
    }

    private String answer(Account person, String paper) throws Exception {
        return web.perform(get("/api/documents/" + paper + "/content").with(as(person)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("[0-9a-f-]{36}|\"reference\":\"[^\"]*\"", "");
    }

    private static byte[] png() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
