package dev.streakline.application.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.Events;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.ranking.RankingView.RankedView;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.view.InvalidCursorException;
import dev.streakline.domain.ranking.Metric;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowRankingTest {

    private static final Population MUSIC = new Population.OfChannel("music");

    private final InMemoryStore store = new InMemoryStore();
    private final ShowRanking show = new ShowRanking(store.rankings());
    private Instant now = Events.NOW;
    private int facts;

    private void watch(String viewer, int seconds) {
        store.facts().append(List.of(Events.watchOn("music", viewer, "w" + facts++, "2024-06-14T20:00:00Z", seconds)));
    }

    private void keep() {
        now = now.plusSeconds(2);
        new RefreshStatistics(store.statistics(), store.rankings(), InstantSource.fixed(now))
                .refresh(new Selection.Due(now));
    }

    private RankingView first(int limit) {
        return show.show(MUSIC, Metric.WATCH_TIME, null, limit, null);
    }

    private static List<String> ids(List<RankedView> items) {
        return items.stream().map(RankedView::viewer).toList();
    }

    private List<String> around(String viewer) {
        return ids(show.show(MUSIC, Metric.WATCH_TIME, new ViewerId(viewer), 1, null)
                .around());
    }

    @Test
    void what_was_never_ranked_has_nobody_in_it() {
        watch("ada", 60);
        assertThat(first(10)).isEqualTo(new RankingView(null, "music", "watchTime", 0, List.of(), null, List.of()));
    }

    @Test
    void equal_values_share_a_rank_and_the_ranks_after_it_are_left_out() {
        watch("ada", 40);
        watch("bob", 20);
        watch("cem", 20);
        watch("dan", 10);
        store.facts()
                .append(List.of(Events.read(Events.event(
                        "viewer",
                        "ada",
                        "v",
                        "2024-01-01T00:00:00Z",
                        Map.of("zone", "Europe/London", "name", "Ada L.")))));
        keep();
        RankingView view = first(10);
        assertThat(view.asOf()).isEqualTo(now);
        assertThat(view.population()).isEqualTo(4);
        assertThat(view.nextCursor()).isNull();
        assertThat(view.around()).isEmpty();
        assertThat(view.items()).extracting(RankedView::rank).containsExactly(1, 2, 2, 4);
        assertThat(view.items().get(0)).isEqualTo(new RankedView(1, "ada", "Ada L.", 40, 25, false));
        assertThat(view.items().get(3).name()).isNull();
    }

    @Test
    void messages_and_the_deployment_are_ranked_for_themselves() {
        watch("ada", 40);
        store.facts()
                .append(List.of(
                        Events.chat("music", "bob", "c", "2024-06-14T20:00:00Z"),
                        Events.watch("cem", "f", "2024-06-14T20:00:00Z", "film")));
        keep();
        assertThat(ids(show.show(MUSIC, Metric.MESSAGES, null, 10, null).items()))
                .containsExactly("bob");
        assertThat(ids(show.show(Population.DEPLOYMENT, Metric.WATCH_TIME, null, 10, null)
                        .items()))
                .containsExactly("cem", "ada");
    }

    @Test
    void parts_follow_each_other_without_gap_or_repetition() {
        for (int i = 0; i < 10; i++) {
            watch("v" + i, 60 + i / 4);
        }
        keep();
        List<RankedView> all = new ArrayList<>();
        String after = null;
        do {
            RankingView part = show.show(MUSIC, Metric.WATCH_TIME, null, 3, after);
            all.addAll(part.items());
            after = part.nextCursor();
        } while (after != null);
        assertThat(all).isEqualTo(first(10).items());
        assertThat(first(9).nextCursor()).isNotNull();
        assertThat(first(10).nextCursor()).isNull();
    }

    @Test
    void a_part_continues_after_a_viewer_who_has_left_since() {
        watch("ada", 40);
        watch("bob", 30);
        watch("cem", 20);
        keep();
        String after = first(2).nextCursor();
        store.facts().erase(new ViewerId("bob"));
        keep();
        assertThat(ids(show.show(MUSIC, Metric.WATCH_TIME, null, 2, after).items()))
                .containsExactly("cem");
    }

    @Test
    void a_viewer_forgotten_since_is_left_out_and_the_next_part_is_found_all_the_same() {
        watch("ada", 40);
        watch("bob", 30);
        watch("cem", 20);
        keep();
        store.facts().erase(new ViewerId("bob"));
        RankingView part = first(2);
        assertThat(ids(part.items())).containsExactly("ada");
        assertThat(part.population()).isEqualTo(3);
        assertThat(ids(show.show(MUSIC, Metric.WATCH_TIME, null, 2, part.nextCursor())
                        .items()))
                .containsExactly("cem");
    }

    @Test
    void the_viewer_in_question_is_marked_and_viewers_among_themselves_see_no_ids() {
        watch("ada", 40);
        watch("bob", 30);
        keep();
        RankingView view = show.show(MUSIC, Metric.WATCH_TIME, new ViewerId("bob"), 10, null);
        assertThat(view.items()).extracting(RankedView::isYou).containsExactly(false, true);
        assertThat(view.withoutIds().items())
                .containsExactly(
                        new RankedView(1, null, null, 40, 50, false), new RankedView(2, null, null, 30, 100, true));
        assertThat(view.withoutIds().around()).isEqualTo(view.withoutIds().items());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "MQ", "MSAy IDM", "eCB5", "MSAyIDM"})
    void a_cursor_that_no_page_gave_out_is_refused(String cursor) {
        assertThatThrownBy(() -> show.show(MUSIC, Metric.WATCH_TIME, null, 2, cursor))
                .isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void a_viewer_stands_between_two_on_either_side() {
        for (int i = 1; i <= 6; i++) {
            watch("v" + i, 100 - i);
        }
        store.facts().append(List.of(Events.listed(false, "out", "l", "2024-06-14T20:00:00Z")));
        watch("out", 50);
        keep();
        assertThat(around("v4")).containsExactly("v2", "v3", "v4", "v5", "v6");
        assertThat(around("v1")).containsExactly("v1", "v2", "v3");
        assertThat(around("v6")).containsExactly("v4", "v5", "v6");
        assertThat(around("out")).isEmpty();
        assertThat(around("nobody")).isEmpty();
    }
}
