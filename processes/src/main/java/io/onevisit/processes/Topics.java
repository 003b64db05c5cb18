package io.onevisit.processes;

import java.util.List;

/** The work a model may ask of {@code task-workers}, one topic per kind. */
public final class Topics {
    public static final String LICENSE_LOOKUP = "license-lookup";
    public static final String MATERIAL_OCR = "material-ocr";
    public static final String MATERIAL_COMPARE = "material-compare";
    public static final String DEPARTMENT_HANDOFF = "department-handoff";
    public static final String LICENSE_ISSUE = "license-issue";
    public static final String NOTIFY_APPLICANT = "notify-applicant";

    public static final List<String> ALL = List.of(
            LICENSE_LOOKUP, MATERIAL_OCR, MATERIAL_COMPARE, DEPARTMENT_HANDOFF, LICENSE_ISSUE, NOTIFY_APPLICANT);

    private Topics() {}
}
