package dev.streakline.application.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.intake.Events;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.domain.viewing.WindowKind;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It is noon of Saturday 15 June 2024. */
class ShowViewingTimeTest {

    private static final ViewerId ADA = new ViewerId("ada");

    private final InMemoryStore store = new InMemoryStore();
    private final ShowViewingTime show =
            new ShowViewingTime(new ReadHistory(store.histories(), InstantSource.fixed(Events.NOW)));

    ShowViewingTimeTest() {
        store.facts()
                .append(List.of(
                        Events.watch("ada", "1", "2024-05-31T23:00:00Z", "film"),
                        Events.watch("ada", "2", "2024-06-03T20:00:00Z", "film"),
                        Events.watch("ada", "3", "2024-06-15T10:00:00Z", "film")));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH,2024-05-01,600,false",
        "MONTH,2024-05-31,600,false",
        "MONTH,2024-06-01,1200,false",
        "MONTH,2024-06-30,1200,false",
        "MONTH,2024-07-01,0,true",
        "WEEK,2024-06-09,600,false",
        "WEEK,2024-06-10,600,false",
        "WEEK,2024-06-16,600,false",
        "WEEK,2024-06-17,0,true",
        "YEAR,2024-12-31,1800,false",
        "YEAR,2025-01-01,0,true",
        "ALL,2031-01-01,1800,false"
    })
    void the_window_is_the_one_that_holds_the_date(WindowKind kind, LocalDate date, long seconds, boolean isAhead) {
        ViewingTimeView view = show.show(ADA, kind, AsOf.LIVE, date).orElseThrow();
        assertThat(view.seconds()).isEqualTo(seconds);
        assertThat(view.hasBegun()).isEqualTo(!isAhead);
    }

    @Test
    void without_a_date_it_is_the_one_that_runs() {
        assertThat(show.show(ADA, WindowKind.MONTH, AsOf.LIVE))
                .isEqualTo(show.show(ADA, WindowKind.MONTH, AsOf.LIVE, LocalDate.of(2024, 6, 15)));
    }
}
