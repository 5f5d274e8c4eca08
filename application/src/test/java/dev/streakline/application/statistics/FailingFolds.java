package dev.streakline.application.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Histories;
import dev.streakline.application.intake.Events;
import dev.streakline.application.intake.FactLog;
import dev.streakline.domain.statistics.Fold;
import dev.streakline.domain.statistics.FoldResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link StatisticsContract} that is about viewers whose fold fails. */
abstract class FailingFolds {

    private final ViewerId ada = new ViewerId("ada");

    @SuppressWarnings("NullAway.Init") // The contract gives it before each test.
    private Parts parts;

    private record Parts(FactLog log, Statistics statistics) {}

    /** What is held to the contract. */
    void hold(FactLog log, Statistics statistics) {
        parts = new Parts(log, statistics);
    }

    private static FoldResult folded(Histories.ViewerSnapshot snapshot) {
        return new Fold(snapshot.catalogue().titles(), snapshot.policies()).withChannels(snapshot.history());
    }

    /** Fails for viewers with this many facts. */
    private static FoldResult foldedUnless(int facts, Histories.ViewerSnapshot snapshot) {
        if (snapshot.history().to() - snapshot.history().from() == facts) {
            throw new IllegalStateException("this history cannot be folded");
        }
        return folded(snapshot);
    }

    private Statistics.RefreshSummary keep(Selection selection) {
        return parts.statistics().refresh(selection, () -> FailingFolds::folded, Events.NOW);
    }

    private Statistics.RefreshSummary keepUnless(int facts, Selection selection) {
        return parts.statistics().refresh(selection, () -> snapshot -> foldedUnless(facts, snapshot), Events.NOW);
    }

    @Test
    void a_viewer_whose_fold_fails_stops_nobody_and_stands_behind_the_others() {
        List<ParseResult.Parsed> facts = new ArrayList<>();
        for (int viewer = 0; viewer < 40; viewer++) {
            facts.add(Events.watch("viewer-" + viewer, "1", "2024-06-14T20:00:00Z", "film"));
        }
        facts.add(Events.watch("viewer-7", "2", "2024-06-13T20:00:00Z", "film"));
        parts.log().append(facts);
        Selection.Due due = new Selection.Due(Events.NOW);
        assertThat(keepUnless(2, due).changed()).isEqualTo(39);
        assertThat(parts.statistics().failing()).hasSize(1);
        Statistics.SetAside aside = parts.statistics().failing().get(0);
        assertThat(aside.viewer()).isEqualTo(new ViewerId("viewer-7"));
        assertThat(aside.failures()).isEqualTo(1);
        assertThat(aside.reason()).contains("this history cannot be folded");
        assertThat(keep(due).viewers()).isZero();
        parts.log().append(List.of(Events.watch("viewer-8", "2", "2024-06-12T20:00:00Z", "film")));
        assertThat(keep(due).viewers()).isEqualTo(1);
    }

    @Test
    void a_viewer_who_is_set_aside_is_folded_with_all_and_no_longer_set_aside_when_that_succeeds() {
        parts.log().append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        keepUnless(1, new Selection.Due(Events.NOW));
        keepUnless(1, new Selection.All());
        assertThat(parts.statistics().failing().get(0).failures()).isEqualTo(2);
        assertThat(parts.statistics().find(ada)).isEmpty();
        assertThat(keep(new Selection.All()).viewers()).isEqualTo(1);
        assertThat(parts.statistics().failing()).isEmpty();
        assertThat(parts.statistics().find(ada)).isPresent();
    }

    @Test
    void a_viewer_who_withdraws_a_fact_is_folded_without_a_back_off() {
        ParseResult.Parsed last = Events.watch("ada", "2", "2024-06-13T20:00:00Z", "film");
        parts.log().append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film"), last));
        Selection.Due due = new Selection.Due(Events.NOW);
        keepUnless(2, due);
        assertThat(keepUnless(2, due).viewers()).isZero();
        assertThat(parts.statistics().failing()).hasSize(1);
        parts.log().withdraw(last.fact().id());
        assertThat(keepUnless(2, due).viewers()).isEqualTo(1);
        assertThat(parts.statistics().failing()).isEmpty();
    }

    @Test
    void a_viewer_whose_fact_arrives_as_withdrawn_is_folded_without_a_rest() {
        ParseResult.Parsed last = Events.watch("ada", "2", "2024-06-13T20:00:00Z", "film");
        parts.log().append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film"), last));
        Selection.Due due = new Selection.Due(Events.NOW);
        keepUnless(2, due);
        parts.log()
                .append(List.of(
                        new ParseResult.Parsed(last.fact(), last.digest(), ParseResult.DeclaredState.WITHDRAWN)));
        assertThat(keepUnless(2, due).viewers()).isEqualTo(1);
    }

    @Test
    void an_erased_viewer_is_not_set_aside_any_more() {
        parts.log().append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        keepUnless(1, new Selection.All());
        parts.log().erase(ada);
        assertThat(parts.statistics().failing()).isEmpty();
    }

    @Test
    void one_viewer_alone_learns_that_the_fold_fails() {
        parts.log().append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        assertThatThrownBy(() -> keepUnless(1, new Selection.One(ada))).hasMessage("this history cannot be folded");
    }
}
