package io.onevisit.cases;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The full number of a case or an application, as it stands on papers: the number itself, four digits that name its item
 * (or bundle) and a check character (ISO 7064 MOD 37-2) over the whole. What follows the first hyphen can be left out;
 * every table and message keeps to the number itself.
 */
@Component
public class FullNumbers {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    private final JdbcClient sql;
    private final NumberBlocks blocks;

    FullNumbers(JdbcClient sql, NumberBlocks blocks) {
        this.sql = sql;
        this.blocks = blocks;
    }

    /**
     * @param no a number of a case or an application
     * @param subject code of the item, or key of the bundle
     */
    public String of(String no, String subject) {
        var body = no + "-" + "%04d".formatted(blocks.serial(subject));
        return body + checkCharacter(body);
    }

    /** The number itself, whether it was typed whole or short; empty where what was typed cannot be a number. */
    public static Optional<String> number(String typed) {
        var text = typed.strip().replace(" ", "");
        if (text.matches("[A-Z]?\\d{22}-\\d{4}[0-9A-Z*]")) {
            var body = text.substring(0, text.length() - 1);
            return checkCharacter(body) == text.charAt(text.length() - 1)
                    ? Optional.of(body.substring(0, body.indexOf('-'))).filter(Numbers::isValid)
                    : Optional.empty();
        }
        return Optional.of(text).filter(Numbers::isValid);
    }

    /** Code of the item or key of the bundle that a full number names. */
    public Optional<String> subject(String full) {
        return number(full).filter(no -> full.contains("-")).flatMap(no -> sql.sql(
                        "select code from number_subject where serial = ?")
                .param(Integer.parseInt(full.strip().split("-")[1].substring(0, 4)))
                .query(String.class)
                .optional());
    }

    static char checkCharacter(String body) {
        var sum = 0;
        for (var c : body.replace("-", "").toCharArray()) {
            sum = (sum + CHARACTERS.indexOf(c)) * 2 % 37;
        }
        return CHARACTERS.charAt((38 - sum) % 37);
    }
}
