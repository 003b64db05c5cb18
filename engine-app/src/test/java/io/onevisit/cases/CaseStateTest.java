package io.onevisit.cases;

import static io.onevisit.cases.CaseState.ACCEPTED;
import static io.onevisit.cases.CaseState.CLOSED;
import static io.onevisit.cases.CaseState.DELIVERED;
import static io.onevisit.cases.CaseState.DENIED;
import static io.onevisit.cases.CaseState.GRANTED;
import static io.onevisit.cases.CaseState.RECEIVED;
import static io.onevisit.cases.CaseState.SUBMITTED;
import static io.onevisit.cases.CaseState.UNDER_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseStateTest {

    @Test
    void theStraightWayLeadsFromSubmissionToDelivery() {
        var way = List.of(SUBMITTED, RECEIVED, ACCEPTED, UNDER_REVIEW, GRANTED, CLOSED, DELIVERED);

        for (var i = 1; i < way.size(); i++) {
            assertThat(way.get(i - 1).next()).contains(way.get(i));
        }
    }

    @Test
    void nothingIsDecidedBeforeItIsAccepted() {
        for (var state : List.of(SUBMITTED, RECEIVED)) {
            assertThat(state.next()).doesNotContain(GRANTED, DENIED, UNDER_REVIEW);
        }
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void whatHasEndedStaysEnded(CaseState state) {
        if (state.isEnd()) {
            assertThat(state.next()).allMatch(next -> next == DELIVERED);
        } else {
            assertThat(state.next()).isNotEmpty();
        }
    }
}
