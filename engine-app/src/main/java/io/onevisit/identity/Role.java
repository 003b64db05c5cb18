package io.onevisit.identity;

/** What somebody may be on the platform. */
public enum Role {
    CITIZEN,
    CLERK,
    APPROVER,
    /** 部门负责人: approves what a department's officers ask for. */
    HEAD,
    /** 话务员 of the hotline 12345. */
    AGENT,
    /** 热线办: decides whose duty an order is where that is unclear or disputed. */
    LINE_OFFICE,
    SUPERVISOR,
    ANALYST,
    OPERATOR,
    /** 审计管理员: reads who saw and did what, and nothing else (三员分立). */
    AUDITOR
}
