package io.onevisit.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Locked;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.identity.Role;
import io.onevisit.problems.Collision;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the database breaks off because two waited for one another is a sentence to the caller, and nothing of it is done. */
@PlatformTest
class CollisionTest {

    @Autowired
    Office office;

    @Autowired
    DataSource database;

    @Test
    void aDeadlockIsAConflictThatMayBeTriedAgain() throws Exception {
        for (var tries = 0; !clerkIsBrokenOff(); tries++) {
            assertThat(tries).as("times that the database broke us off instead").isLessThan(5);
        }
    }

    /** The clerk waits for longer than we do, so it is the clerk's act that is broken off, unless the machine is very slow. */
    private boolean clerkIsBrokenOff() throws Exception {
        var file = office.submitted(office.parent());
        office.goOn(file, Map.of("mismatches", 1));
        var clerk = office.officer(Role.CLERK, null);
        var task = office.task(clerk, file.applicationNo());
        var pool = Executors.newSingleThreadExecutor();
        try (var somebody = database.getConnection()) {
            somebody.setAutoCommit(false);
            Locked.run(somebody, "select 1 from work_item where task_id = '" + task + "' for update");
            var answer = pool.submit(() -> office.answer(clerk, task, Map.of("outcome", "accept")));
            Locked.waitsFor(somebody);
            try {
                Locked.run(
                        somebody,
                        "select 1 from application where application_no = '" + file.applicationNo() + "' for update");
            } catch (SQLException brokenOff) {
                return false;
            } finally {
                somebody.rollback();
            }

            answer.get()
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("collision"))
                    .andExpect(jsonPath("$.detail").value(Collision.SENTENCE));
        } finally {
            pool.shutdownNow();
        }

        office.answer(clerk, task, Map.of("outcome", "accept")).andExpect(status().isNoContent());
        return true;
    }

    @ParameterizedTest
    @CsvSource({"40P01,true", "40001,true", "23505,false", "55P03,false"})
    void onlyWhatMayBeTriedAgainIsOne(String state, boolean collision) {
        var failure = new IllegalStateException(new RuntimeException(new SQLException("refused", state)));

        assertThat(Collision.caused(failure)).isEqualTo(collision);
    }
}
