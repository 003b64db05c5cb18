package io.onevisit.workers.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.onevisit.workers.Neighbour;
import io.onevisit.workers.Neighbour.Answer;
import io.onevisit.workers.Neighbour.Request;
import io.onevisit.workers.Platform;
import io.onevisit.workers.Refused;
import io.onevisit.workers.Tasks;
import io.onevisit.workers.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepartmentHandoffTest {

    private static final String KEY = Tasks.CASE + ":APPLY:1";
    private static final String RECEIPT = "{\"receipt\":\"police-1\"}";
    private static final String ASKED = "GET /police/cases/receipts/" + KEY;
    private static final String SENT = "POST /police/cases";

    private final Platform platform = mock(Platform.class);
    private final DepartmentLine line = line(Duration.ofSeconds(10));
    private Neighbour department;

    @BeforeEach
    void aMessageIsDue() throws IOException {
        department = new Neighbour(DepartmentHandoffTest::takesEverything);
        due("police");
    }

    @AfterEach
    void close() {
        department.close();
    }

    @Test
    void aCaseIsSentOnceWithItsKeyAndTheReceiptIsKept() {
        work();

        assertThat(department.lines()).containsExactly(ASKED, SENT);
        var sent = department.requests().get(1);
        assertThat(sent.header("Idempotency-Key")).isEqualTo(KEY);
        assertThat(sent.body()).isEqualTo("{\"kind\":\"APPLY\"}");
        verify(platform).handedOver(KEY, 201, RECEIPT);
    }

    @Test
    void whatIsKnownToBeSentIsNotSentAgain() {
        when(platform.handoff(Tasks.CASE)).thenReturn(message("police", true));

        work();

        assertThat(department.lines()).isEmpty();
    }

    @Test
    void whereTheAnswerWasLostTheDepartmentIsAskedAndNothingIsSentTwice() {
        department.behave(request -> {
            if (request.method().equals("POST")) {
                throw new IOException("answer lost after the effect");
            }
            return new Answer(404, "{}");
        });
        assertThatThrownBy(this::work).isInstanceOf(Unavailable.class);
        verify(platform).handedOver(eq(KEY), eq(0), anyString());

        department.behave(request -> new Answer(200, RECEIPT));
        work();

        assertThat(department.lines()).containsExactly(ASKED, SENT, ASKED);
        verify(platform).handedOver(KEY, 200, RECEIPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>error</html>", "{\"receipt\":\"pol", "{\"code\":500,\"message\":\"系统异常\"}", ""})
    void anAnswerWithoutAReceiptCountsAsUnknown(String body) {
        department.behave(request -> request.method().equals("POST") ? new Answer(200, body) : new Answer(404, "{}"));

        assertThatThrownBy(this::work).isInstanceOf(Unavailable.class).hasMessageContaining("没有给出回执");
        verify(platform).handedOver(eq(KEY), eq(0), anyString());
    }

    @Test
    void whatTheDepartmentWillNeverTakeIsShownToAPersonInItsWords() {
        department.behave(request ->
                request.method().equals("POST") ? new Answer(422, "{\"detail\":\"事项编码未登记\"}") : new Answer(404, "{}"));

        assertThatThrownBy(this::work)
                .isInstanceOf(Refused.class)
                .hasMessage("部门系统（police）拒收办件 %s，答复 422：事项编码未登记".formatted(Tasks.CASE));
        verify(platform).handedOver(eq(KEY), eq(422), contains("事项编码未登记"));
    }

    @Test
    void aRedirectToAnInnerAddressIsNeverFollowed() {
        department.behave(request -> {
            if (request.method().equals("POST")) {
                request.exchange().getResponseHeaders().add("Location", department.url() + "/inner");
                return new Answer(307, "");
            }
            return new Answer(404, "{}");
        });

        assertThatThrownBy(this::work).isInstanceOf(Refused.class).hasMessageContaining("不予跟随");
        assertThat(department.lines()).containsExactly(ASKED, SENT);
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        department.behave(request ->
                request.method().equals("POST") ? new Answer(201, "x".repeat(200_000)) : new Answer(404, "{}"));

        assertThatThrownBy(this::work).isInstanceOf(Unavailable.class);
    }

    @Test
    void aDepartmentThatStallsIsGivenUpOnAndAskedLater() {
        var forever = new CountDownLatch(1);
        department.behave(request -> {
            forever.await();
            return new Answer(200, RECEIPT);
        });

        assertThatThrownBy(() ->
                        new DepartmentHandoff(platform, line(Duration.ofMillis(300)), Tasks.RETRY).work(Tasks.ofCase()))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("没有应答");
        forever.countDown();
    }

    @Test
    void aDepartmentThatKeepsFailingIsLeftAloneWhileOthersGetTheirCases() {
        department.behave(
                request -> request.path().startsWith("/police") ? new Answer(503, "{}") : takesEverything(request));
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(this::work).isInstanceOf(Unavailable.class);
        }
        var asked = department.lines().size();

        assertThatThrownBy(this::work).isInstanceOf(Unavailable.class).hasMessageContaining("暂停推送");
        verify(platform, times(4)).handedOver(eq(KEY), eq(0), anyString());
        assertThat(department.lines()).hasSize(asked);

        due("tax");
        work();
        verify(platform).handedOver(KEY, 201, RECEIPT);
    }

    @Test
    void oneDepartmentGetsFewMessagesAtOnce() throws Exception {
        var arrived = new CountDownLatch(2);
        var goOn = new CountDownLatch(1);
        department.behave(request -> {
            arrived.countDown();
            goOn.await();
            return new Answer(200, RECEIPT);
        });
        var hands = Executors.newFixedThreadPool(2);
        var first = hands.submit(this::work);
        var second = hands.submit(this::work);
        arrived.await();

        assertThatThrownBy(this::work).isInstanceOf(Unavailable.class).hasMessageContaining("正在处理其他办件");

        goOn.countDown();
        first.get();
        second.get();
        hands.shutdown();
    }

    @Test
    void anAddressThatIsNoneIsShownToAPerson() {
        when(platform.handoff(Tasks.CASE))
                .thenReturn(new Platform.Handoff(KEY, "police", "file:///etc/passwd", "{}", false));

        assertThatThrownBy(this::work).isInstanceOf(Refused.class);
        verify(platform, never()).handedOver(anyString(), eq(201), anyString());
    }

    private void work() {
        new DepartmentHandoff(platform, line, Tasks.RETRY).work(Tasks.ofCase());
    }

    private void due(String code) {
        when(platform.handoff(Tasks.CASE)).thenReturn(message(code, false));
    }

    private Platform.Handoff message(String code, boolean sent) {
        return new Platform.Handoff(KEY, code, department.url() + "/" + code + "/cases", "{\"kind\":\"APPLY\"}", sent);
    }

    private static DepartmentLine line(Duration patience) {
        return new DepartmentLine(new HandoffProperties(patience, 65_536, 2, Duration.ofMinutes(5)));
    }

    private static Answer takesEverything(Request request) {
        return request.method().equals("POST") ? new Answer(201, RECEIPT) : new Answer(404, "{}");
    }
}
