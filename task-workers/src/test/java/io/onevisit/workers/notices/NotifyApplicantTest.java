package io.onevisit.workers.notices;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.onevisit.workers.Platform;
import io.onevisit.workers.Refused;
import io.onevisit.workers.Tasks;
import org.junit.jupiter.api.Test;

class NotifyApplicantTest {

    private final Platform platform = mock(Platform.class);
    private final NotifyApplicant worker = new NotifyApplicant(platform, Tasks.RETRY);

    @Test
    void aTaskTriedTwiceLeavesOneMessage() {
        var task = Tasks.ofCase();
        when(task.getVariable("notice")).thenReturn("case-granted");

        worker.work(task);
        worker.work(task);

        verify(platform, times(2))
                .notice(new Platform.Notice(
                        Tasks.CASE + ":case-granted:task-1", Tasks.APPLICATION, Tasks.CASE, "case-granted"));
    }

    @Test
    void aModelThatDoesNotSayWhatToTellIsShownToAPerson() {
        assertThatThrownBy(() -> worker.work(Tasks.ofCase())).isInstanceOf(Refused.class);
    }
}
