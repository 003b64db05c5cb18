package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A file that was brought, held against the catalogue and waiting for a person's word.
 *
 * @param state {@code PREVIEW, LOADED, DISCARDED}
 * @param loaded how many items were loaded, {@code null} before
 */
record Import(
        UUID id,
        String fileName,
        String region,
        Instant createdAt,
        String createdBy,
        String state,
        Integer loaded,
        Counts counts) {

    record Counts(int fresh, int changed, int unchanged, int wrong) {}

    /**
     * One item of the file.
     *
     * @param basedOn number of the edition it was compared with, {@code null} for a new item
     */
    record Row(
            int number,
            int sheetRow,
            String code,
            String name,
            ItemBook.Outcome outcome,
            Integer basedOn,
            ObjectNode document,
            List<SheetFault> faults) {}

    record Rows(int total, int page, int pages, List<Row> rows) {}
}
