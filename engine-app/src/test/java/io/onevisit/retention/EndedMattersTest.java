package io.onevisit.retention;

import static io.onevisit.People.as;
import static io.onevisit.delegation.Sides.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Applying;
import io.onevisit.MutableClock;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.delegation.Sides;
import io.onevisit.engine.DataFolder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Mandates and the parties of applications go when what they were for is long over, and not before. */
@PlatformTest
class EndedMattersTest {

    private static final Duration FIVE_YEARS = Duration.ofDays(5 * 366);

    @Autowired
    Retention retention;

    @Autowired
    Proofs proofs;

    @Autowired
    Holds holds;

    @Autowired
    List<ApplicationRunner> atStart;

    @Autowired
    MutableClock time;

    @Autowired
    Office office;

    @Autowired
    Sides sides;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient sql;

    @Autowired
    DataFolder data;

    private Applying principal;
    private Applying agent;
    private String paper;
    private Path file;
    private String mandate;

    @BeforeEach
    void aMandateWithItsPaper() throws Exception {
        time.reset();
        principal = sides.person();
        agent = sides.person();
        paper = uploaded();
        file = file(paper);
        var terms = terms(agent, false);
        terms.put("papers", List.of(paper));
        mandate = sides.accepted(principal, agent, terms);
    }

    @AfterEach
    void timeGoesOnAsItDoes() {
        sql.sql(
                        "update retention_hold set lifted_at = now(), lifted_by = '测试', lifted_why = '' where lifted_at is null")
                .update();
        time.reset();
    }

    @Test
    void aMandateGoesWithItsPaperLongAfterItEnded() throws Exception {
        time.advance(FIVE_YEARS);
        retention.run(false, "平台");
        assertThat(present()).as("it was never ended").isTrue();

        Sides.end(principal, mandate);
        time.advance(Duration.ofDays(4 * 365));
        retention.run(false, "平台");
        assertThat(present()).isTrue();
        assertThat(file).exists();

        time.advance(Duration.ofDays(2 * 365));
        var run = retention.run(false, "平台");

        assertThat(present()).isFalse();
        assertThat(file).doesNotExist();
        web.perform(get("/api/documents/" + paper + "/content").with(as(principal.person())))
                .andExpect(status().isNotFound());
        assertThat(proofs.batches(run)).anySatisfy(batch -> {
            assertThat(batch.rule()).isEqualTo("ended-mandates");
            assertThat(batch.removed()).isPositive();
        });
    }

    @Test
    void aMandateStaysWhileWhatWasAppliedForUnderItRunsOrIsHeld() throws Exception {
        var no = office.submitted(office.parent()).applicationNo();
        sql.sql("update application set mandate = ?::uuid where application_no = ?")
                .params(mandate, no)
                .update();
        Sides.end(principal, mandate);
        time.advance(FIVE_YEARS);
        retention.run(false, "平台");
        assertThat(present()).as("while the application runs").isTrue();

        close(no);
        retention.run(false, "平台");
        assertThat(present()).as("it was closed just now").isTrue();

        time.advance(FIVE_YEARS);
        var hold = holds.set(no, "行政诉讼期间依法保全", "系统管理员");
        retention.run(false, "平台");
        assertThat(present()).as("the application is held").isTrue();

        holds.lift(hold.id(), "诉讼终结", "系统管理员");
        retention.run(false, "平台");
        assertThat(present()).isFalse();
        assertThat(file).doesNotExist();
    }

    @Test
    void aPaperThatNoMandateNamesGoesNextDay() throws Exception {
        var unused = uploaded();
        var lies = file(unused);
        time.advance(Duration.ofHours(20));
        retention.run(false, "平台");
        assertThat(lies).exists();

        time.advance(Duration.ofHours(6));
        retention.run(false, "平台");

        assertThat(lies).doesNotExist();
        assertThat(sql.sql("select count(*) from document where id = ?::uuid")
                        .param(unused)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(file).as("one that is named").exists();
    }

    @Test
    void partiesGoLongAfterClosingAndDoNotComeBackWithTheNextStart() throws Exception {
        var closed = office.submitted(office.parent()).applicationNo();
        var open = office.submitted(office.parent()).applicationNo();
        assertThat(parties(closed)).isPositive();
        close(closed);
        time.advance(Duration.ofDays(4 * 365));
        retention.run(false, "平台");
        assertThat(parties(closed)).isPositive();

        time.advance(Duration.ofDays(2 * 365));
        retention.run(false, "平台");
        assertThat(parties(closed)).isZero();
        assertThat(parties(open)).isPositive();

        sql.sql("delete from party where application_no = ?").param(open).update();
        for (var runner : atStart) {
            if (runner.getClass().getSimpleName().startsWith("ApplicationParties")) {
                runner.run(null);
            }
        }
        assertThat(parties(closed)).isZero();
        assertThat(parties(open)).as("from before the table, and open").isPositive();
        assertThat(sql.sql("select count(*) from application where application_no = ?")
                        .param(closed)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void close(String applicationNo) {
        sql.sql("update application set closed_at = ? where application_no = ?")
                .params(Timestamp.from(time.instant()), applicationNo)
                .update();
    }

    private boolean present() {
        return sql.sql("select exists (select from mandate where id = ?::uuid)")
                .param(mandate)
                .query(Boolean.class)
                .single();
    }

    private int parties(String applicationNo) {
        return sql.sql("select count(*) from party where application_no = ?")
                .param(applicationNo)
                .query(Integer.class)
                .single();
    }

    private String uploaded() throws Exception {
        var image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (var i = 0; i < 256; i++) {
            image.setRGB(i % 16, i / 16, ThreadLocalRandom.current().nextInt());
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return principal
                .node(web.perform(multipart("/api/mandate-papers")
                        .file(new MockMultipartFile("file", "授权委托书.png", "image/png", out.toByteArray()))
                        .with(as(principal.person()))))
                .path("id")
                .asText();
    }

    private Path file(String document) {
        var sha256 = sql.sql("select trim(sha256) from document where id = ?::uuid")
                .param(document)
                .query(String.class)
                .single();
        return data.resolve("documents/" + sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256);
    }
}
