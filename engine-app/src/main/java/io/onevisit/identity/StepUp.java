package io.onevisit.identity;

import io.onevisit.problems.Problem;

/** What is asked for needs somebody who is better known: says how well, and how to get there. */
public final class StepUp {

    private StepUp() {}

    /** Refuses a citizen whose real-name level is too low; officers are known to their offices. */
    public static void refuseBelow(Account account, int level) {
        if (account.kind() != AccountKind.NATURAL || account.level() >= level) {
            return;
        }
        throw Problem.forbidden("step-up-required", way(level))
                .with("level", level)
                .with("present", account.level());
    }

    private static String way(int level) {
        return switch (level) {
            case 1, Account.SAID -> "请先完善个人信息。";
            case Account.REGISTERED -> "办理这件事需要先核验姓名和身份证号码，在“我的账号”即可办理。";
            case Account.IN_PERSON -> "办理这件事需要确认是您本人：请携带身份证到就近的政务大厅窗口核验，当场生效。";
            default -> "办理这件事需要数字证书核验，请携带身份证到政务大厅窗口办理。";
        };
    }
}
