package io.onevisit.ratings;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Filing;
import io.onevisit.VoiceTestCase;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** An applicant with a case under review, and those who answer for it. */
abstract class RatingTestCase extends VoiceTestCase {

    static final Account RATER =
            new Account(Filing.OWNER, "测试人", Set.of(Role.CITIZEN), null, "430100", Filing.ID_NO, "13900000009");

    @Autowired
    RatingStore store;

    Account officer;
    Account head;
    Account supervisor;
    CaseFile file;

    @BeforeEach
    void aCaseIsUnderReview() {
        sql.sql(
                        """
                        insert into account (username, name, password, roles, region, id_no, phone, level)
                        values (?, ?, '{noop}x', '{CITIZEN}', '430102', ?, '13900000000', 4) on conflict do nothing""")
                .params(RATER.username(), RATER.name(), RATER.idNo())
                .update();
        officer = people.officer(Role.APPROVER, "health", "430100");
        head = people.officer(Role.HEAD, "health", "430100");
        supervisor = people.officer(Role.SUPERVISOR, null, "430000");
        file = filing().underReview("health", Map.of());
    }

    void close(CaseFile closed) {
        cases.noteDecision(closed.caseNo(), "grant", "符合条件", "何建国", clock.instant());
        cases.move(closed.caseNo(), CaseState.GRANTED, "何建国", "", "");
        cases.move(closed.caseNo(), CaseState.CLOSED, "平台", "", "");
    }

    /** A bad rating of the case; its loop has begun. */
    String bad(String text) throws Exception {
        var no = desk.node(desk.send(RATER, "/api/ratings", rating(5, List.of("late"), text)))
                .path("no")
                .asText();
        jobs.runReady(no);
        return no;
    }

    Map<String, Object> rating(int level, List<String> labels, String text) {
        return Map.of("caseNo", file.caseNo(), "level", level, "labels", labels, "text", text, "channel", "PC");
    }

    /** Every page of the city's ratings, as somebody sees them who is not signed in. */
    String published() throws Exception {
        var all = new StringBuilder();
        for (var page = 0; ; page++) {
            var shown = web.perform(get("/api/ratings/published?region=430100&page=" + page))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            if (json.readTree(shown).isEmpty()) {
                return all.toString();
            }
            all.append(shown);
        }
    }

    RatingState state(String no) {
        return RatingState.valueOf(sql.sql("select state from rating where no = ?")
                .param(no)
                .query(String.class)
                .single());
    }
}
