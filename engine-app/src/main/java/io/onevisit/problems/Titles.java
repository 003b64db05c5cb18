package io.onevisit.problems;

import org.springframework.http.HttpStatus;

/** The headline of a refusal. */
final class Titles {

    private Titles() {}

    static String of(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "未找到";
            case CONFLICT -> "状态已变化";
            case UNPROCESSABLE_ENTITY -> "内容有误";
            case FORBIDDEN -> "没有权限";
            case UNAUTHORIZED -> "请先登录";
            case PAYLOAD_TOO_LARGE -> "内容过大";
            case TOO_MANY_REQUESTS -> "请求过于频繁";
            case INTERNAL_SERVER_ERROR -> "系统异常";
            default -> "请求未完成";
        };
    }
}
