package io.onevisit.deadlines;

/** The warning state of a clock: 蓝 = 预警, 黄 = 黄牌, 红 = 红牌. */
public enum Light {
    NONE,
    BLUE,
    YELLOW,
    RED
}
