package io.onevisit.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.util.DigestUtils;

/**
 * One thing as it can be found in a division and those below it.
 *
 * @param elsewhere divisions below, where another entry of the same thing counts, or none
 * @param words words under which it is looked for
 * @param texts what else is said of it: items, materials, condition, result
 */
record Entry(
        Kind type,
        String key,
        String region,
        List<String> elsewhere,
        String name,
        String department,
        List<String> words,
        List<String> texts) {

    String id() {
        return type + ":" + key + ":" + region;
    }

    /** A fingerprint of all of it: tells whether the index says the same. */
    String print() {
        return DigestUtils.md5DigestAsHex(toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What its meaning is reckoned from: a title and the words for it, for long texts blur it. */
    String meaning() {
        return words.isEmpty() ? name : name + "，" + String.join("、", words);
    }
}
