/** Data scope (数据范围): whose matters somebody sees, worked out once, asked by every query, kept by the database too. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.reach;
