package dev.streakline.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.IntakeTallies.Arrivals;
import dev.streakline.application.intake.IntakeTallies.Holdings;
import dev.streakline.application.intake.IntakeTallies.ViewerTally;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link IntakeTallies} promises. */
public abstract class IntakeTalliesContract {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 15);
    private static final ViewerId ADA = new ViewerId("ada");
    private static final ViewerId BOB = new ViewerId("bob");

    /** An empty store. */
    protected abstract Store store();

    /**
     * The parts of a store that the contract needs.
     *
     * @param tallies is held to the contract
     */
    public record Store(FactLog log, Statistics statistics, Rankings rankings, IntakeTallies tallies) {}

    private Store store;

    @BeforeEach
    void open() {
        store = store();
        store.log()
                .append(List.of(
                        Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film"),
                        Events.watch("ada", "2", "2024-06-13T20:00:00Z", "film"),
                        Events.watch("ada", "3", "2024-06-12T20:00:00Z", "other"),
                        Events.read(Events.event(
                                "interaction",
                                "ada",
                                "4",
                                "2024-06-12T20:00:00Z",
                                Map.of("channel", "arte", "kind", "chat"))),
                        Events.read(Events.event(
                                "pause",
                                "ada",
                                "5",
                                "2024-06-12T20:00:00Z",
                                Map.of("from", "2024-07-01", "to", "2024-07-02"))),
                        Events.watch("bob", "1", "2024-06-14T20:00:00Z", "film")));
    }

    private ViewerTally tally(ViewerId viewer, LocalDate day) {
        return store.tallies().find(Set.of(viewer), day).getOrDefault(viewer, ViewerTally.NOTHING);
    }

    @Test
    void viewers_without_stored_counts_have_none() {
        assertThat(tally(new ViewerId("nobody"), TODAY)).isEqualTo(ViewerTally.NOTHING);
        assertThat(tally(ADA, TODAY)).isEqualTo(ViewerTally.NOTHING);
        assertThat(store.tallies().find(Set.of(), TODAY)).isEmpty();
    }

    @Test
    void what_arrives_on_a_day_adds_up() {
        store.tallies().add(TODAY, Map.of(ADA, new Arrivals(3, 1), BOB, new Arrivals(1, 0)));
        store.tallies().add(TODAY, Map.of(ADA, new Arrivals(4, 2)));
        assertThat(tally(ADA, TODAY).arrivals()).isEqualTo(new Arrivals(7, 3));
        assertThat(tally(BOB, TODAY).arrivals()).isEqualTo(new Arrivals(1, 0));
        assertThat(store.tallies().find(Set.of(ADA, BOB), TODAY)).hasSize(2);
    }

    @Test
    void another_day_begins_with_nothing() {
        store.tallies().add(TODAY, Map.of(ADA, new Arrivals(3, 1)));
        assertThat(tally(ADA, TODAY.plusDays(1)).arrivals()).isEqualTo(Arrivals.NOTHING);
        store.tallies().add(TODAY.plusDays(1), Map.of(BOB, new Arrivals(2, 0)));
        assertThat(tally(BOB, TODAY.plusDays(1)).arrivals()).isEqualTo(new Arrivals(2, 0));
        assertThat(tally(ADA, TODAY).arrivals()).isEqualTo(Arrivals.NOTHING);
    }

    @Test
    void titles_channels_and_pauses_are_those_of_the_last_fold() {
        new RefreshStatistics(store.statistics(), store.rankings(), InstantSource.fixed(Events.NOW))
                .refresh(new Selection.Due(Events.NOW));
        assertThat(tally(ADA, TODAY).holdings()).isEqualTo(new Holdings(2, 1, 1));
        assertThat(tally(BOB, TODAY).holdings()).isEqualTo(new Holdings(1, 0, 0));
        store.log().append(List.of(Events.watch("bob", "2", "2024-06-14T20:00:00Z", "another")));
        assertThat(tally(BOB, TODAY).holdings()).isEqualTo(new Holdings(1, 0, 0));
        store.tallies().add(TODAY, Map.of(ADA, new Arrivals(3, 1)));
        assertThat(tally(ADA, TODAY)).isEqualTo(new ViewerTally(new Arrivals(3, 1), new Holdings(2, 1, 1)));
    }

    @Test
    void nothing_is_kept_of_the_forgotten() {
        store.tallies().add(TODAY, Map.of(ADA, new Arrivals(3, 1)));
        store.log().erase(ADA);
        store.tallies().add(TODAY, Map.of(new ViewerId("nobody"), new Arrivals(3, 1)));
        store.log().append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        assertThat(tally(ADA, TODAY)).isEqualTo(new ViewerTally(Arrivals.NOTHING, Holdings.NOTHING));
    }
}
