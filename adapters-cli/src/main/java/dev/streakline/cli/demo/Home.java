package dev.streakline.cli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The place where a viewer lives.
 *
 * @param zone a region
 * @param offset that defines the viewer's days: always that of winter or summer, because the events must not depend on
 *     a machine's version of the time-zone data
 */
record Home(String zone, ZoneOffset offset) {

    /** One for each family. */
    static final List<Home> ALL = List.of(
            new Home("Europe/Berlin", ZoneOffset.ofHours(1)),
            new Home("Africa/Lagos", ZoneOffset.ofHours(1)),
            new Home("America/Sao_Paulo", ZoneOffset.ofHours(-3)),
            new Home("Asia/Tokyo", ZoneOffset.ofHours(9)),
            new Home("America/Los_Angeles", ZoneOffset.ofHours(-8)),
            new Home("Asia/Kolkata", ZoneOffset.ofHoursMinutes(5, 30)),
            new Home("Australia/Sydney", ZoneOffset.ofHours(10)),
            new Home("Asia/Dubai", ZoneOffset.ofHours(4)),
            new Home("Europe/Dublin", ZoneOffset.UTC),
            new Home("Pacific/Auckland", ZoneOffset.ofHours(12)));

    ZoneId region() {
        return ZoneId.of(zone);
    }

    /** A local time of a day; minutes over 1440 belong to the next. */
    Instant at(LocalDate day, int minuteOfDay) {
        LocalDateTime local = day.atStartOfDay().plusMinutes(minuteOfDay);
        return local.toInstant(offset);
    }
}
