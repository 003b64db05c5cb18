/** Papers that acts leave (受理通知书, 补正告知书, 决定书, 办结通知书, 撤回申请确认书, 退件通知书, 转报告知书 …): numbered data, drawn as PDF, verifiable by anyone. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.papers;
