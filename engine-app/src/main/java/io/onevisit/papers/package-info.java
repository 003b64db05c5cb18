/** Papers that acts leave (受理通知书, 补正告知书, 决定书, 办结通知): numbered data, drawn as PDF, verifiable by anyone. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.papers;
