package io.onevisit.identity;

import java.util.EnumSet;
import java.util.Set;

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
    /** 系统管理员: opens and closes accounts, gives nobody a right. */
    SYSTEM_ADMIN,
    /** 安全管理员: gives rights, takes away lost second factors, opens no account. */
    SECURITY_ADMIN,
    /** 审计管理员: reads who saw and did what, and nothing else. */
    AUDITOR;

    /** 三员: three people, and none of them does anything else. */
    public static final Set<Role> ADMINISTRATORS = EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR);
}
