package io.onevisit.retention;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What is kept how long and why, from {@code retention/rules.yaml}. */
@Component
public class Rules {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final File file;

    Rules() throws IOException {
        try (var in = new ClassPathResource("retention/rules.yaml").getInputStream()) {
            file = new YAMLMapper().readValue(in, File.class);
        }
    }

    List<Rule> all() {
        return file.rules();
    }

    /** What is older than this is past the rule's period. */
    public Instant before(String id, Instant now) {
        return all().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow()
                .before(now);
    }

    List<Kept> kept() {
        return file.kept();
    }

    record File(List<Rule> rules, List<Kept> kept) {}

    /**
     * @param from what the period counts from, in words
     * @param period ISO 8601, counted in China's calendar
     */
    record Rule(String id, String what, String from, String period, String basis) {

        /** What is older than this is past its period. */
        Instant before(Instant now) {
            return now.atZone(ZONE).minus(Period.parse(period)).toInstant();
        }
    }

    /** A table that no rule deletes from. */
    record Kept(String table, String why) {}
}
