package io.onevisit.licenses;

import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who looked up whose license for what, and what the answer was. */
@Component
class UseJournal {

    private final JdbcClient sql;
    private final Vault vault;

    UseJournal(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    void write(LookUp question, Answer answer) {
        var fields = answer.license().map(license -> license.face().keySet().toArray(String[]::new));
        sql.sql(
                        """
                        insert into license_use (at, who, on_behalf_of, application_no, case_no, item_code, type,
                                                 identifier, authorisation_id, fields, purpose, result)
                        values (now(), :who, :holder, :applicationNo, :caseNo, :item, :type,
                                :identifier, :authorisation, :fields, :purpose, :result)""")
                .param("who", question.who())
                .param("holder", vault.key(Kind.ID_NO, question.holderIdNo()))
                .param("applicationNo", question.applicationNo())
                .param("caseNo", question.caseNo())
                .param("item", question.itemCode())
                .param("type", question.type())
                .param("identifier", answer.license().map(License::identifier).orElse(null))
                .param("authorisation", answer.authorisationId())
                .param("fields", fields.orElseGet(() -> new String[0]))
                .param("purpose", question.purpose())
                .param("result", answer.result().name())
                .update();
    }

    List<Licenses.Use> of(String applicationNo) {
        return sql.sql("select * from license_use where application_no = :applicationNo order by id")
                .param("applicationNo", applicationNo)
                .query(UseJournal::use)
                .list();
    }

    List<Licenses.Use> under(UUID authorisationId) {
        return sql.sql("select * from license_use where authorisation_id = ? order by id")
                .param(authorisationId)
                .query(UseJournal::use)
                .list();
    }

    List<Licenses.Use> ofHolder(String holderIdNo, int most) {
        return sql.sql("select * from license_use where on_behalf_of = ? order by id desc limit ?")
                .params(vault.key(Kind.ID_NO, holderIdNo), most)
                .query(UseJournal::use)
                .list();
    }

    private static Licenses.Use use(ResultSet row, int n) throws SQLException {
        return new Licenses.Use(
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                row.getString("on_behalf_of"),
                row.getString("case_no"),
                row.getString("type"),
                row.getString("identifier"),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getString("purpose"),
                Answer.Result.valueOf(row.getString("result")));
    }
}
