package io.onevisit.processes;

/** The names in {@code document-reading.bpmn} that Java relies on; the business key is the document's id. */
public final class DocumentReading {
    public static final String PROCESS = "document-reading";

    public static final class Variables {
        /** What the document is for the reader, e.g. {@code birth-certificate}. */
        public static final String DOCUMENT_KIND = "documentKind";

        private Variables() {}
    }

    private DocumentReading() {}
}
