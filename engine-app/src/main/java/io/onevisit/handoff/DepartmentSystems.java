package io.onevisit.handoff;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The systems of the departments that handle cases on their own. */
@Component
class DepartmentSystems {

    private final JdbcClient sql;

    DepartmentSystems(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<DepartmentSystem> enabled(String department) {
        return sql.sql(
                        "select department, url, secret, enabled from department_system where department = :d and enabled")
                .param("d", department)
                .query(DepartmentSystem.class)
                .optional();
    }

    /** Sets address and secret of a department's system. */
    void configure(String department, String url, String secret) {
        sql.sql(
                        """
                        insert into department_system (department, url, secret) values (:department, :url, :secret)
                        on conflict (department) do update set url = excluded.url, secret = excluded.secret""")
                .param("department", department)
                .param("url", url)
                .param("secret", secret)
                .update();
    }
}
