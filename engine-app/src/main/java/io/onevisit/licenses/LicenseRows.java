package io.onevisit.licenses;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.licenses.License.Holder;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
            select l.*, (select jsonb_agg(jsonb_build_object('name', h.name, 'idNo', h.id_no, 'key', h.id_no_key)
                                          order by h.id_no_key, h.id_no)
                         from license_holder h where h.identifier = l.identifier) as holders
            from license l\s""";

    private final JdbcClient sql;
    private final LicenseTypes types;
    private final ObjectMapper json;
    private final Vault vault;

    LicenseRows(JdbcClient sql, LicenseTypes types, ObjectMapper json, Vault vault) {
        this.sql = sql;
        this.vault = vault;
        this.types = types;
        this.json = json;
    }

    List<License> of(String holderIdNo) {
        return sql.sql(
                        LICENSE
                                + """
                                where l.identifier in (
                                    select identifier from license_holder where id_no_key = :key or id_no = :holder)
                                order by l.issued_on desc, l.recorded_at desc, l.identifier""")
                .param("key", vault.key(Kind.ID_NO, holderIdNo))
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
                .param("face", vault.sealJson(Column.LICENSE_FACE, identifier.toString(), text(face)))
                .param("issuedOn", issuedOn)
                .param("validTo", validTo)
                .param("caseNo", caseNo)
                .update();
        if (written == 0) {
            return false;
        }
        for (var holder : holders) {
            var key = vault.key(Kind.ID_NO, holder.idNo());
            sql.sql(
                            """
                            insert into license_holder (identifier, id_no, id_no_key, name)
                            values (:identifier, :idNo, :key, :name)""")
                    .param("identifier", identifier.toString())
                    .param("idNo", vault.seal(Column.LICENSE_HOLDER, identifier + " " + key, holder.idNo()))
                    .param("key", key)
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
                .map(face -> texts(vault.openJson(Column.LICENSE_FACE_TOLD, caseNo, face)))
                .orElse(Map.of());
    }

    /** What is told later counts more; two that tell at once wait for each other. */
    void tellFace(String caseNo, Map<String, String> face) {
        sql.sql("insert into license_face (case_no, face) values (:caseNo, '{}') on conflict (case_no) do nothing")
                .param("caseNo", caseNo)
                .update();
        sql.sql("select 1 from license_face where case_no = :caseNo for update")
                .param("caseNo", caseNo)
                .query(Integer.class)
                .single();
        var all = new LinkedHashMap<>(toldFace(caseNo));
        all.putAll(face);
        sql.sql("update license_face set face = :face::jsonb where case_no = :caseNo")
                .param("caseNo", caseNo)
                .param("face", vault.sealJson(Column.LICENSE_FACE_TOLD, caseNo, text(all)))
                .update();
    }

    private License license(ResultSet row, int n) throws SQLException {
        var type = row.getString("type");
        var identifier = row.getString("identifier");
        return new License(
                identifier,
                type,
                types.find(type).map(LicenseType::name).orElse(type),
                row.getString("issuer_name"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                "REVOKED".equals(row.getString("status")),
                read(row.getString("holders"), new TypeReference<List<StoredHolder>>() {}).stream()
                        .map(holder -> opened(identifier, holder))
                        .toList(),
                texts(vault.openJson(Column.LICENSE_FACE, identifier, row.getString("face"))));
    }

    private Holder opened(String identifier, StoredHolder holder) {
        return new Holder(
                holder.name(), vault.open(Column.LICENSE_HOLDER, identifier + " " + holder.key(), holder.idNo()));
    }

    private record StoredHolder(String name, String idNo, String key) {}

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
