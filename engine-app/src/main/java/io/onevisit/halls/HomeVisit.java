package io.onevisit.halls;

import io.onevisit.problems.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * 上门服务: somebody is to be helped at home.
 *
 * @param owner who asked for it on the platform, {@code null} where an officer noted it
 * @param name who is to be visited
 * @param why why they cannot come to a window
 * @param helper user name of the officer who is to go, {@code null} until there is one
 * @param agreedAt when they come, {@code null} until agreed
 * @param dueOn the day by which somebody is to have agreed on it; from then on the day agreed
 * @param outcome what was done, or why nothing could be; {@code null} before
 */
record HomeVisit(
        String no,
        String region,
        String owner,
        String name,
        String phone,
        String address,
        String about,
        String why,
        LocalDate wantedOn,
        Part wantedPart,
        State state,
        String helper,
        Instant agreedAt,
        LocalDate dueOn,
        Instant askedAt,
        Instant endedAt,
        String outcome) {

    /** A 409 problem unless it stands where an act begins. */
    void refuseUnless(String act, State... from) {
        if (Arrays.stream(from).noneMatch(state::equals)) {
            throw Problem.conflict("visit-moved", "这个上门服务%s，不能%s，请刷新后查看。".formatted(state.label(), act));
        }
    }

    /** Of the wanted day. */
    enum Part {
        MORNING("上午"),
        AFTERNOON("下午"),
        ANY("全天");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    enum State {
        ASKED("待安排"),
        ASSIGNED("待接单"),
        ACCEPTED("已约定"),
        UNDER_WAY("已出发"),
        DONE("已办完"),
        IMPOSSIBLE("不能办理"),
        CANCELLED("已取消");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
