package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One item of a file that was brought, with where each part of it stands. */
final class SheetRow {

    final String sheet;
    final int row;
    final ObjectNode document;
    final List<SheetFault> faults = new ArrayList<>();
    private final Map<String, List<Integer>> partRows = new HashMap<>();

    SheetRow(String sheet, int row, ObjectNode document) {
        this.sheet = sheet;
        this.row = row;
        this.document = document;
    }

    String code() {
        return document.path("code").asText();
    }

    void partAt(String element, int row) {
        partRows.computeIfAbsent(element, key -> new ArrayList<>()).add(row);
    }

    /** Where a fault stands in the file. */
    SheetFault located(Fault fault, ItemSchema schema) {
        var element = schema.element(fault.element());
        var rows = partRows.getOrDefault(fault.element(), List.of());
        if (element != null && fault.row() > 0 && fault.row() <= rows.size()) {
            var column = fault.part().isEmpty()
                    ? ""
                    : element.parts().stream()
                            .filter(part -> part.key().equals(fault.part()))
                            .map(Element::title)
                            .findFirst()
                            .orElse(fault.part());
            var counted = ShapeFaults.row(element.title(), fault.row());
            return new SheetFault(
                    element.title(),
                    rows.get(fault.row() - 1),
                    column,
                    fault.sentence().replace(counted, ""));
        }
        return new SheetFault(sheet, row, fault.title(), fault.sentence());
    }
}
