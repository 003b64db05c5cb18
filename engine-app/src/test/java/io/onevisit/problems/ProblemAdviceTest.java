package io.onevisit.problems;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The last resort: the caller hears a sentence and a reference, the log has the cause under the same reference. */
class ProblemAdviceTest {

    private final Logger log = (Logger) LoggerFactory.getLogger(ProblemAdvice.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final ProblemAdvice advice = new ProblemAdvice();

    @BeforeEach
    void aRequestIsUnderWay() {
        MDC.put(Reference.NAME, "ABCDEFGH2345");
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void andOver() {
        log.detachAppender(lines);
        MDC.clear();
    }

    @Test
    void nothingOfTheCauseGoesOutAndAllOfItIsInTheLog() throws Exception {
        var answer = advice.unforeseen(new IllegalStateException("io.onevisit.secret select * from account"));

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(new ObjectMapper().writeValueAsString(answer.getBody()))
                .contains("查询编号 ABCDEFGH2345")
                .doesNotContain("onevisit", "select", "IllegalState");
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage()).contains("ABCDEFGH2345");
            assertThat(line.getThrowableProxy().getMessage()).contains("select * from account");
        });
    }

    @Test
    void aTextThatNoTableHoldsIsTheCallersToMend() throws Exception {
        var answer = advice.unforeseen(new IllegalStateException(new SQLException("invalid byte sequence", "22021")));

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(lines.list).isEmpty();
    }

    @Test
    void aBodyThatGrewTooLongIsSaidSo() throws Exception {
        assertThat(advice.unforeseen(new IllegalStateException(new BodyTooLarge()))
                        .getStatusCode()
                        .value())
                .isEqualTo(413);
    }
}
