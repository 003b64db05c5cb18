package io.onevisit.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The six kinds of the province's supervision rules, each light one second after its instant and not at it. All clocks start
 * on Thursday, 2026-03-12, 10:00, with 7 working days (10 by law).
 */
@PlatformTest
class SixKindsTest {

    @Autowired
    Clocks clocks;

    @Autowired
    DueLights lights;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    @AfterEach
    void back() {
        time.reset();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CASE                 | BLUE   | 2026-03-18T10:00 | 业务按承诺时限超时 | 办件编号为{no}，项目名称为，承诺时限为7个工作日，即将超过承诺时限，请速办理。
                    CASE                 | YELLOW | 2026-03-23T10:00 | 业务按承诺时限超时 | 办件编号为{no}，项目名称为，承诺时限为7个工作日，已经超过承诺时限，请速办理。
                    CASE                 | RED    | 2026-03-26T10:00 | 业务按法定时限超时 | 办件编号为{no}，项目名称为，法定时限为10个工作日，已超过法定时限，请速办理。
                    SPECIAL_PROCEDURE    | BLUE   | 2026-03-18T10:00 | 特别程序超时       | 办件编号为{no}，项目名称为，特别程序申请期限为7个工作日，即将超过期限，请速办理。
                    SPECIAL_PROCEDURE    | YELLOW | 2026-03-23T10:00 | 特别程序超时       | 办件编号为{no}，项目名称为，特别程序申请期限为7个工作日，已经超过期限，请速办理。
                    SPECIAL_PROCEDURE    | RED    | 2026-03-24T10:00 | 特别程序超时       | 办件编号为{no}，项目名称为，特别程序申请期限为7个工作日，已超过期限 1 天以上，请速办理。
                    ONLINE_PREACCEPTANCE | BLUE   | 2026-03-23T10:00 | 网上办事受理超时   | 办件编号为{no}，项目名称为，预受理时限为7个工作日，已超过预受理时限，请速办理。
                    ONLINE_PREACCEPTANCE | YELLOW | 2026-03-26T10:00 | 网上办事受理超时   | 办件编号为{no}，项目名称为，预受理时限为7个工作日，已超过预受理时限 3 天以上，请速办理。
                    ONLINE_PREACCEPTANCE | RED    | 2026-03-30T10:00 | 网上办事受理超时   | 办件编号为{no}，项目名称为，预受理时限为7个工作日，已超过预受理时限 5 天以上，请速办理。
                    LICENSE_ISSUE        | YELLOW | 2026-03-23T10:00 | 办件出证超时       | 办件编号为{no}，项目名称为，出证时限为7个工作日，已经超过出证时限，请速出证。
                    CONSULTATION         | BLUE   | 2026-03-18T10:00 | 咨询超时           | 咨询编号为{no}，答复时限为7个工作日，即将超过答复时限，请速答复。
                    CONSULTATION         | YELLOW | 2026-03-23T10:00 | 咨询超时           | 咨询编号为{no}，答复时限为7个工作日，已经超过答复时限，请速答复。
                    CONSULTATION         | RED    | 2026-03-24T10:00 | 咨询超时           | 咨询编号为{no}，答复时限为7个工作日，已超过答复时限 1 天以上，请速答复。
                    COMPLAINT            | BLUE   | 2026-03-18T10:00 | 投诉超时           | 投诉编号为{no}，答复时限为7个工作日，即将超过答复时限，请速答复。
                    COMPLAINT            | YELLOW | 2026-03-23T10:00 | 投诉超时           | 投诉编号为{no}，答复时限为7个工作日，已经超过答复时限，请速答复。
                    COMPLAINT            | RED    | 2026-03-24T10:00 | 投诉超时           | 投诉编号为{no}，答复时限为7个工作日，已超过答复时限 1 天以上，请速答复。
                    """)
    void eachLightIsACardFromTheFirstSecondAfterItsInstant(
            ClockKind kind, String light, String at, String element, String message) {
        var no = "430900202603127%d%d00010".formatted(kind.ordinal(), "BYR".indexOf(light.charAt(0)));
        new Watching(clocks, time, sql).started(no, kind, "430900", "six-kinds");
        var begins = Watching.at(at);

        raisedAt(no, begins);
        assertThat(cards(no, light)).as("at the instant itself").isEmpty();
        raisedAt(no, begins.plusSeconds(1));

        assertThat(cards(no, light)).containsExactly(element + "：" + message.replace("{no}", no));
        assertThat(sql.sql("select due_at from card where case_no = ? and light = ?")
                        .params(no, light)
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(begins);
        raisedAt(no, begins.plusSeconds(2));
        assertThat(cards(no, light)).hasSize(1);
    }

    private void raisedAt(String no, Instant at) {
        time.setTo(at);
        lights.raise(no);
    }

    private java.util.List<String> cards(String no, String light) {
        return sql.sql("select element || '：' || message from card where case_no = ? and light = ?")
                .params(no, light)
                .query(String.class)
                .list();
    }
}
