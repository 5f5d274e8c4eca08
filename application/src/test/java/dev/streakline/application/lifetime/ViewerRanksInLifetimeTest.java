package dev.streakline.application.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.intake.Events;
import dev.streakline.application.lifetime.LifetimeView.RankView;
import dev.streakline.application.lifetime.LifetimeView.RankingsView;
import dev.streakline.application.lifetime.LifetimeView.StandingView;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** It is noon of Saturday 15 June 2024. Ada has watched the channel "music" for 20 seconds, others for 10, 20, 40 and 50. */
class ViewerRanksInLifetimeTest {

    private static final RankView NO_VALUE = unranked("no_value");
    private static final RankView NOT_RANKED_YET = unranked("not_ranked_yet");

    private static final ViewerId ADA = new ViewerId("ada");
    private static final InstantSource CLOCK = InstantSource.fixed(Events.NOW);
    private static final String AT = "2024-06-14T20:00:00Z";

    private final InMemoryStore store = new InMemoryStore();
    private final ReadHistory histories = new ReadHistory(store.histories(), CLOCK);
    private final ShowLifetime show =
            new ShowLifetime(histories, store.lifetimes(), store.rankings(), store.profiles());

    ViewerRanksInLifetimeTest() {
        store.facts()
                .append(List.of(
                        Visits.watch("ada", "1", AT, "music", 20),
                        Visits.watch("v10", "1", AT, "music", 10),
                        Visits.watch("v20", "1", AT, "music", 20),
                        Visits.watch("v40", "1", AT, "music", 40),
                        Visits.watch("v50", "1", AT, "music", 50)));
    }

    private void keep() {
        new RefreshStatistics(store.statistics(), store.rankings(), CLOCK).refresh(new Selection.Due(Events.NOW));
    }

    private static RankView unranked(String reason) {
        return new RankView(null, reason);
    }

    private static RankView rank(int below, int equal, int above, String percentile, int topPercent) {
        return new RankView(
                new StandingView(
                        1 + above, below + equal + above, below, equal, above, new BigDecimal(percentile), topPercent),
                null);
    }

    private RankingsView ranks(String viewer) {
        return Objects.requireNonNull(show.show(new ViewerId(viewer), "music", AsOf.LIVE)
                .orElseThrow()
                .rankings());
    }

    @Test
    void a_viewer_has_the_position_of_the_last_ranking() {
        keep();
        assertThat(ranks("ada")).isEqualTo(new RankingsView(Events.NOW, rank(1, 2, 2, "25.00", 60), NO_VALUE));
    }

    @Test
    void a_rank_moves_only_with_the_ranking() {
        keep();
        store.facts().append(List.of(Visits.watch("ada", "2", AT, "music", 100)));
        LifetimeView view = show.show(ADA, "music", AsOf.LIVE).orElseThrow();
        assertThat(view.watchTime().seconds()).isEqualTo(120);
        assertThat(ranks("ada").watchTime()).isEqualTo(rank(1, 2, 2, "25.00", 60));
        keep();
        assertThat(ranks("ada").watchTime()).isEqualTo(rank(4, 1, 0, "100.00", 20));
    }

    @Test
    void before_the_first_ranking_nobody_has_a_rank() {
        assertThat(ranks("ada")).isEqualTo(new RankingsView(null, NOT_RANKED_YET, NO_VALUE));
    }

    @Test
    void a_viewer_who_came_after_the_ranking_is_not_in_it_yet() {
        keep();
        store.facts()
                .append(List.of(
                        Visits.watch("eve", "1", AT, "music", 30),
                        Visits.interaction("ada", "2", AT, "music", "chat")));
        assertThat(ranks("eve")).isEqualTo(new RankingsView(Events.NOW, NOT_RANKED_YET, NO_VALUE));
        assertThat(ranks("ada").messages()).isEqualTo(NOT_RANKED_YET);
        assertThat(ranks("ada").watchTime()).isEqualTo(rank(1, 2, 2, "25.00", 60));
    }

    @Test
    void a_viewer_who_has_opted_out_has_no_rank_from_the_next_ranking_on() {
        keep();
        store.facts().append(List.of(Events.listed(false, "ada", "l", AT)));
        assertThat(ranks("ada").watchTime()).isEqualTo(rank(1, 2, 2, "25.00", 60));
        keep();
        assertThat(ranks("ada")).isEqualTo(new RankingsView(Events.NOW, unranked("opted_out"), NO_VALUE));
        assertThat(ranks("v20").watchTime()).isEqualTo(rank(1, 1, 2, "33.33", 75));
    }

    @Test
    void a_viewer_who_opts_in_again_is_not_ranked_until_the_next_ranking() {
        store.facts().append(List.of(Events.listed(false, "ada", "l", AT)));
        keep();
        store.facts().append(List.of(Events.listed(true, "ada", "m", "2024-06-14T21:00:00Z")));
        assertThat(ranks("ada").watchTime()).isEqualTo(NOT_RANKED_YET);
    }

    @Test
    void a_viewer_has_no_value_on_an_unknown_channel() {
        keep();
        assertThat(show.show(ADA, "nobody-knows-it", AsOf.LIVE).orElseThrow().rankings())
                .isEqualTo(new RankingsView(null, NO_VALUE, NO_VALUE));
    }

    @Test
    void the_past_has_no_ranks() {
        keep();
        assertThat(show.show(ADA, "music", new AsOf.At(Instant.parse("2024-06-15T00:00:00Z")))
                        .orElseThrow()
                        .rankings())
                .isEqualTo(new RankingsView(null, unranked("past"), unranked("past")));
    }

    @Test
    void histories_alone_know_no_ranks() {
        keep();
        assertThat(new ShowLifetime(histories)
                        .show(ADA, "music", AsOf.LIVE)
                        .orElseThrow()
                        .rankings())
                .isNull();
    }

    @Test
    void what_is_kept_and_what_is_folded_give_one_answer() {
        keep();
        LifetimeView kept = show.show(ADA, "music", AsOf.LIVE).orElseThrow();
        // An unknown title: all viewers are to be folded again, without effect.
        store.facts().append(List.of(Events.movie("film", "t")));
        assertThat(store.lifetimes().find(ADA, "music")).isEmpty();
        assertThat(show.show(ADA, "music", AsOf.LIVE)).contains(kept);
    }

    @Test
    void an_unknown_viewer_has_no_answer() {
        assertThat(show.show(new ViewerId("nobody"), "music", AsOf.LIVE)).isEmpty();
    }
}
