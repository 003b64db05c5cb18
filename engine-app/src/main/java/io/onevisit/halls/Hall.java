package io.onevisit.halls;

import io.onevisit.distribution.WeekHours;
import io.onevisit.problems.Problem;
import java.util.List;

/**
 * A 政务大厅.
 *
 * @param week its own hours, {@code null} where the calendar of its region says them
 */
record Hall(
        String code, String name, String region, String address, String phone, WeekHours week, List<Service> services) {

    /**
     * What people come for.
     *
     * @param letter with which its tickets begin
     * @param minutes how long serving one takes until enough were served to know
     * @param bookable how many may book the same half hour
     */
    record Service(String code, String name, String letter, int minutes, int bookable) {}

    Service service(String wanted) {
        return services.stream()
                .filter(service -> service.code().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid("service-unknown", "请选择要办理的业务。").with("field", "service"));
    }

    String serviceName(String wanted) {
        return service(wanted).name();
    }
}
