package io.onevisit.halls;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/**
 * @param code what is said on arrival
 * @param subject key of a bundle or code of an item
 * @param mandate under which it was booked for somebody else, {@code null} for oneself
 * @param moved how often it was moved
 */
record Appointment(
        UUID id,
        String code,
        String hall,
        String service,
        String subject,
        String subjectName,
        LocalDate day,
        LocalTime start,
        String owner,
        UUID mandate,
        String forWhom,
        State state,
        int moved) {

    enum State {
        BOOKED("已预约"),
        CHECKED_IN("已签到"),
        MISSED("未赴约"),
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
