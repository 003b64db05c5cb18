package io.onevisit.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.Filing;
import io.onevisit.Locked;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Clocks counted anew together lock as an officer does: the cases first. */
@PlatformTest
class RecountOrderTest {

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock time;

    @Autowired
    Recounts recounts;

    @Autowired
    ClockStore store;

    @Autowired
    DataSource database;

    @Test
    void theCaseIsLockedBeforeItsClock() throws Exception {
        var file = new Filing(applications, cases, clocks, time).underReview("recount", Map.of());
        var key = Clocks.Key.ofCase(file.caseNo());
        var edition = store.find(key).orElseThrow().calendar();

        var moves = new Locked(database)
                .behindTheCase(
                        file.caseNo(),
                        file.applicationNo(),
                        () -> recounts.apply(List.of(key), edition, Recounts.REBASED, "测试", null, time.instant()));

        assertThat(moves).isEmpty();
    }
}
