package io.onevisit.processes;

/** Kinds of outside work a model may ask for; each has one worker. */
public final class Topics {
    public static final String LICENSE_LOOKUP = "license-lookup";
    public static final String MATERIAL_OCR = "material-ocr";
    public static final String MATERIAL_COMPARE = "material-compare";
    public static final String DEPARTMENT_HANDOFF = "department-handoff";
    public static final String LICENSE_ISSUE = "license-issue";
    public static final String NOTIFY_APPLICANT = "notify-applicant";

    private Topics() {}
}
