package dev.streakline.application.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.Events;
import dev.streakline.application.intake.FactLog;
import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.statistics.Fold;
import dev.streakline.domain.statistics.ViewerStatistics;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Histories} promises. */
public abstract class HistoriesContract {

    /** An empty store. */
    protected abstract Store store();

    /**
     * The parts of a store that the contract needs.
     *
     * @param log takes the facts in
     * @param histories is held to the contract
     */
    public record Store(FactLog log, Histories histories) {}

    private Histories histories;
    private FactLog log;
    private final ViewerId ada = new ViewerId("ada");

    @BeforeEach
    void open() {
        Store store = store();
        histories = store.histories();
        log = store.log();
    }

    @Test
    void nobody_is_known_before_the_first_fact() {
        assertThat(histories.viewers()).isEmpty();
        assertThat(histories.history(ada)).isEmpty();
    }

    @Test
    void what_is_made_of_a_history_is_answered_and_nothing_of_nobody() {
        assertThat(histories.use(ada, snapshot -> 1)).isEmpty();
        log.append(List.of(
                Events.watch("ada", "1", "2024-06-01T20:00:00Z", "film"),
                Events.watch("ada", "2", "2024-06-02T20:00:00Z", "film")));
        assertThat(histories.use(
                        ada,
                        snapshot -> snapshot.history().to() - snapshot.history().from()))
                .contains(2);
    }

    @Test
    void viewers_stand_in_code_point_order() {
        for (String name : List.of("\uD835\uDD04", "\uFF5E", "b", "a")) {
            log.append(List.of(Events.watch(name, "1", "2024-06-01T20:00:00Z", "film")));
        }
        assertThat(histories.viewers()).extracting(ViewerId::value).containsExactly("a", "b", "\uFF5E", "\uD835\uDD04");
    }

    @Test
    void a_title_alone_makes_no_viewer() {
        log.append(List.of(Events.movie("film", "t")));
        assertThat(histories.viewers()).isEmpty();
    }

    @Test
    void a_history_contains_what_the_facts_state() {
        log.append(List.of(
                Events.watch("ada", "1", "2024-06-01T20:00:00Z", "film"),
                Events.watch("ada", "2", "2024-06-02T20:00:00Z", "film"),
                Events.watch("bob", "3", "2024-06-03T20:00:00Z", "film"),
                Events.movie("film", "t")));
        ViewerStatistics statistics = fold();
        assertThat(statistics.streaks().longest().map(Run::length)).contains(2);
        assertThat(statistics.totals().seconds()).isEqualTo(1_200);
        assertThat(statistics.totals().movies()).isEqualTo(1);
    }

    @Test
    void a_title_described_later_describes_all_of_history() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-01T20:00:00Z", "film")));
        assertThat(fold().totals().movies()).isZero();
        log.append(List.of(Events.movie("film", "t")));
        assertThat(fold().totals().movies()).isEqualTo(1);
    }

    @Test
    void of_two_facts_about_a_title_at_one_time_the_greater_id_holds() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-01T20:00:00Z", "film")));
        ParseResult.Parsed video = Events.read(
                Events.event("title", "film", "z", "2024-01-01T00:00:00Z", Map.of("kind", "video", "name", "Film")));
        log.append(List.of(video, Events.movie("film", "a")));
        assertThat(fold().totals().movies()).isZero();
    }

    @Test
    void withdrawn_facts_are_gone_from_history() {
        ParseResult.Parsed fact = Events.watch("ada", "1", "2024-06-01T20:00:00Z", "film");
        log.append(List.of(fact, Events.watch("ada", "2", "2024-06-05T20:00:00Z", "film")));
        log.withdraw(fact.fact().id());
        assertThat(fold().watched().size()).isEqualTo(1);
    }

    @Test
    void zones_and_pauses_are_in_the_order_of_their_times() {
        log.append(List.of(
                zone("2", "2024-03-01T00:00:00Z", "Asia/Tokyo"),
                zone("1", "2024-01-01T00:00:00Z", "Europe/Berlin"),
                pause("b", "2024-02-02T00:00:00Z", "2024-05-05"),
                pause("a", "2024-02-01T00:00:00Z", "2024-05-09")));
        Histories.ViewerSnapshot snapshot = histories.history(ada).orElseThrow();
        assertThat(snapshot.history().zones().zoneAt(Events.NOW)).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(snapshot.history().pauses())
                .extracting(pause -> pause.to())
                .containsExactly(LocalDate.of(2024, 5, 9), LocalDate.of(2024, 5, 5));
    }

    @Test
    void a_name_before_the_first_zone_leaves_days_provisional() {
        log.append(List.of(
                Events.read(Events.event("viewer", "ada", "n", "2024-01-01T00:00:00Z", Map.of("name", "Ada"))),
                Events.watch("ada", "1", "2024-02-01T20:00:00Z", "film")));
        assertThat(histories.history(ada).orElseThrow().history().zones()).isEqualTo(ZoneTimeline.UTC);
        log.append(List.of(zone("z", "2024-06-01T00:00:00Z", "Asia/Tokyo")));
        assertThat(fold().watched()).isEqualTo(ActivityCalendar.of(List.of(LocalDate.of(2024, 2, 2))));
    }

    @Test
    void the_zone_in_force_named_again_changes_nothing() {
        log.append(List.of(
                zone("1", "2024-01-01T00:00:00Z", "Asia/Tokyo"), zone("2", "2024-02-01T00:00:00Z", "Asia/Tokyo")));
        assertThat(histories.history(ada).orElseThrow().history().zones().changes())
                .hasSize(1);
    }

    private static ParseResult.Parsed zone(String id, String time, String zone) {
        return Events.read(Events.event("viewer", "ada", id, time, Map.of("zone", zone)));
    }

    private static ParseResult.Parsed pause(String id, String time, String to) {
        return Events.read(Events.event("pause", "ada", id, time, Map.of("from", "2024-05-01", "to", to)));
    }

    private ViewerStatistics fold() {
        Histories.ViewerSnapshot snapshot = histories.history(ada).orElseThrow();
        return new Fold(snapshot.catalogue().titles(), snapshot.policies()).of(snapshot.history());
    }
}
