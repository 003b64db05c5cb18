package io.onevisit.ratings;

import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visits to a window: each has a receipt code that nobody can guess, with which it can be rated once. */
@Component
public class Visits {

    /** Without letters and digits that are read for one another. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 16;

    private final JdbcClient sql;
    private final Cases cases;
    private final Clock time;
    private final SecureRandom random = new SecureRandom();

    Visits(JdbcClient sql, Cases cases, Clock time) {
        this.sql = sql;
        this.cases = cases;
        this.time = time;
    }

    /**
     * Notes a visit and gives its code.
     *
     * @param caseNo what it was about, the empty text where no case came of it
     * @param matter what it was about in words where there is no case
     */
    @Transactional
    public Visit open(Account clerk, String caseNo, String matter) {
        var file = caseNo == null || caseNo.isBlank()
                ? null
                : cases.find(caseNo)
                        .filter(found -> Reach.of(clerk).holds(found.region()))
                        .orElseThrow(() -> Problem.notFound("case-unknown", "没有找到这个办件，或它不在您的辖区。"));
        if (file == null && (matter == null || matter.isBlank() || matter.length() > 100)) {
            throw Problem.invalid("matter-missing", "请填写办件编号，或者用一句话写明来访事由。").with("field", "matter");
        }
        var visit = new Visit(
                code(),
                file == null ? null : file.caseNo(),
                clerk.region(),
                clerk.is(Role.CLERK) ? "" : clerk.department(),
                file == null ? matter.strip() : file.itemName(),
                time.instant());
        sql.sql(
                        """
                        insert into service_visit (code, case_no, region, department, item_name, clerk, at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        visit.code(),
                        visit.caseNo(),
                        visit.region(),
                        visit.department(),
                        visit.itemName(),
                        clerk.username(),
                        Timestamp.from(visit.at()))
                .update();
        return visit;
    }

    Visit get(String code) {
        return sql.sql("select code, case_no, region, department, item_name, at from service_visit where code = ?")
                .param(code.strip().toUpperCase(java.util.Locale.ROOT))
                .query(Visit.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("visit-unknown", "没有这个评价码，请核对小票上的 16 位评价码。"));
    }

    private String code() {
        var code = new StringBuilder(LENGTH);
        for (var place = 0; place < LENGTH; place++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** @param department the empty text for the service window itself */
    public record Visit(String code, String caseNo, String region, String department, String itemName, Instant at) {}
}
