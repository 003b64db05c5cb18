package io.onevisit.halls;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rules of halls; all of them 示例（依据待核对）.
 *
 * @param bookAhead days ahead of which one may book, today among them
 * @param openAppointments how many appointments somebody may have before them
 * @param missed appointments missed within {@code missedWithin} after which one books no more until the oldest is that long ago
 * @param early how long before its half hour one may check in
 * @param late how long after its half hour began an appointment is missed
 * @param moves how often an appointment may be moved
 * @param visitDays working days within which somebody is to have agreed on a visit
 * @param openVisits how many visits somebody may have asked for that are not over
 */
@ConfigurationProperties("onevisit.halls")
record HallsProperties(
        @DefaultValue("7") int bookAhead,
        @DefaultValue("3") int openAppointments,
        @DefaultValue("3") int missed,
        @DefaultValue("P30D") Duration missedWithin,
        @DefaultValue("PT30M") Duration early,
        @DefaultValue("PT45M") Duration late,
        @DefaultValue("3") int moves,
        @DefaultValue("2") int visitDays,
        @DefaultValue("3") int openVisits) {}
