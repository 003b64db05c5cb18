package io.onevisit.cases;

import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;

/** A row of applications, its applicant's number opened. */
final class ApplicationRow implements RowMapper<Application> {

    private final RowMapper<Application> stored = new DataClassRowMapper<>(Application.class);
    private final Vault vault;

    ApplicationRow(Vault vault) {
        this.vault = vault;
    }

    @Override
    public Application mapRow(ResultSet row, int n) throws SQLException {
        var application = stored.mapRow(row, n);
        return application.withApplicantId(
                vault.open(Column.APPLICATION_APPLICANT, application.applicationNo(), application.applicantId()));
    }
}
