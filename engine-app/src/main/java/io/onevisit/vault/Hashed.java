package io.onevisit.vault;

import io.onevisit.vault.Vault.Kind;

/** Every column that holds nothing but a keyed hash: its value is compared and never read. */
enum Hashed {
    CONSENT_HOLDER("license_authorisation", "holder_id_no", Kind.ID_NO),
    USE_HOLDER("license_use", "on_behalf_of", Kind.ID_NO),
    PROMISER("commitment", "person_id", Kind.ID_NO),
    AT_THE_WINDOW("window_intake", "applicant_id", Kind.ID_NO),
    SECOND_PARTY("agreement", "id_no_key", Kind.ID_NO),
    CODE_PHONE("phone_code", "phone", Kind.PHONE);

    private final String table;
    private final String column;
    private final Kind kind;

    Hashed(String table, String column, Kind kind) {
        this.table = table;
        this.column = column;
        this.kind = kind;
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    Kind kind() {
        return kind;
    }
}
