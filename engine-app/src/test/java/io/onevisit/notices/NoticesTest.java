package io.onevisit.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.Clocks;
import io.onevisit.problems.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Applicants hear of what happened, in full sentences, once. */
@PlatformTest
class NoticesTest {

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock time;

    @Autowired
    Notices notices;

    @Autowired
    Inbox inbox;

    private CaseFile file;

    @BeforeEach
    void aCaseUnderReview() {
        file = new Filing(applications, cases, clocks, time).underReview("health", Map.of());
    }

    @Test
    void aNoticeWithTheSameKeyIsOneMessage() {
        var key = "key-" + UUID.randomUUID();

        notices.send(key, file.applicationNo(), file.caseNo(), "case-accepted");
        notices.send(key, file.applicationNo(), file.caseNo(), "case-accepted");

        assertThat(messages()).hasSize(1);
    }

    @Test
    void anotherKeyIsAnotherMessage() {
        notices.send("a-" + file.caseNo(), file.applicationNo(), file.caseNo(), "case-accepted");
        notices.send("b-" + file.caseNo(), file.applicationNo(), file.caseNo(), "case-granted");

        assertThat(messages()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"case-accepted", "supplement-requested", "case-granted", "case-denied", "case-returned"})
    void aNoticeOfACaseNamesItAndLeavesNothingUnfilled(String notice) {
        notices.send("n-" + notice + file.caseNo(), file.applicationNo(), file.caseNo(), notice);

        var message = messages().get(0);
        assertThat(message.title()).contains("测试事项").doesNotContain("{", "null");
        assertThat(message.text())
                .contains("测试人，您好")
                .doesNotContain("{", "null")
                .doesNotContain("：。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application-closed", "application-ended", "supplement-requested"})
    void aNoticeOfAnApplicationNamesItAndLeavesNothingUnfilled(String notice) {
        notices.send("n-" + notice + file.applicationNo(), file.applicationNo(), "", notice);

        var message = messages().get(0);
        assertThat(message.caseNo()).isNull();
        assertThat(message.title()).contains("测试一件事").doesNotContain("{", "null");
        assertThat(message.text())
                .contains("测试人，您好")
                .doesNotContain("{", "null")
                .doesNotContain("：。");
    }

    @Test
    void aDenialTellsTheReasonAndWhatCanBeDoneAboutIt() {
        cases.noteDecision(file.caseNo(), "deny", "出生地不在本省。", "王医生", time.instant());

        notices.send("denied-" + file.caseNo(), file.applicationNo(), file.caseNo(), "case-denied");

        assertThat(messages().get(0).text()).contains("理由：出生地不在本省。", "行政复议", "行政诉讼");
    }

    @Test
    void aNoticeNobodyWroteIsRefused() {
        assertThatThrownBy(() -> notices.send("x", file.applicationNo(), file.caseNo(), "no-such-notice"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aMessageIsReadByItsRecipientOnly() {
        notices.send("read-" + file.caseNo(), file.applicationNo(), file.caseNo(), "case-accepted");
        var message = messages().get(0);

        assertThatThrownBy(() -> inbox.read(message.id(), "somebody.else", time.instant()))
                .isInstanceOf(Problem.class);
        assertThat(messages().get(0).read()).isFalse();

        inbox.read(message.id(), Filing.OWNER, time.instant());

        assertThat(messages().get(0).read()).isTrue();
    }

    private List<Inbox.Entry> messages() {
        return inbox.of(Filing.OWNER).stream()
                .filter(message -> message.applicationNo().equals(file.applicationNo()))
                .toList();
    }
}
