package io.onevisit.vault;

import io.onevisit.vault.Vault.Kind;

/**
 * Every sealed column: what a row is called to bind the value to it, and by which column it is found where it is searched.
 * A new one is added here, is sealed where it is written and opened where it is read, and gets its rows sealed by
 * {@link Resealing} at the next start.
 */
public enum Column {
    ACCOUNT_ID_NO("account", "id_no", "username", Form.TEXT, "id_no_key", Kind.ID_NO),
    ACCOUNT_PHONE("account", "phone", "username", Form.TEXT, "phone_key", Kind.PHONE),
    AUTHENTICATOR_SECRET("authenticator", "secret", "username", Form.TEXT),
    SIGNING_KEY("signing_key", "jwk", "kid", Form.TEXT),
    DRAFT_ANSWERS("draft", "answers", "id::text", Form.JSON),
    DRAFT_APPLICANT("draft", "applicant", "id::text", Form.JSON),
    APPLICATION_APPLICANT("application", "applicant_id", "application_no", Form.TEXT, "applicant_key", Kind.ID_NO),
    CASE_APPLICANT("case_file", "applicant_id", "case_no", Form.TEXT, "applicant_key", Kind.ID_NO),
    APPLICATION_ANSWERS("application", "answers", "application_no", Form.JSON),
    MATERIAL_HOLDER("application_material", "holder_id_no", "application_no || ' ' || key", Form.TEXT),
    LICENSE_FACE("license", "face", "identifier", Form.JSON),
    LICENSE_FACE_TOLD("license_face", "face", "case_no", Form.JSON),
    LICENSE_HOLDER("license_holder", "id_no", "identifier || ' ' || id_no_key", Form.TEXT, "id_no_key", Kind.ID_NO),
    READING_FIELDS("document_reading", "fields", "document_id::text", Form.JSON),
    READING_TEXT("document_reading", "text", "document_id::text", Form.TEXT),
    COMPARISON("material_comparison", "results", "application_no || ' ' || material_key", Form.JSON),
    ORDER_PHONE("work_order", "contact_phone", "no", Form.TEXT),
    MANDATE_PRINCIPAL("mandate", "principal_id", "id::text", Form.TEXT, "principal_id_key", Kind.ID_NO),
    MANDATE_PRINCIPAL_PHONE("mandate", "principal_phone", "id::text", Form.TEXT),
    MANDATE_AGENT_PHONE("mandate", "agent_phone", "id::text", Form.TEXT, "agent_phone_key", Kind.PHONE),
    MESSAGE_BODY("handoff_message", "body", "key", Form.TEXT);

    private final String table;
    private final String column;
    private final String row;
    private final Form form;
    private final String keyColumn;
    private final Kind kind;

    Column(String table, String column, String row, Form form) {
        this(table, column, row, form, null, null);
    }

    Column(String table, String column, String row, Form form, String keyColumn, Kind kind) {
        this.table = table;
        this.column = column;
        this.row = row;
        this.form = form;
        this.keyColumn = keyColumn;
        this.kind = kind;
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    /** The row's name in SQL, as the writers pass it. */
    String row() {
        return row;
    }

    boolean json() {
        return form == Form.JSON;
    }

    /** {@code null} where nothing is searched by it. */
    String keyColumn() {
        return keyColumn;
    }

    Kind kind() {
        return kind;
    }

    private enum Form {
        TEXT,
        JSON
    }
}
