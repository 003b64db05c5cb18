package io.onevisit.audit;

/**
 * What is to be noted; who, when and from where is found out.
 *
 * @param number by which people call what it is about, empty where it has none
 * @param about whose matter it is, {@code null} where the kind's {@link Concern} is to be asked
 * @param why the reason given, empty where the verb's purpose stands
 */
public record Note(Verb verb, Kind kind, String number, Concern.About about, String why) {

    public static Note of(Verb verb, Kind kind, String number) {
        return new Note(verb, kind, number, null, "");
    }
}
