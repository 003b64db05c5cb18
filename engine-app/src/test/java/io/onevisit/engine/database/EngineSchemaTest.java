package io.onevisit.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.PlatformTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class EngineSchemaTest {

    @Autowired
    JdbcClient sql;

    @Test
    void theApplicationWorksUnderAnOrdinaryRole() {
        assertThat(text("SELECT current_user")).isEqualTo("onevisit_app");
        assertThat(text("SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("false");
        assertThatThrownBy(() -> sql.sql("CREATE TABLE mine (id int)").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> sql.sql("DROP TABLE act_ru_task").update())
                .rootCause()
                .hasMessageContaining("must be owner");
    }

    @Test
    void whatIsCommittedSurvivesAPowerCut() {
        assertThat(text("SHOW fsync")).isEqualTo("on");
        assertThat(text("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(text("SHOW full_page_writes")).isEqualTo("on");
    }

    @Test
    void theEnginesTablesAndTheIndexesItLacksAreThere() {
        assertThat(text("SELECT count(*)::text FROM pg_tables WHERE tablename LIKE 'act\\_%'"))
                .isEqualTo("49");
        assertThat(texts("SELECT indexname FROM pg_indexes WHERE indexname LIKE 'onevisit%' ORDER BY 1"))
                .containsExactly(
                        "onevisit_activity_open",
                        "onevisit_instance_edition",
                        "onevisit_job_duedate",
                        "onevisit_task_parent");
    }

    private String text(String query) {
        return sql.sql(query).query(String.class).single();
    }

    private List<String> texts(String query) {
        return sql.sql(query).query(String.class).list();
    }
}
