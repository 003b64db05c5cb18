package io.onevisit.vault;

import io.onevisit.vault.Vault.Kind;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    READING_STATED("document_reading", "stated", "document_id::text", Form.JSON),
    COMPARISON("material_comparison", "results", "application_no || ' ' || material_key", Form.JSON),
    ORDER_PHONE("work_order", "contact_phone", "no", Form.TEXT),
    MANDATE_PRINCIPAL("mandate", "principal_id", "id::text", Form.TEXT, "principal_id_key", Kind.ID_NO),
    MANDATE_PRINCIPAL_PHONE("mandate", "principal_phone", "id::text", Form.TEXT),
    MANDATE_AGENT_PHONE("mandate", "agent_phone", "id::text", Form.TEXT, "agent_phone_key", Kind.PHONE),
    MANDATE_WHY("mandate", "ended_why", "id::text", Form.TEXT),
    ORDER_TEXT("work_order", "text", "no", Form.TEXT),
    ORDER_REPLY("work_order", "reply", "no", Form.TEXT),
    ORDER_CALL_BACK("work_order", "call_back_note", "no", Form.TEXT),
    VISIT_PHONE("home_visit", "phone", "no", Form.TEXT),
    VISIT_ADDRESS("home_visit", "address", "no", Form.TEXT),
    VISIT_ABOUT("home_visit", "about", "no", Form.TEXT),
    VISIT_WHY("home_visit", "why", "no", Form.TEXT),
    VISIT_OUTCOME("home_visit", "outcome", "no", Form.TEXT),
    CALLER("hotline_call", "caller", "no", Form.TEXT),
    RATING_TEXT("rating", "text", "no", Form.TEXT),
    RATING_CONTACT("rating", "contact_note", "no", Form.TEXT),
    RATING_REPLY("rating", "reply", "no", Form.TEXT),
    RATING_CALL_BACK("rating", "call_back_note", "no", Form.TEXT),
    RATING_SECOND("rating", "second_text", "no", Form.TEXT),
    ROUND_REPLY("rating_round", "reply", "no || ' ' || number", Form.TEXT),
    ROUND_CALL_BACK("rating_round", "call_back_note", "no || ' ' || number", Form.TEXT),
    ROUND_SECOND("rating_round", "second_text", "no || ' ' || number", Form.TEXT),
    ADDITION("rating_addition", "text", "id::text", Form.TEXT),
    SUPPLEMENT_NOTE("supplement_request", "note", "business_key", Form.TEXT),
    SUPPLEMENT_ITEMS("supplement_request", "items", "business_key", Form.JSON),
    SUPPLEMENT_ANSWER("supplement_request", "answer", "business_key", Form.TEXT),
    NOTICE_TEXT("notice_message", "text", "id::text", Form.TEXT),
    PAPER_PARAGRAPHS("paper", "paragraphs", "no", Form.TEXTS),
    DOCUMENT_NAME("document", "name", "id::text", Form.TEXT),
    COUNTER_LINES("counter_notice", "lines", "paper_no", Form.JSON),
    COUNTER_KNOWN("counter_notice", "known", "paper_no", Form.JSON),
    OBJECTION_TEXT("objection", "text", "id::text", Form.TEXT),
    OBJECTION_REASON("objection", "reason", "id::text", Form.TEXT),
    AGREEMENT_REASON("agreement", "reason", "id::text", Form.TEXT),
    OFFLINE_KEY("offline_key", "key", "username", Form.TEXT),
    TALK_TEXT("application_talk", "text", "id::text", Form.TEXT),
    TASK_ANSWERS("task_answer", "answers", "task_id", Form.JSON),
    MESSAGE_BODY("handoff_message", "body", "key", Form.TEXT),
    CALLBACK_BODY("handoff_inbox", "body", "department || ' ' || message_id", Form.TEXT);

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

    Form form() {
        return form;
    }

    /** {@code null} where nothing is searched by it. */
    String keyColumn() {
        return keyColumn;
    }

    Kind kind() {
        return kind;
    }

    /** The sealed columns of a table by their names, for writers that take names. */
    public static Map<String, Column> in(String table) {
        return Arrays.stream(values())
                .filter(one -> one.table.equals(table))
                .collect(Collectors.toMap(Column::column, Function.identity()));
    }

    /**
     * How a value lies in the database: a sealed document is one text in place of the object, a sealed list a list of one.
     * Each says in SQL what is read, where a sealed value's text begins, and what is written.
     */
    enum Form {
        TEXT("%s", "%s", "?"),
        JSON("%s", "%s #>> '{}'", "?::jsonb"),
        TEXTS("to_jsonb(%s)", "%s[1]", "array[?]");

        private final String read;
        private final String begins;
        private final String written;

        Form(String read, String begins, String written) {
            this.read = read;
            this.begins = begins;
            this.written = written;
        }

        String read(String column) {
            return read.formatted(column);
        }

        String begins(String column) {
            return begins.formatted(column);
        }

        String written() {
            return written;
        }

        /** What hides nothing and stays as it is. */
        String empty() {
            return this == TEXT ? "" : "{}";
        }
    }
}
