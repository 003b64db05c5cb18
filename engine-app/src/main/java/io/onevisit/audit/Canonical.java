package io.onevisit.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The bytes that are hashed: every field in a fixed order, each behind its length, so that no two contents have the same
 * bytes. Told in docs/audit.md; a change of it is a new version with a new first field.
 */
final class Canonical {

    private static final String ENTRY = "onevisit-audit-entry-1";
    private static final String SEAL = "onevisit-audit-seal-1";

    /** In the order they are sealed in; the number of the row is bound by the seal, not here. */
    static final String COLUMNS =
            "e.day, e.at, e.region, e.account, e.name, e.department, e.roles, e.on_behalf_of, e.person, e.verb, e.kind, e.number,"
                    + " e.application_no, e.case_no, e.detail, e.purpose, e.address, e.agent, e.channel, e.correlation,"
                    + " e.result, e.code";

    private static final int TEXTS = 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    private Canonical(String version) {
        add(version);
    }

    /** @param first index of the first of {@link #COLUMNS} in the row */
    static byte[] entry(ResultSet row, int first) throws SQLException {
        var canonical = new Canonical(ENTRY);
        canonical.add(row.getObject(first, LocalDate.class).toString());
        canonical.add(micros(row.getObject(first + 1, OffsetDateTime.class).toInstant()));
        for (var i = 0; i < TEXTS; i++) {
            canonical.add(row.getString(first + 2 + i));
        }
        return canonical.bytes.toByteArray();
    }

    static byte[] seal(Chain chain, long position, byte[] before, long entry, byte[] entryHash, Instant sealedAt) {
        var canonical = new Canonical(SEAL);
        canonical.add(chain.region());
        canonical.add(chain.day().toString());
        canonical.add(Long.toString(position));
        canonical.add(before);
        canonical.add(Long.toString(entry));
        canonical.add(entryHash);
        canonical.add(micros(sealedAt));
        return canonical.bytes.toByteArray();
    }

    private static String micros(Instant instant) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] field) {
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(field.length).array());
        bytes.writeBytes(field);
    }
}
