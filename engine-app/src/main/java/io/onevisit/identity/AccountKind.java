package io.onevisit.identity;

/** Whose account it is. */
public enum AccountKind {
    /** 自然人 */
    NATURAL,
    /** 法人: nobody signs in as one; people act for it under a mandate. */
    LEGAL,
    /** 工作人员 */
    STAFF,
    /** A system of a department or partner; it shows tokens and never signs in at a page. */
    MACHINE
}
