package dev.streakline.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.calendar.ZoneTimeline.ZoneChange;
import dev.streakline.domain.statistics.TestFact;
import dev.streakline.domain.streak.Pause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewerHistoryTest {

    private static final Instant NOON = Instant.parse("2024-05-04T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2024, 5, 4);

    private final FactColumns facts = new FactColumns(8);

    private ViewerHistory history(ZoneTimeline zones, Pause... pauses) {
        return new ViewerHistory(facts, 0, facts.size(), zones, List.of(pauses));
    }

    private static List<Integer> titles(ViewerHistory history) {
        return IntStream.range(history.from(), history.to())
                .mapToObj(history.facts()::title)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 3", "2, 1"})
    void rows_outside_the_columns_are_refused(int from, int to) {
        TestFact.chat(facts, 1);
        TestFact.chat(facts, 2);
        assertThatThrownBy(() -> new ViewerHistory(facts, from, to, ZoneTimeline.UTC, List.of()))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining(from + " to " + to)
                .hasMessageContaining("the 2 of");
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "0, 0", "2, 2", "1, 2"})
    void rows_within_the_columns_are_a_history_also_none(int from, int to) {
        TestFact.chat(facts, 1);
        TestFact.chat(facts, 2);
        assertThat(new ViewerHistory(facts, from, to, ZoneTimeline.UTC, List.of()).to())
                .isEqualTo(to);
    }

    @Nested
    class as_of_an_instant {

        @Test
        void knows_the_facts_up_to_it() {
            facts.watch(EpochMicros.of(NOON) + 1, 1, 60, Completed.UNSPECIFIED);
            facts.watch(EpochMicros.of(NOON), 2, 60, Completed.UNSPECIFIED);
            facts.watch(EpochMicros.of(NOON) - 1, 3, 60, Completed.UNSPECIFIED);
            ViewerHistory then = history(ZoneTimeline.UTC).asOf(NOON, DayStart.MIDNIGHT);
            assertThat(titles(then)).containsExactly(2, 3);
        }

        @Test
        void knows_nothing_of_other_viewers() {
            for (int title = 0; title < 4; title++) {
                facts.watch(title, title, 60, Completed.UNSPECIFIED);
            }
            ViewerHistory history = new ViewerHistory(facts, 1, 3, ZoneTimeline.UTC, List.of());
            assertThat(titles(history.asOf(NOON, DayStart.MIDNIGHT))).containsExactly(1, 2);
        }

        @ParameterizedTest
        @CsvSource({
            "UTC, 00:00, 2024-05-04T00:00:00Z, 2",
            "UTC, 00:00, 2024-05-03T23:59:59Z, 1",
            "UTC, 04:00, 2024-05-04T03:59:59Z, 1",
            "UTC, 04:00, 2024-05-04T04:00:00Z, 2",
            "Asia/Tokyo, 00:00, 2024-05-03T15:00:00Z, 2",
            "Asia/Tokyo, 00:00, 2024-05-03T14:59:59Z, 1"
        })
        void knows_the_date_only_facts_up_to_its_local_day(ZoneId zone, LocalTime dayStart, Instant at, int known) {
            facts.watchOn((int) TODAY.toEpochDay(), 1, 60, Completed.UNSPECIFIED);
            facts.watchOn((int) TODAY.toEpochDay() - 1, 2, 60, Completed.UNSPECIFIED);
            facts.watchOn((int) TODAY.toEpochDay() + 1, 3, 60, Completed.UNSPECIFIED);
            ViewerHistory then = history(ZoneTimeline.ofFixedZone(zone)).asOf(at, new DayStart(dayStart));
            assertThat(then.to()).isEqualTo(known);
        }

        @Test
        void knows_the_first_zone_and_the_moves_up_to_it() {
            ZoneTimeline zones = ZoneTimeline.of(List.of(
                    new ZoneChange(NOON, ZoneId.of("Europe/Berlin")),
                    new ZoneChange(NOON.plusSeconds(1), ZoneId.of("Asia/Tokyo"))));
            ZoneTimeline berlin = ZoneTimeline.of(List.of(new ZoneChange(NOON, ZoneId.of("Europe/Berlin"))));
            for (Instant before : List.of(NOON, NOON.minusNanos(1), Instant.EPOCH)) {
                assertThat(history(zones).asOf(before, DayStart.MIDNIGHT).zones())
                        .isEqualTo(berlin);
            }
            assertThat(history(zones)
                            .asOf(NOON.plusSeconds(1), DayStart.MIDNIGHT)
                            .zones())
                    .isEqualTo(zones);
        }

        @Test
        void counts_dates_in_the_first_zone_also_before_it_was_named() {
            facts.watchOn((int) TODAY.toEpochDay() + 1, 1, 60, Completed.UNSPECIFIED);
            ZoneTimeline zones =
                    ZoneTimeline.of(List.of(new ZoneChange(NOON.plusSeconds(1), ZoneId.of("Pacific/Kiritimati"))));
            Instant midnight = Instant.parse("2024-05-04T10:00:00Z");
            assertThat(titles(history(zones).asOf(midnight.minusNanos(1_000), DayStart.MIDNIGHT)))
                    .isEmpty();
            assertThat(titles(history(zones).asOf(midnight, DayStart.MIDNIGHT))).containsExactly(1);
        }

        @Test
        void counts_dates_in_the_zones_of_then() {
            facts.watchOn((int) TODAY.toEpochDay() + 1, 1, 60, Completed.UNSPECIFIED);
            ZoneTimeline zones = ZoneTimeline.of(List.of(
                    new ZoneChange(Instant.EPOCH, ZoneId.of("Europe/Berlin")),
                    new ZoneChange(NOON.plusSeconds(1), ZoneId.of("Pacific/Kiritimati"))));
            assertThat(titles(history(zones).asOf(NOON, DayStart.MIDNIGHT))).isEmpty();
            assertThat(titles(history(zones).asOf(NOON.plusSeconds(1), DayStart.MIDNIGHT)))
                    .containsExactly(1);
        }

        @Test
        void knows_the_pauses_declared_up_to_it() {
            Pause known = new Pause(NOON, TODAY.plusDays(3), TODAY.plusDays(4));
            Pause unknown = new Pause(NOON.plusNanos(1), TODAY.plusDays(3), TODAY.plusDays(4));
            assertThat(history(ZoneTimeline.UTC, known, unknown)
                            .asOf(NOON, DayStart.MIDNIGHT)
                            .pauses())
                    .containsExactly(known);
        }
    }
}
