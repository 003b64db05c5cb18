package io.onevisit.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.onevisit.problems.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which passwords are good enough: not too short, and not what a guesser tries first. */
@Component
class PasswordRules {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;
    /** The estimate is made of the beginning only: a long text would keep it busy. */
    private static final int ESTIMATED = 64;
    /** Of 0 to 4: withstands guessing over the network. */
    private static final int STRONG_ENOUGH = 2;

    private final Zxcvbn guesses = new Zxcvbn();

    /** Refuses a weak password; names, numbers and telephones of the person count as guessed. */
    void refuseWeak(String password, String... personal) {
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            throw weak("密码长度应为 %d 至 %d 个字符。".formatted(SHORTEST, LONGEST));
        }
        var known = Stream.concat(Stream.of("onevisit", "zhengwu"), Stream.of(personal))
                .filter(Objects::nonNull)
                .toList();
        if (containsPersonal(password, Arrays.asList(personal))
                || guesses.measure(password.substring(0, Math.min(ESTIMATED, password.length())), known)
                                .getScore()
                        < STRONG_ENOUGH) {
            throw weak("这个密码太容易被猜到。请避开姓名、手机号、身份证号、生日和连续的数字，可以用几个不相干的词连在一起。");
        }
    }

    private static boolean containsPersonal(String password, List<String> personal) {
        return personal.stream()
                .filter(word -> word != null && word.length() >= 6)
                .anyMatch(word -> password.contains(word) || password.contains(word.substring(word.length() - 6)));
    }

    private static Problem weak(String sentence) {
        return Problem.invalid("password-weak", sentence).with("field", "password");
    }
}
