package dev.streakline.application.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.intake.Events;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.statistics.ReadHistory;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowCalendarTest {

    private static final ViewerId ADA = new ViewerId("ada");

    private final InMemoryStore store = new InMemoryStore();
    private final ShowCalendar show =
            new ShowCalendar(new ReadHistory(store.histories(), InstantSource.fixed(Events.NOW)));

    ShowCalendarTest() {
        store.facts()
                .append(List.of(
                        Events.watch("ada", "1", "2024-06-01T20:00:00Z", "film"),
                        Events.watch("ada", "2", "2024-06-02T20:00:00Z", "film"),
                        Events.watch("ada", "3", "2024-06-03T20:00:00Z", "film")));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-01,2024-06-03,3",
        "2024-06-02,2024-06-02,1",
        "2024-06-02,2024-06-09,2",
        "2024-06-04,2024-06-09,0"
    })
    void both_dates_are_inclusive(LocalDate from, LocalDate to, int days) {
        assertThat(show.show(ADA, AsOf.LIVE, from, to).orElseThrow().days()).hasSize(days);
    }

    @Test
    void without_dates_it_is_all_days() {
        assertThat(show.show(ADA, AsOf.LIVE).orElseThrow().days()).hasSize(3);
        assertThat(show.show(new ViewerId("eve"), AsOf.LIVE)).isEmpty();
    }

    @Test
    void the_first_zone_applies_as_of_an_instant_before_it_was_named() {
        store.facts()
                .append(List.of(
                        zone("z1", "2024-06-10T00:00:00Z", "Asia/Tokyo"),
                        zone("z2", "2024-06-12T00:00:00Z", "Europe/Berlin")));
        CalendarView then = show.show(ADA, new AsOf.At(Instant.parse("2024-06-02T21:00:00Z")))
                .orElseThrow();
        assertThat(then.zone()).isEqualTo("Asia/Tokyo");
        assertThat(then.today()).isEqualTo("2024-06-03");
        assertThat(then.days().stream().map(CalendarView.DayView::date))
                .containsExactly(LocalDate.of(2024, 6, 2), LocalDate.of(2024, 6, 3));
    }

    private static ParseResult.Parsed zone(String id, String time, String zone) {
        return Events.read(Events.event("viewer", "ada", id, time, Map.of("zone", zone)));
    }

    @Test
    void dates_in_the_wrong_order_are_refused() {
        LocalDate day = LocalDate.of(2024, 6, 2);
        assertThatThrownBy(() -> show.show(ADA, AsOf.LIVE, day, day.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
