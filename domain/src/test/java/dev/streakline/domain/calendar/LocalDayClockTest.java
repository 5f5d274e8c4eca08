package dev.streakline.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.ZoneTimeline.ZoneChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalDayClockTest {

    private static final String LOS_ANGELES = "America/Los_Angeles";
    private static final String TOKYO = "Asia/Tokyo";

    private static LocalDayClock in(String zone, LocalTime dayStart) {
        return LocalDayClock.of(ZoneTimeline.ofFixedZone(ZoneId.of(zone)), new DayStart(dayStart));
    }

    private static LocalDayClock moving(String from, Instant at, String to) {
        return LocalDayClock.of(
                new ZoneTimeline(
                        List.of(new ZoneChange(Instant.EPOCH, ZoneId.of(from)), new ZoneChange(at, ZoneId.of(to)))),
                DayStart.MIDNIGHT);
    }

    private static List<String> neverWere(LocalDayClock days) {
        List<String> dates = new ArrayList<>();
        days.skippedDays().forEach(day -> dates.add(LocalDate.ofEpochDay(day).toString()));
        return dates;
    }

    @Nested
    class in_one_zone {

        @ParameterizedTest
        @CsvSource({
            "UTC, 00:00, 2024-03-01T23:59:59.999999Z, 2024-03-01",
            "UTC, 00:00, 2024-03-02T00:00:00Z, 2024-03-02",
            "UTC, 00:00, 2024-03-02T00:00:00.000001Z, 2024-03-02",
            "UTC, 00:00, 1969-12-31T23:59:59.999999Z, 1969-12-31",
            "America/Sao_Paulo, 04:00, 2024-03-02T06:59:59Z, 2024-03-01",
            "America/Sao_Paulo, 04:00, 2024-03-02T07:00:00Z, 2024-03-02",
            "America/Sao_Paulo, 04:00, 2024-03-02T07:00:01Z, 2024-03-02",
            "Asia/Kathmandu, 00:00, 2024-01-01T18:14:59Z, 2024-01-01",
            "Asia/Kathmandu, 00:00, 2024-01-01T18:15:00Z, 2024-01-02",
            "Europe/Berlin, 00:00, 2024-07-01T21:59:59Z, 2024-07-01",
            "Europe/Berlin, 00:00, 2024-07-01T22:00:00Z, 2024-07-02",
            "Europe/Berlin, 00:00, 2024-01-01T22:59:59Z, 2024-01-01",
            "Europe/Berlin, 00:00, 2024-01-01T23:00:00Z, 2024-01-02"
        })
        void an_instant_falls_on_the_date_of_the_clock_less_the_day_start(
                String zone, LocalTime dayStart, Instant instant, LocalDate day) {
            LocalDayClock days = in(zone, dayStart);
            assertThat(days.dayOf(instant)).isEqualTo(day);
            assertThat(days.dayOf(EpochMicros.of(instant))).isEqualTo((int) day.toEpochDay());
            assertThat(days.cursor().dayOf(EpochMicros.of(instant))).isEqualTo((int) day.toEpochDay());
            assertThat(days.zoneAt(instant)).isEqualTo(ZoneId.of(zone));
        }

        @ParameterizedTest
        @CsvSource({
            "Africa/Cairo, 2023-04-27T21:59:59Z, 2023-04-27",
            "Africa/Cairo, 2023-04-27T22:00:00Z, 2023-04-28",
            "America/Sao_Paulo, 2018-11-04T02:59:59Z, 2018-11-03",
            "America/Sao_Paulo, 2018-11-04T03:00:00Z, 2018-11-04",
            "Pacific/Apia, 2011-12-30T09:59:59Z, 2011-12-29",
            "Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-31",
            "America/St_Johns, 2010-11-07T02:29:59Z, 2010-11-06",
            "America/St_Johns, 2010-11-07T02:30:00Z, 2010-11-07",
            "America/St_Johns, 2010-11-07T02:30:59Z, 2010-11-07",
            "America/St_Johns, 2010-11-07T02:31:00Z, 2010-11-06",
            "America/St_Johns, 2010-11-07T03:29:59Z, 2010-11-06",
            "America/St_Johns, 2010-11-07T03:30:00Z, 2010-11-07"
        })
        void clocks_that_jump_at_midnight_take_the_date_with_them(String zone, Instant instant, LocalDate day) {
            assertThat(in(zone, LocalTime.MIDNIGHT).dayOf(instant)).isEqualTo(day);
        }

        @ParameterizedTest
        @CsvSource({
            "1899-06-30T22:59:59Z, 1899-06-30",
            "1880-06-30T23:00:00Z, 1880-07-01",
            "2199-07-01T22:00:00Z, 2199-07-02",
            "2200-07-01T22:00:00Z, 2200-07-01",
            "2200-07-01T23:00:00Z, 2200-07-02"
        })
        void before_1900_and_after_2199_the_nearest_offset_holds(Instant instant, LocalDate day) {
            assertThat(in("Europe/Berlin", LocalTime.MIDNIGHT).dayOf(instant)).isEqualTo(day);
        }

        @ParameterizedTest
        @CsvSource({
            "UTC, 00:00, 2024-01-01, 2024-01-01T00:00:00Z",
            "America/Sao_Paulo, 04:00, 2024-03-02, 2024-03-02T07:00:00Z",
            "America/Sao_Paulo, 00:00, 2018-11-04, 2018-11-04T03:00:00Z",
            "Africa/Cairo, 00:00, 2023-04-28, 2023-04-27T22:00:00Z",
            "Pacific/Apia, 00:00, 2011-12-29, 2011-12-29T10:00:00Z",
            "Pacific/Apia, 00:00, 2011-12-30, 2011-12-30T10:00:00Z",
            "Pacific/Apia, 00:00, 2011-12-31, 2011-12-30T10:00:00Z",
            "Pacific/Apia, 00:00, 2012-01-01, 2011-12-31T10:00:00Z",
            "America/St_Johns, 00:00, 2010-11-07, 2010-11-07T02:30:00Z",
            "Europe/Berlin, 02:30, 2024-03-31, 2024-03-31T01:00:00Z",
            "Europe/Berlin, 02:30, 2024-10-27, 2024-10-27T00:30:00Z"
        })
        void a_day_starts_at_the_first_instant_that_falls_on_it_or_later(
                String zone, LocalTime dayStart, LocalDate day, Instant start) {
            assertThat(in(zone, dayStart).startOf(day)).isEqualTo(start);
            assertThat(in(zone, dayStart).startOf((int) day.toEpochDay())).isEqualTo(EpochMicros.of(start));
        }

        @ParameterizedTest
        @CsvSource({
            "UTC, 00:00, 2024-05-04, 2024-05-04T12:00:00Z, 2024-05-05T00:00:00Z",
            "UTC, 00:00, 2024-05-06, 2024-05-04T12:00:00Z, 2024-05-07T00:00:00Z",
            "UTC, 00:00, 2024-05-04, 2024-05-05T00:00:00Z, 2024-05-05T00:00:00.000001Z",
            "UTC, 00:00, 2024-05-04, 2024-05-04T23:59:59.999999Z, 2024-05-05T00:00:00Z",
            "Europe/Berlin, 02:30, 2024-03-30, 2024-03-30T12:00:00Z, 2024-03-31T01:00:00Z",
            "America/St_Johns, 00:00, 2010-11-06, 2010-11-07T02:00:00Z, 2010-11-07T02:30:00Z",
            "America/St_Johns, 00:00, 2010-11-06, 2010-11-07T02:30:30Z, 2010-11-07T02:30:30.000001Z",
            "America/St_Johns, 00:00, 2010-11-06, 2010-11-07T02:31:00Z, 2010-11-07T03:30:00Z"
        })
        void a_day_ends_at_the_first_later_instant_that_falls_after_it(
                String zone, LocalTime dayStart, LocalDate day, Instant now, Instant end) {
            assertThat(in(zone, dayStart).endOf(day, now)).isEqualTo(end);
        }

        @ParameterizedTest
        @CsvSource({
            "UTC, 2024-05-04T12:00:00Z, 2024-05-05T00:00:00Z",
            "UTC, 2024-05-05T00:00:00Z, 2024-05-06T00:00:00Z",
            "UTC, 2024-05-05T23:59:59.999999Z, 2024-05-06T00:00:00Z",
            "Europe/Berlin, 2024-10-26T22:00:00Z, 2024-10-27T23:00:00Z",
            "Europe/Berlin, 2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z",
            "Pacific/Apia, 2011-12-30T09:00:00Z, 2011-12-30T10:00:00Z",
            "America/St_Johns, 2010-11-07T02:00:00Z, 2010-11-07T02:30:00Z",
            "America/St_Johns, 2010-11-07T02:30:00Z, 2010-11-07T02:31:00Z",
            "America/St_Johns, 2010-11-07T02:31:00Z, 2010-11-07T03:30:00Z"
        })
        void the_day_changes_next_at_midnight_or_where_clocks_jump_over_it(String zone, Instant after, Instant change) {
            assertThat(in(zone, LocalTime.MIDNIGHT).nextDayChange(after)).isEqualTo(change);
        }

        @ParameterizedTest
        @CsvSource({
            "UTC, 00:00, ",
            "Europe/Berlin, 00:00, ",
            "America/St_Johns, 00:00, ",
            "Pacific/Apia, 00:00, 2011-12-30",
            "Pacific/Apia, 02:30, 2011-12-30",
            "Pacific/Kwajalein, 00:00, 1993-08-21"
        })
        void a_date_that_the_zone_left_out_never_was(String zone, LocalTime dayStart, String day) {
            assertThat(neverWere(in(zone, dayStart))).isEqualTo(day == null ? List.of() : List.of(day));
        }
    }

    @Nested
    class after_a_move {

        private final Instant landing = Instant.parse("2024-06-01T10:00:00Z");

        @Test
        void days_already_lived_keep_their_dates() {
            LocalDayClock days = moving("Europe/Berlin", landing, TOKYO);
            assertThat(days.dayOf(Instant.parse("2023-06-01T22:30:00Z"))).isEqualTo("2023-06-02");
            assertThat(days.dayOf(Instant.parse("1960-01-01T23:30:00Z"))).isEqualTo("1960-01-02");
            assertThat(days.dayOf(landing.minusSeconds(1))).isEqualTo("2024-06-01");
            assertThat(days.dayOf(Instant.parse("2024-06-01T15:00:00Z"))).isEqualTo("2024-06-02");
            assertThat(days.zoneAt(landing.minusNanos(1))).isEqualTo(ZoneId.of("Europe/Berlin"));
            assertThat(days.zoneAt(landing)).isEqualTo(ZoneId.of(TOKYO));
        }

        @Test
        void a_cursor_may_be_asked_back_and_forth() {
            LocalDayClock.Cursor cursor = moving(TOKYO, landing, LOS_ANGELES).cursor();
            long at = EpochMicros.of(landing);
            for (int round = 0; round < 2; round++) {
                assertThat(cursor.localClock(at)).isEqualTo(at - 7 * 3_600 * EpochMicros.PER_SECOND);
                assertThat(cursor.localClock(at - 1)).isEqualTo(at - 1 + 9 * 3_600 * EpochMicros.PER_SECOND);
            }
        }

        @Test
        void the_local_clock_counts_from_the_start_of_the_day() {
            Instant instant = Instant.parse("1970-01-02T08:00:00Z");
            assertThat(in("America/Sao_Paulo", LocalTime.of(4, 0)).localClock(EpochMicros.of(instant)))
                    .isEqualTo(25 * 3_600 * EpochMicros.PER_SECOND);
        }

        @ParameterizedTest
        @CsvSource({
            "Asia/Tokyo, 2024-06-01T10:00:00Z, America/Los_Angeles, 2024-06-01, 2024-05-31T15:00:00Z",
            "Asia/Tokyo, 2024-06-01T10:00:00Z, America/Los_Angeles, 2024-06-02, 2024-06-02T07:00:00Z",
            "America/Los_Angeles, 2024-06-01T17:00:00Z, Asia/Tokyo, 2024-06-01, 2024-06-01T07:00:00Z",
            "America/Los_Angeles, 2024-06-01T17:00:00Z, Asia/Tokyo, 2024-06-02, 2024-06-01T17:00:00Z",
            "America/Los_Angeles, 2024-06-01T17:00:00Z, Asia/Tokyo, 2024-06-03, 2024-06-02T15:00:00Z"
        })
        void a_day_starts_where_it_was_lived_first(String from, Instant at, String to, LocalDate day, Instant start) {
            assertThat(moving(from, at, to).startOf(day)).isEqualTo(start);
        }

        @Test
        void a_day_ends_in_the_zone_of_now() {
            LocalDayClock days = moving(LOS_ANGELES, landing, TOKYO);
            assertThat(days.endOf(LocalDate.of(2024, 6, 1), landing.minusSeconds(1)))
                    .isEqualTo("2024-06-02T07:00:00Z");
            assertThat(days.endOf(LocalDate.of(2024, 6, 1), landing)).isEqualTo("2024-06-01T15:00:00Z");
        }

        @Test
        void the_move_itself_is_the_next_change_also_on_the_same_date() {
            LocalDayClock days = moving("Europe/Berlin", landing, "Europe/Paris");
            assertThat(days.nextDayChange(landing.minusSeconds(1))).isEqualTo(landing);
            assertThat(days.nextDayChange(landing)).isEqualTo("2024-06-01T22:00:00Z");
            assertThat(days.nextDayChange(Instant.parse("2024-05-31T21:00:00Z")))
                    .isEqualTo("2024-05-31T22:00:00Z");
        }

        @Test
        void the_first_zone_holds_for_all_before_it_and_begins_nothing() {
            LocalDayClock days = LocalDayClock.of(
                    new ZoneTimeline(List.of(new ZoneChange(landing, ZoneId.of(TOKYO)))), DayStart.MIDNIGHT);
            assertThat(days.nextDayChange(landing.minusSeconds(1))).isEqualTo("2024-06-01T15:00:00Z");
        }

        @ParameterizedTest
        @CsvSource({
            // LA 10:00 to Tokyo 02:00: ten hours of the 1st
            "America/Los_Angeles, 2024-06-01T17:00:00Z, Asia/Tokyo, 2024-06-01",
            "America/Los_Angeles, 2024-06-01T18:59:59.999999Z, Asia/Tokyo, 2024-06-01",
            "America/Los_Angeles, 2024-06-01T19:00:00Z, Asia/Tokyo, ",
            "America/Los_Angeles, 2024-06-02T03:00:00Z, Asia/Tokyo, ",
            "America/Los_Angeles, 2024-06-02T03:00:00.000001Z, Asia/Tokyo, 2024-06-02",
            // Pago Pago 11:30 to Kiritimati 12:30 on the day after: half an hour less than a half of each
            "Pacific/Pago_Pago, 2024-06-01T22:30:00Z, Pacific/Kiritimati, 2024-06-01 2024-06-02",
            "Asia/Tokyo, 2024-06-01T10:00:00Z, America/Los_Angeles, ",
            "Europe/Berlin, 2012-01-05T20:00:00Z, Pacific/Apia, ",
            "Pacific/Apia, 2011-12-01T00:00:00Z, Europe/Berlin, ",
            "Pacific/Apia, 2012-02-01T00:00:00Z, Europe/Berlin, 2011-12-30",
            "UTC, 2011-12-30T00:00:00Z, Pacific/Apia, 2011-12-30"
        })
        void a_day_of_which_less_than_half_was_lived_never_was(String from, Instant at, String to, String days) {
            assertThat(neverWere(moving(from, at, to))).isEqualTo(days == null ? List.of() : List.of(days.split(" ")));
        }
    }

    @Nested
    class the_latest_clock {

        private static String latest(LocalDayClock days, String at) {
            return EpochMicros.toInstant(days.latestClock(EpochMicros.of(Instant.parse(at))))
                    .toString();
        }

        @ParameterizedTest
        @CsvSource({
            "00:00, 2024-10-27T00:59:59Z, 2024-10-27T02:59:59Z",
            "00:00, 2024-10-27T01:00:00Z, 2024-10-27T02:59:59.999999Z",
            "00:00, 2024-10-27T01:59:59.999999Z, 2024-10-27T02:59:59.999999Z",
            "00:00, 2024-10-27T02:00:00Z, 2024-10-27T03:00:00Z",
            "04:00, 2024-10-27T01:30:00Z, 2024-10-26T22:59:59.999999Z",
            "00:00, 2024-03-31T01:00:00Z, 2024-03-31T03:00:00Z"
        })
        void is_not_set_back_in_an_hour_that_is_shown_twice(LocalTime dayStart, String at, String clock) {
            assertThat(latest(in("Europe/Berlin", dayStart), at)).isEqualTo(clock);
        }

        @ParameterizedTest
        @CsvSource({
            "2024-06-01T09:59:59.999999Z, 2024-06-01T23:59:59.999999Z",
            "2024-06-01T10:00:00Z, 2024-06-01T23:59:59.999999Z",
            "2024-06-02T10:59:59.999999Z, 2024-06-01T23:59:59.999999Z",
            "2024-06-02T11:00:00Z, 2024-06-02T00:00:00Z",
            "2024-06-09T11:00:00Z, 2024-06-09T00:00:00Z"
        })
        void is_not_set_back_by_a_move_to_the_west(String at, String clock) {
            LocalDayClock days =
                    moving("Pacific/Kiritimati", Instant.parse("2024-06-01T10:00:00Z"), "Pacific/Pago_Pago");
            assertThat(latest(days, at)).isEqualTo(clock);
        }

        @Test
        void jumps_ahead_with_a_move_to_the_east() {
            LocalDayClock days = moving(LOS_ANGELES, Instant.parse("2024-06-01T10:00:00Z"), TOKYO);
            assertThat(latest(days, "2024-06-01T09:59:59Z")).isEqualTo("2024-06-01T02:59:59Z");
            assertThat(latest(days, "2024-06-01T10:00:00Z")).isEqualTo("2024-06-01T19:00:00Z");
        }
    }

    @Test
    void days_are_equal_in_equal_zones_with_equal_starts() {
        LocalDayClock tokyo = in(TOKYO, LocalTime.MIDNIGHT);
        assertThat(in(TOKYO, LocalTime.MIDNIGHT)).isEqualTo(tokyo).hasSameHashCodeAs(tokyo);
        assertThat(in(TOKYO, LocalTime.of(4, 0))).isNotEqualTo(tokyo);
        assertThat(in(LOS_ANGELES, LocalTime.MIDNIGHT)).isNotEqualTo(tokyo);
        assertThat(tokyo.zones()).isEqualTo(ZoneTimeline.ofFixedZone(ZoneId.of(TOKYO)));
    }

    @Nested
    class reaching_a_day_again {

        private final Instant move = Instant.parse("2024-05-02T10:00:00Z");
        private final LocalDayClock traveller = LocalDayClock.of(
                ZoneTimeline.of(List.of(
                        new ZoneTimeline.ZoneChange(Instant.parse("2024-01-01T00:00:00Z"), ZoneId.of("Asia/Tokyo")),
                        new ZoneTimeline.ZoneChange(move, ZoneId.of("America/Los_Angeles")))),
                DayStart.MIDNIGHT);
        private final int third = (int) LocalDate.of(2024, 5, 3).toEpochDay();

        @Test
        void is_later_than_the_instant_asked_from() {
            Instant inTokyo = Instant.parse("2024-05-01T15:00:00Z");
            Instant inLosAngeles = Instant.parse("2024-05-02T07:00:00Z");
            assertThat(traveller.firstInstantOnOrAfter(third - 1, inTokyo.minusNanos(1_000)))
                    .isEqualTo(inTokyo);
            assertThat(traveller.firstInstantOnOrAfter(third - 1, inTokyo)).isEqualTo(inTokyo.plusNanos(1_000));
            assertThat(traveller.firstInstantOnOrAfter(third, inTokyo))
                    .isEqualTo(Instant.parse("2024-05-03T07:00:00Z"));
            assertThat(inLosAngeles).isBefore(move);
        }

        @Test
        void a_move_is_ahead_until_it_is_made() {
            assertThat(traveller.movesAfter(move.minusNanos(1_000))).isTrue();
            assertThat(traveller.movesAfter(move)).isFalse();
            assertThat(LocalDayClock.of(ZoneTimeline.UTC, DayStart.MIDNIGHT).movesAfter(Instant.EPOCH))
                    .isFalse();
        }
    }
}
