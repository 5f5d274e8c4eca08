package dev.streakline.domain.statistics;

import dev.streakline.domain.calendar.ZoneTimeline.ZoneChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Local days the naive way: one zoned date-time after the other, minute by minute where days are looked for. */
record NaiveDays(List<ZoneChange> zones, LocalTime dayStart) {

    private static final int HALF_A_DAY = 720;

    /** Many folds of one history need the same, which took most of the time of all laws. */
    private static final Map<NaiveDays, Set<LocalDate>> NEVER_WERE = new ConcurrentHashMap<>();

    ZoneId zoneAt(Instant instant) {
        ZoneId zone = null;
        Instant since = null;
        ZoneId first = ZoneOffset.UTC;
        Instant earliest = null;
        for (ZoneChange change : zones) {
            if (earliest == null || change.from().isBefore(earliest)) {
                earliest = change.from();
                first = change.zone();
            }
            if (!change.from().isAfter(instant)
                    && (since == null || !change.from().isBefore(since))) {
                since = change.from();
                zone = change.zone();
            }
        }
        return zone == null ? first : zone;
    }

    LocalDate dayOf(Instant instant) {
        return dayOf(instant, zoneAt(instant));
    }

    LocalDate dayOf(Instant instant, ZoneId zone) {
        return instant.atZone(zone)
                .toLocalDateTime()
                .minusSeconds(dayStart.toSecondOfDay())
                .toLocalDate();
    }

    /** The first minute whose local day is this one or later. */
    Instant startOf(LocalDate day) {
        Instant minute = day.minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
        while (dayOf(minute).isBefore(day)) {
            minute = minute.plus(1, ChronoUnit.MINUTES);
        }
        return minute;
    }

    /** The first minute after now whose local day, in the zone at now, is later than this one. */
    Instant endOf(LocalDate day, Instant now) {
        ZoneId zone = zoneAt(now);
        Instant from = day.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant minute =
                (from.isAfter(now) ? from : now).truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        while (!dayOf(minute, zone).isAfter(day)) {
            minute = minute.plus(1, ChronoUnit.MINUTES);
        }
        return minute;
    }

    /** The days near moves and near Apia's missing date that had less than twelve hours. */
    Set<LocalDate> neverWere() {
        return NEVER_WERE.computeIfAbsent(this, NaiveDays::shortDays);
    }

    private Set<LocalDate> shortDays() {
        Set<LocalDate> near = new TreeSet<>();
        for (ZoneChange change : zones) {
            for (int offset = -2; offset <= 2; offset++) {
                near.add(change.from().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(offset));
            }
        }
        for (int day = 28; day <= 31; day++) {
            near.add(LocalDate.of(2011, 12, day));
            near.add(LocalDate.of(1994, 12, day));
        }
        near.removeIf(this::lastsHalfADay);
        return Collections.unmodifiableSet(near);
    }

    private boolean lastsHalfADay(LocalDate day) {
        Instant from = day.minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
        long minutes = 0;
        for (int minute = 0; minute < 5 * 1_440 && minutes < HALF_A_DAY; minute++) {
            if (dayOf(from.plus(minute, ChronoUnit.MINUTES)).equals(day)) {
                minutes++;
            }
        }
        return minutes >= HALF_A_DAY;
    }
}
