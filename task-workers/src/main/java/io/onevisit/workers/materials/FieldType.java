package io.onevisit.workers.materials;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a field may hold, and how it is written once it is read. */
enum FieldType {
    NAME {
        @Override
        Optional<Value> read(String text) {
            return whole(HAN_NAME, text);
        }
    },
    SEX {
        @Override
        Optional<Value> read(String text) {
            return text.startsWith("男") || text.startsWith("女") ? sure(text.substring(0, 1)) : Optional.empty();
        }
    },
    DATE {
        @Override
        Optional<Value> read(String text) {
            return Dates.in(text).map(day -> new Value(day.toString(), 1));
        }
    },
    ID_NUMBER {
        @Override
        Optional<Value> read(String text) {
            var number = text.toUpperCase(Locale.ROOT);
            if (ID_DIGITS.matcher(number).matches()) {
                return sure(number);
            }
            return IdNumbers.repaired(number).map(repaired -> new Value(repaired, REPAIRED));
        }
    },
    CERTIFICATE_NO {
        @Override
        Optional<Value> read(String text) {
            return whole(CERTIFICATE, text.toUpperCase(Locale.ROOT));
        }
    },
    TEXT {
        @Override
        Optional<Value> read(String text) {
            return text.isEmpty() ? Optional.empty() : sure(text);
        }
    };

    /** How far a number is trusted in which letters were taken for digits. */
    private static final double REPAIRED = 0.8;

    private static final Pattern HAN_NAME = Pattern.compile("[\\p{IsHan}·]{2,20}");
    private static final Pattern ID_DIGITS = Pattern.compile("\\d{17}[0-9X]");
    private static final Pattern CERTIFICATE = Pattern.compile("[A-Z][0-9A-Z]{9}");

    /** @param trust what the reader's own confidence is multiplied with */
    record Value(String text, double trust) {}

    /** The value in the one way it is written, if the text can be one; the text has no blanks and no full-width forms. */
    abstract Optional<Value> read(String text);

    private static Optional<Value> whole(Pattern shape, String text) {
        return shape.matcher(text).matches() ? sure(text) : Optional.empty();
    }

    private static Optional<Value> sure(String text) {
        return Optional.of(new Value(text, 1));
    }
}
