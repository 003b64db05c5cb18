package io.onevisit.licenses;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.licenses.License.Holder;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Licenses and their uses as rows. */
@Component
class LicenseRows {

    private static final String LICENSE =
            """
            select l.*, (select jsonb_agg(jsonb_build_object('name', h.name, 'idNo', h.id_no) order by h.id_no)
                         from license_holder h where h.identifier = l.identifier) as holders
            from license l\s""";

    private final JdbcClient sql;
    private final LicenseTypes types;
    private final ObjectMapper json;

    LicenseRows(JdbcClient sql, LicenseTypes types, ObjectMapper json) {
        this.sql = sql;
        this.types = types;
        this.json = json;
    }

    List<License> of(String holderIdNo) {
        return sql.sql(
                        LICENSE
                                + """
                                where l.identifier in (select identifier from license_holder where id_no = :holder)
                                order by l.issued_on desc, l.identifier""")
                .param("holder", holderIdNo)
                .query(this::license)
                .list();
    }

    Optional<License> find(String identifier) {
        return sql.sql(LICENSE + "where l.identifier = :identifier")
                .param("identifier", identifier)
                .query(this::license)
                .optional();
    }

    Optional<License> ofCase(String caseNo) {
        return sql.sql(LICENSE + "where l.case_no = :caseNo")
                .param("caseNo", caseNo)
                .query(this::license)
                .optional();
    }

    /** Writes the license; false where the case or the identifier already has one. */
    boolean insert(
            LicenseIdentifier identifier,
            LicenseType type,
            LocalDate validTo,
            LocalDate issuedOn,
            String caseNo,
            List<Holder> holders,
            Map<String, String> face) {
        var written = sql.sql(
                        """
                        insert into license (identifier, type, serial, version, issuer_name, issuer_code, face,
                                             issued_on, valid_to, status, case_no, recorded_at)
                        values (:identifier, :type, :serial, :version, :issuer, :issuerCode, :face::jsonb,
                                :issuedOn, :validTo, 'VALID', :caseNo, now())
                        on conflict do nothing""")
                .param("identifier", identifier.toString())
                .param("type", type.code())
                .param("serial", identifier.serial())
                .param("version", identifier.version())
                .param("issuer", type.issuer().name())
                .param("issuerCode", type.issuer().code())
                .param("face", text(face))
                .param("issuedOn", issuedOn)
                .param("validTo", validTo)
                .param("caseNo", caseNo)
                .update();
        if (written == 0) {
            return false;
        }
        for (var holder : holders) {
            sql.sql("insert into license_holder (identifier, id_no, name) values (:identifier, :idNo, :name)")
                    .param("identifier", identifier.toString())
                    .param("idNo", holder.idNo())
                    .param("name", holder.name())
                    .update();
        }
        return true;
    }

    Map<String, String> toldFace(String caseNo) {
        return sql.sql("select face from license_face where case_no = :caseNo")
                .param("caseNo", caseNo)
                .query(String.class)
                .optional()
                .map(this::texts)
                .orElse(Map.of());
    }

    void tellFace(String caseNo, Map<String, String> face) {
        sql.sql(
                        """
                        insert into license_face (case_no, face) values (:caseNo, :face::jsonb)
                        on conflict (case_no) do update set face = license_face.face || excluded.face""")
                .param("caseNo", caseNo)
                .param("face", text(face))
                .update();
    }

    private License license(ResultSet row, int n) throws SQLException {
        var type = row.getString("type");
        return new License(
                row.getString("identifier"),
                type,
                types.find(type).map(LicenseType::name).orElse(type),
                row.getString("issuer_name"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                "REVOKED".equals(row.getString("status")),
                read(row.getString("holders"), new TypeReference<List<Holder>>() {}),
                texts(row.getString("face")));
    }

    private Map<String, String> texts(String face) {
        return read(face, new TypeReference<>() {});
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Map<String, String> face) {
        try {
            return json.writeValueAsString(face);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
