package io.onevisit.problems;

/** What to say about a request that failed before anybody who knows its matter saw it. */
public final class Sentences {

    private Sentences() {}

    public static String of(int status) {
        return switch (status) {
            case 400 -> "请求的内容无法读取，请检查格式后重试。";
            case 401 -> "您尚未登录或登录已过期，请先登录。";
            case 403 -> "您没有进行此操作的权限，或页面已过期，请刷新后重试。";
            case 404 -> "没有找到您要的内容。";
            case 405 -> "此地址不支持这种操作。";
            case 406, 415 -> "不支持这种内容格式。";
            case 413 -> "提交的内容过大，请精简后重试。";
            case 414, 431 -> "请求的地址或请求头过长，请缩短后重试。";
            case 429 -> "操作过于频繁，请稍后再试。";
            case 503 -> "系统繁忙，请稍后重试。";
            default -> status >= 500 ? "系统出现异常，您填写的内容没有丢失，请稍后重试。" : "请求无法处理。";
        };
    }

    public static String unforeseen(String reference) {
        return "系统出现异常，您填写的内容没有丢失，请稍后重试。如需帮助，请告知查询编号 " + reference + "。";
    }
}
