package io.onevisit.identity;

/** What somebody may be on the platform. */
public enum Role {
    CITIZEN,
    CLERK,
    APPROVER,
    SUPERVISOR,
    ANALYST,
    OPERATOR
}
